import { describe, expect, test } from 'vitest'
import { PASSWORD, type StaffClient } from '../world/staff.ts'
import { createWorld } from '../world/world.ts'

type Made = { id: string; password: string }
type Member = { id: string; name: string; email: string; roles: object[]; disabledAt: string | null }
type Page = { items: Member[]; nextCursor: string | null }

const ROOT = 'so-gddt'
const ELSEWHERE = 'mot-don-vi-khac'
const editor = { role: 'editor', unitId: ROOT }
const newStaff = { email: 'Hoa.Nguyen@example.vn', name: 'Nguyễn Thị Hoa', roles: [editor] }

describe('managing accounts', () => {
  test('an admin makes an account and tells its first password, with which the person signs in and picks another', async () => {
    const world = await createWorld()
    const admin = await world.signIn()
    const made = await admin.post<Made>('/admin/api/staff', newStaff)
    expect(made.status).toBe(201)
    const hoa = world.openBrowser()
    const entered = await hoa.post('/admin/api/session', { email: newStaff.email, password: made.body.password })
    expect(entered.body).toEqual({ state: 'signed_in' })
    const changed = await hoa.post('/admin/api/me/password', { current: made.body.password, next: PASSWORD })
    expect(changed.status).toBe(200)
    expect((await hoa.get('/admin/api/me')).body).toMatchObject({
      id: made.body.id,
      name: 'Nguyễn Thị Hoa',
      email: 'hoa.nguyen@example.vn',
      roles: [{ ...editor, unitName: expect.stringMatching(/^Sở Giáo dục/) }],
      hasSecondFactor: false,
    })
    expect(await admin.post('/admin/api/staff', newStaff)).toMatchObject({
      status: 409,
      body: { code: 'staff.email_taken' },
    })
  })

  test('a first password is told once: the same request again is not answered with it', async () => {
    const world = await createWorld()
    const admin = await world.signIn()
    const key = { 'idempotency-key': 'mot-khoa-du-dai' }
    expect((await admin.post('/admin/api/staff', newStaff, key)).status).toBe(201)
    expect(await admin.post('/admin/api/staff', newStaff, key)).toMatchObject({
      status: 409,
      body: { code: 'idempotency.unanswered' },
    })
  })

  test('everything is in the audit, without any password', async () => {
    const world = await createWorld()
    const admin = await world.signIn()
    const { body } = await admin.post<Made>('/admin/api/staff', newStaff)
    const path = `/admin/api/staff/${body.id}`
    await admin.patch(path, { name: 'Nguyễn Thị Hoa Mai' })
    await admin.put(`${path}/roles`, { roles: [{ role: 'viewer', unitId: ROOT }] })
    const reset = await admin.post<Made>(`${path}/reset-password`)
    await admin.post(`${path}/reset-second-factor`)
    await admin.patch(path, { disabled: true })
    const audit = await admin.get<{ items: { action: string }[] }>(`/admin/api/audit?subjectId=${body.id}`)
    expect(audit.body.items.map(({ action }) => action)).toEqual([
      'staff.change',
      'staff.reset_second_factor',
      'staff.reset_password',
      'staff.change_roles',
      'staff.change',
      'staff.create',
    ])
    const text = JSON.stringify(audit.body)
    expect([body.password, reset.body.password, 'hoa.nguyen'].filter((secret) => text.includes(secret))).toEqual([])
  })

  test('people are found by name without marks, by unit, page after page', async () => {
    const world = await createWorld()
    const admin = await world.signIn({ name: 'Lê Văn Bình' })
    for (let count = 0; count < 55; count++) await world.makeStaff({ name: `Đặng Thị Số ${count}`, role: 'viewer' })
    await world.makeStaff({ name: 'Người Nơi Khác', roles: [{ role: 'viewer', unitId: ELSEWHERE }] })
    const first = await admin.get<Page>('/admin/api/staff?q=dang%20thi')
    const second = await admin.get<Page>(`/admin/api/staff?q=dang%20thi&cursor=${first.body.nextCursor}`)
    expect([first.body.items.length, second.body.items.length, second.body.nextCursor]).toEqual([50, 5, null])
    expect(new Set([...first.body.items, ...second.body.items].map(({ id }) => id)).size).toBe(55)
    const found = await admin.get<Page>(`/admin/api/staff?unitId=${ROOT}&q=B%C3%ACnh`)
    expect(found.body.items.map(({ name }) => name)).toEqual(['Lê Văn Bình'])
    expect((await admin.get<Page>('/admin/api/staff?q=noi%20khac')).body.items).toEqual([])
    expect((await admin.get(`/admin/api/staff?unitId=${ELSEWHERE}`)).status).toBe(403)
  })

  test('who is let in again signs in with the password they had', async () => {
    const world = await createWorld()
    const admin = await world.signIn()
    const { id, email } = await world.makeStaff({ role: 'editor', secondFactor: false })
    await admin.patch(`/admin/api/staff/${id}`, { disabled: true })
    await admin.patch(`/admin/api/staff/${id}`, { disabled: false })
    const entered = await world.openBrowser().post('/admin/api/session', { email, password: PASSWORD })
    expect(entered.status).toBe(200)
  })
})

describe('nobody reaches beyond their own', () => {
  const asLocalAdmin = (world: Awaited<ReturnType<typeof createWorld>>) => world.signIn({ unitId: ELSEWHERE })

  test('an admin of one unit gives no role for another', async () => {
    const world = await createWorld()
    const local = await asLocalAdmin(world)
    expect(await local.post('/admin/api/staff', newStaff)).toMatchObject({
      status: 403,
      body: { code: 'staff.forbidden' },
    })
    const own = { ...newStaff, roles: [{ role: 'admin', unitId: ELSEWHERE }] }
    expect((await local.post('/admin/api/staff', own)).status).toBe(201)
  })

  test('somebody with a role elsewhere is as good as absent to them, in the list and by every door', async () => {
    const world = await createWorld()
    const local = await asLocalAdmin(world)
    const both = [editor, { role: 'viewer' as const, unitId: ELSEWHERE }]
    const { id } = await world.makeStaff({ roles: both.map((role) => ({ ...role, role: 'viewer' })) })
    const path = `/admin/api/staff/${id}`
    const answers = await Promise.all([
      local.get(path),
      local.patch(path, { disabled: true }),
      local.put(`${path}/roles`, { roles: [{ role: 'viewer', unitId: ELSEWHERE }] }),
      local.post(`${path}/reset-password`),
      local.post(`${path}/reset-second-factor`),
    ])
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    expect(answers[0]?.body).toMatchObject({ code: 'staff.not_found' })
  })

  test('who manages nobody is refused everywhere', async () => {
    const world = await createWorld()
    const publisher = await world.signIn({ role: 'publisher' })
    const { id } = await world.makeStaff({ role: 'viewer' })
    const path = `/admin/api/staff/${id}`
    const answers = await Promise.all([
      publisher.get('/admin/api/staff'),
      publisher.post('/admin/api/staff', newStaff),
      publisher.get(path),
      publisher.patch(path, { disabled: true }),
      publisher.put(`${path}/roles`, { roles: [editor] }),
      publisher.post(`${path}/reset-password`),
      publisher.post(`${path}/reset-second-factor`),
    ])
    expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(403))
  })

  test('an admin without a code in this session changes nobody', async () => {
    const world = await createWorld()
    const admin = await world.signIn({ secondFactor: false })
    expect(await admin.post('/admin/api/staff', newStaff)).toMatchObject({
      status: 403,
      body: { code: 'staff.second_factor_required' },
    })
  })
})

describe('somebody is always left who may', () => {
  const disable = (admin: StaffClient, id: string) => admin.patch(`/admin/api/staff/${id}`, { disabled: true })
  const demote = (admin: StaffClient, id: string) => admin.put(`/admin/api/staff/${id}/roles`, { roles: [editor] })

  test('nobody disables themselves', async () => {
    const world = await createWorld()
    const admin = await world.signIn()
    await world.makeStaff()
    expect(await disable(admin, admin.id)).toMatchObject({ status: 409, body: { code: 'staff.is_yourself' } })
  })

  test('the last admin of the whole office cannot be made less, and a disabled one does not count', async () => {
    const world = await createWorld()
    const admin = await world.signIn()
    const other = await world.makeStaff()
    expect((await disable(admin, other.id)).status).toBe(200)
    expect(await demote(admin, admin.id)).toMatchObject({ status: 409, body: { code: 'staff.last_admin' } })
    await admin.patch(`/admin/api/staff/${other.id}`, { disabled: false })
    expect((await demote(admin, admin.id)).status).toBe(200)
  })

  test('not even when two admins disable each other at the same moment', async () => {
    const world = await createWorld()
    const [one, two] = [await world.signIn(), await world.signIn()]
    const answers = await Promise.all([disable(one, two.id), disable(two, one.id)])
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1)
    const left = await world.service.ctx.db.values<[number]>(
      `SELECT count(*) FROM staff JOIN staff_roles ON staff_id = staff.id WHERE role = 'admin' AND disabled_at IS NULL`,
    )
    expect(left[0]?.[0]).toBeGreaterThanOrEqual(1)
  })
})

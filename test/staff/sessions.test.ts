import { describe, expect, test } from 'vitest'
import { codeOf, PASSWORD } from '../world/staff.ts'
import { createWorld } from '../world/world.ts'

const ME = '/admin/api/me'
const MINUTE = 60_000
const later = (world: { clock: { now: Date } }, minutes: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + minutes * MINUTE)
}
const NEXT = 'Vàm Cỏ Đông ơi nước xanh'

describe('a session', () => {
  test('is a cookie for this host alone, out of reach of scripts and of other sites', async () => {
    const world = await createWorld()
    const { email } = await world.makeStaff({ secondFactor: false })
    const { headers } = await world.openBrowser().post('/admin/api/session', { email, password: PASSWORD })
    const [cookie = '', ...others] = headers.getSetCookie()
    expect(others).toEqual([])
    const [value = '', ...attributes] = cookie.split('; ')
    expect(value).toMatch(/^__Host-session=[\w-]{32}\./)
    expect(attributes.sort()).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Strict', 'Secure'])
  })

  test('has a new id at every sign-in and after the code, and the one before opens nothing', async () => {
    const world = await createWorld()
    const lan = await world.signIn({ secondFactor: false })
    const first = lan.cookie
    await lan.post('/admin/api/session', { email: lan.email, password: PASSWORD })
    expect(lan.cookie).not.toBe(first)
    expect((await lan.get(ME)).status).toBe(200)
    expect((await world.openBrowser().get(ME, { cookie: first })).status).toBe(401)
  })

  test('is kept as a hash alone: the database opens no door', async () => {
    const world = await createWorld()
    const lan = await world.signIn()
    const token = /__Host-session=([^.]+)/.exec(lan.cookie)?.[1] ?? ''
    expect(token).toHaveLength(32)
    const rows = JSON.stringify(await world.service.ctx.db.values('SELECT * FROM staff_sessions'))
    expect(rows).toContain(lan.id)
    expect(rows).not.toContain(token)
    const [[stored] = []] = await world.service.ctx.db.values<[string]>('SELECT token FROM staff_sessions')
    expect((await world.openBrowser().get(ME, { cookie: `__Host-session=${stored}.x` })).status).toBe(401)
  })

  test('ends after half an hour of nothing', async () => {
    const world = await createWorld()
    const lan = await world.signIn()
    later(world, 29)
    expect((await lan.get(ME)).status).toBe(200)
    later(world, 29)
    expect((await lan.get(ME)).status).toBe(200)
    later(world, 30)
    expect(await lan.get(ME)).toMatchObject({ status: 401, body: { code: 'staff.not_signed_in' } })
  })

  test('ends after twelve hours however busy it was', async () => {
    const world = await createWorld()
    const lan = await world.signIn()
    for (let quarter = 1; quarter < 12 * 4; quarter++) {
      later(world, 15)
      expect((await lan.get(ME)).status).toBe(200)
    }
    later(world, 15)
    expect((await lan.get(ME)).status).toBe(401)
  })

  test('is no younger for another password or a second factor', async () => {
    const world = await createWorld()
    const lan = await world.signIn({ secondFactor: false })
    for (let half = 0; half < 23; half++) {
      later(world, 29)
      await lan.get(ME)
    }
    expect((await lan.post('/admin/api/me/password', { current: PASSWORD, next: NEXT })).status).toBe(200)
    expect((await lan.get(ME)).status).toBe(200)
    later(world, 29)
    expect((await lan.get(ME)).status).toBe(200)
    later(world, 25)
    expect((await lan.get(ME)).status).toBe(401)
  })

  test('ends when its owner signs out, and the cookies go', async () => {
    const world = await createWorld()
    const lan = await world.signIn()
    const { cookie } = lan
    expect((await lan.delete('/admin/api/session')).body).toEqual({ done: true })
    expect(lan.cookie).toBe('')
    expect((await world.openBrowser().get(ME, { cookie })).status).toBe(401)
  })
})

describe('every session of a person ends', () => {
  test('when the password changes, and the person goes on in a new one', async () => {
    const world = await createWorld()
    const lan = await world.signIn()
    const { cookie } = lan
    const changed = await lan.post('/admin/api/me/password', { current: PASSWORD, next: NEXT })
    expect([changed.status, changed.body]).toEqual([200, { done: true }])
    expect((await world.openBrowser().get(ME, { cookie })).status).toBe(401)
    expect((await lan.get(ME)).body).toMatchObject({ id: lan.id, hasSecondFactor: true })
    const browser = world.openBrowser()
    const signIn = (password: string) => browser.post('/admin/api/session', { email: lan.email, password })
    expect([(await signIn(PASSWORD)).status, (await signIn(NEXT)).status]).toEqual([401, 200])
  })

  test.each([
    ['is disabled', (id: string) => ['PATCH', `/admin/api/staff/${id}`, { disabled: true }] as const],
    ['gets other roles', rolesOf],
    [
      'gets a new first password',
      (id: string) => ['POST', `/admin/api/staff/${id}/reset-password`, undefined] as const,
    ],
    [
      'loses the second factor',
      (id: string) => ['POST', `/admin/api/staff/${id}/reset-second-factor`, undefined] as const,
    ],
  ])('when the person %s', async (_, change) => {
    const world = await createWorld()
    const admin = await world.signIn()
    const lan = await world.signIn({ role: 'editor' })
    const [method, path, body] = change(lan.id)
    const call = { PATCH: admin.patch, POST: admin.post, PUT: admin.put }[method]
    expect((await call(path, body)).status).toBe(200)
    expect((await lan.get(ME)).status).toBe(401)
    expect((await admin.get(ME)).status).toBe(200)
  })

  function rolesOf(id: string) {
    const roles = [{ role: 'viewer', unitId: 'so-gddt' }]
    return ['PUT', `/admin/api/staff/${id}/roles`, { roles }] as const
  }

  test('and a sign-in that waits for its code ends with the person', async () => {
    const world = await createWorld()
    const admin = await world.signIn()
    const lan = await world.makeStaff({ role: 'editor' })
    const browser = world.openBrowser()
    await browser.post('/admin/api/session', { email: lan.email, password: PASSWORD })
    await admin.patch(`/admin/api/staff/${lan.id}`, { disabled: true })
    const answer = await browser.post('/admin/api/session/code', {
      code: await codeOf(world.service, lan.secret ?? ''),
    })
    expect([answer.status, answer.body]).toMatchObject([401, { code: 'staff.sign_in_expired' }])
  })
})

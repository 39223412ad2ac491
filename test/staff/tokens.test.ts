import { describe, expect, test } from 'vitest'
import { createWorld } from '../world/world.ts'

type Made = { id: string; token: string; expiresAt: string }
const DAY = 24 * 60 * 60_000
const wish = { name: 'Cổng thông tin', permissions: ['audit.read'], unitId: 'so-gddt', expiresInDays: 30 }

/** Another system: no cookie, no page, only its key. */
function withKey(url: string, token: string) {
  return async (path: string, method = 'GET', body?: unknown) => {
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body ? JSON.stringify(body) : undefined,
    })
    return { status: response.status, body: (await response.json()) as { items?: object[]; code?: string } }
  }
}

async function makeKey(changes: object = {}) {
  const world = await createWorld()
  const admin = await world.signIn({ name: 'Lê Văn Bình' })
  const made = await admin.post<Made>('/admin/api/tokens', { ...wish, ...changes })
  return { world, admin, made, call: withKey(world.url, made.body.token) }
}

describe('a key for another system', () => {
  test('does what it was made for without a browser, and is named in the audit', async () => {
    const { made, call } = await makeKey({ permissions: ['audit.read', 'staff.manage'] })
    expect(made.body).toMatchObject({ token: expect.stringMatching(/^cchc_[\w-]{43}$/) })
    expect((await call('/admin/api/audit')).status).toBe(200)
    const newStaff = { email: 'hoa@example.vn', name: 'Hoa', roles: [{ role: 'viewer', unitId: 'so-gddt' }] }
    expect((await call('/admin/api/staff', 'POST', newStaff)).status).toBe(403)
    expect((await call('/admin/api/tokens')).status).toBe(403)
    expect((await call('/admin/api/audit?action=token.create')).body.items).toMatchObject([
      { actorName: 'Lê Văn Bình', via: 'session', subjectId: made.body.id },
    ])
  })

  test('changes are made in its maker’s name and its own', async () => {
    const { admin, world, call } = await makeKey({
      permissions: ['content.read', 'figures.read', 'staff.manage', 'audit.read'],
    })
    const { id } = await world.makeStaff({ role: 'viewer' })
    expect((await call(`/admin/api/staff/${id}`, 'PATCH', { name: 'Tên mới' })).status).toBe(200)
    const { body } = await admin.get<{ items: object[] }>('/admin/api/audit?action=staff.change')
    expect(body.items).toMatchObject([
      { actorName: 'Lê Văn Bình (Cổng thông tin)', via: expect.stringMatching(/^token:/) },
    ])
  })

  test('is told once and kept as a hash', async () => {
    const { admin, made, world } = await makeKey()
    const list = await admin.get('/admin/api/tokens')
    expect(list.body).toMatchObject({
      items: [{ id: made.body.id, name: wish.name, permissions: ['audit.read'], makerName: 'Lê Văn Bình' }],
    })
    const kept = JSON.stringify([list.body, await world.service.ctx.db.values('SELECT * FROM staff_tokens')])
    expect(kept).not.toContain(made.body.token)
    expect(kept).not.toContain(made.body.token.slice(5))
  })

  test('opens nothing once revoked, once expired, or once its maker is out', async () => {
    const revoked = await makeKey()
    expect((await revoked.admin.delete(`/admin/api/tokens/${revoked.made.body.id}`)).status).toBe(200)
    expect((await revoked.call('/admin/api/audit')).status).toBe(401)
    expect((await revoked.admin.delete(`/admin/api/tokens/${revoked.made.body.id}`)).status).toBe(404)

    const expired = await makeKey()
    expired.world.clock.now = new Date(expired.world.clock.now.getTime() + 30 * DAY - 1)
    expect((await expired.call('/admin/api/audit')).status).toBe(200)
    expired.world.clock.now = new Date(expired.world.clock.now.getTime() + 1)
    expect((await expired.call('/admin/api/audit')).status).toBe(401)

    const orphaned = await makeKey()
    const other = await orphaned.world.signIn()
    await other.patch(`/admin/api/staff/${orphaned.admin.id}`, { disabled: true })
    expect((await orphaned.call('/admin/api/audit')).status).toBe(401)
  })

  test('loses what its maker loses', async () => {
    const { admin, world, call } = await makeKey()
    const other = await world.signIn()
    const roles = [{ role: 'viewer', unitId: 'so-gddt' }]
    expect((await other.put(`/admin/api/staff/${admin.id}/roles`, { roles })).status).toBe(200)
    expect(await call('/admin/api/audit')).toMatchObject({ status: 403, body: { code: 'staff.forbidden' } })
  })

  test('reaches no further than the unit it was made for', async () => {
    const world = await createWorld()
    const unitId = 'mot-don-vi-khac'
    const admin = await world.signIn({
      roles: [
        { role: 'admin', unitId },
        { role: 'admin', unitId: 'so-gddt' },
      ],
    })
    const { body } = await admin.post<Made>('/admin/api/tokens', { ...wish, unitId, permissions: ['staff.manage'] })
    const call = withKey(world.url, body.token)
    expect((await call(`/admin/api/staff?unitId=${unitId}`)).status).toBe(200)
    expect((await call('/admin/api/staff?unitId=so-gddt')).status).toBe(403)
  })

  test('is made of what its maker holds for the unit, and not by another key', async () => {
    const world = await createWorld()
    const local = await world.signIn({ unitId: 'mot-don-vi-khac' })
    expect(await local.post('/admin/api/tokens', wish)).toMatchObject({ status: 403 })
    const editor = await world.signIn({ role: 'editor' })
    expect((await editor.post('/admin/api/tokens', wish)).status).toBe(403)
    const { call } = await makeKey({ permissions: ['tokens.manage'] })
    expect((await call('/admin/api/tokens', 'POST', { ...wish, permissions: ['tokens.manage'] })).status).toBe(403)
  })

  test('is not made for longer than a year, for no time, for nothing, or for what does not exist', async () => {
    const { admin } = await makeKey()
    const statuses = []
    for (const wrong of [{ expiresInDays: 366 }, { expiresInDays: 0 }, { permissions: [] }, { permissions: ['all'] }])
      statuses.push((await admin.post('/admin/api/tokens', { ...wish, ...wrong })).status)
    expect(statuses).toEqual([400, 400, 400, 400])
  })

  test('made up or cut short, it opens nothing', async () => {
    const { world, made } = await makeKey()
    for (const token of [made.body.token.slice(0, -1), `cchc_${'x'.repeat(43)}`, '', 'a b'])
      expect((await withKey(world.url, token)('/admin/api/audit')).status).toBe(401)
  })
})

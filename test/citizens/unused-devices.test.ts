import { expect, test } from 'vitest'
import { ok, send } from '../feedback/reporting.ts'
import { openOffice, publishAnother } from '../privacy/whole-story.ts'
import { createWorld } from '../world/world.ts'

const DAY_MS = 24 * 60 * 60_000

test('a device that left nothing is forgotten a week after its session; one that wrote, agreed or follows is not', async () => {
  const world = await createWorld()
  const { other: sender, code } = await publishAnother(world, await openOffice(world))
  const [unused, inUse, agreed, follower] = [1, 2, 3, 4].map(() => world.openPhone())
  if (!unused || !inUse || !agreed || !follower) throw new Error('four phones were opened')
  for (const phone of [unused, inUse, agreed, follower]) await phone.signIn()
  ok(await agreed.post('/api/me/consents', { purpose: 'notices', textVersion: 1 }))
  ok(await follower.post(`/api/feedback/answered/${code}/followers`))
  const onZalo = world.openPhone()
  await onZalo.signIn({ zaloAccessToken: world.zalo.state.mintToken('4047671499938107249') })
  for (const phone of [unused, agreed, follower, sender, onZalo]) ok(await phone.delete('/api/session'))

  const { db } = world.service.ctx
  const countAfter = async (days: number) => {
    world.clock.now = new Date(world.clock.now.getTime() + days * DAY_MS)
    await world.runJob('citizens.forget')
    return db.values('SELECT kind, count(*) FROM citizens GROUP BY kind ORDER BY kind')
  }
  const all = [
    ['device', 5],
    ['zalo', 1],
  ]
  expect(await countAfter(6)).toEqual(all)
  expect(await countAfter(2)).toEqual([['device', 4], all[1]])
  expect(ok(await inUse.get<{ via: string }>('/api/session')).via).toBe('device')
  await send(inUse)
  expect(await countAfter(200)).toEqual([['device', 4], all[1]])
})

test('of a thousand devices that came once none is left, and one that came lately is', async () => {
  const world = await createWorld()
  const { db, write } = world.service.ctx
  await write((tx) =>
    tx.run(`INSERT INTO citizens (id, kind, created_at)
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
      SELECT printf('device-%05d', i), 'device', '2026-01-01T00:00:00.000Z' FROM n`),
  )
  await world.openPhone().signIn()
  await world.runJob('citizens.forget')
  expect(await db.values('SELECT count(*) FROM citizens')).toEqual([[1]])
})

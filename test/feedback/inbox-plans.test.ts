import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import * as inbox from '../../server/feedback/inbox.queries.ts'
import { listPublic } from '../../server/feedback/public-reports.queries.ts'
import { listOwn } from '../../server/feedback/reports.queries.ts'
import * as upkeep from '../../server/feedback/upkeep.queries.ts'
import { listWaiting } from '../../server/outbox/outbox.queries.ts'
import { createWorld } from '../world/world.ts'
import { inboxCases, openWatched } from './inbox-cases.ts'

const [NOW, SOON] = ['2026-11-23T02:00:00.000Z', '2026-11-24T10:00:00.001Z']

async function openFile() {
  const world = await createWorld()
  return openWatched(world.databaseFile)
}

test('no page of the inbox, of one’s own reports or of the public ones, and no job, goes through all reports', async () => {
  const { db, asked, findScans, close } = await openFile()
  const cases = inboxCases({
    scopes: { two: ['so-gddt', 'mau-thpt'] },
    categories: { one: 'khac' },
    ...{ officerId: 'lan', now: NOW, soon: SOON },
  })
  for (const { wish } of cases)
    for (const after of [undefined, { sortKey: NOW, id: 'x' }]) await inbox.listInbox(db, { ...wish, after, limit: 51 })
  await inbox.countOpen(db, ['so-gddt'])
  await inbox.countDue(db, ['so-gddt'], { from: NOW, until: SOON })
  await inbox.countMine(db, ['so-gddt'], 'lan')
  await listOwn(db, 'mai', { before: 'x', limit: 31 })
  await listPublic(db, { words: [], limit: 21 })
  await listPublic(db, { words: [], categoryId: 'khac', after: { sortKey: NOW, id: 'x' }, limit: 21 })
  await upkeep.listToEscalate(db, { now: NOW, limit: 200 })
  await upkeep.listDueSoon(db, { from: NOW, until: SOON, limit: 200 })
  await upkeep.listUnreopened(db, { before: NOW, limit: 200 })
  await upkeep.listForAnswerDay(db, { today: '2026-11-23', limit: 200 })
  await listWaiting(db, { until: NOW, limit: 200 })
  expect(asked.size).toBeGreaterThan(30)
  expect(findScans().filter((scan) => !scan.startsWith('SCAN public_reports USING INDEX'))).toEqual([])
  close()
})

test('a question that does would be found', async () => {
  const { db, findScans, close } = await openFile()
  await db.values(sql`SELECT count(*) FROM reports WHERE place = 'x'`)
  expect(findScans()).toHaveLength(1)
  close()
})

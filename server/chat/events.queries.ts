import { and, asc, eq, inArray, lt, lte, max, ne, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db, Tx } from '../db/database.ts'
import { insertOnce, preparedOnce } from '../db/prepared-once.ts'
import type { EVENT_STATES } from './chat.schemas.ts'
import { chatEvents } from './chat.table.ts'

export type EventRow = typeof chatEvents.$inferSelect

/** The place in the webhook's inbox up to which everything was taken over. */
export async function findNewestSeq(db: Db): Promise<number> {
  const [row] = await db.select({ seq: max(chatEvents.seq) }).from(chatEvents)
  return row?.seq ?? 0
}

export const insertEvent = insertOnce(chatEvents, { onConflict: 'nothing' })

const isDue = (now: string) => and(eq(chatEvents.state, 'waiting'), lte(chatEvents.nextAt, now))

export async function hasDue(db: Db, now: string) {
  const [row] = await db.select({ key: chatEvents.key }).from(chatEvents).where(isDue(now)).limit(1)
  return row !== undefined
}

/** Events that may be handled now: of each person the first that waits, if its time has come. */
export async function listDueHeads(db: Db, now: string, most: number) {
  const earlier = alias(chatEvents, 'earlier')
  const before = and(eq(earlier.lane, chatEvents.lane), eq(earlier.state, 'waiting'), lt(earlier.seq, chatEvents.seq))
  const isHead = notExists(db.select({ one: sql`1` }).from(earlier).where(before))
  return db
    .select({ key: chatEvents.key, lane: chatEvents.lane })
    .from(chatEvents)
    .where(and(isDue(now), isHead))
    .orderBy(asc(chatEvents.seq))
    .limit(most)
}

const waitingInLane = preparedOnce((db) =>
  db
    .select()
    .from(chatEvents)
    .where(and(eq(chatEvents.lane, sql.placeholder('lane')), eq(chatEvents.state, 'waiting')))
    .orderBy(asc(chatEvents.seq))
    .limit(sql.placeholder('most'))
    .prepare(),
)

/** What waits of one person, in order. */
export async function listWaitingInLane(db: Db, lane: string, most: number): Promise<EventRow[]> {
  return waitingInLane(db).execute({ lane, most })
}

export async function findEvent(db: Db, key: string): Promise<EventRow | undefined> {
  const [row] = await db.select().from(chatEvents).where(eq(chatEvents.key, key)).limit(1)
  return row
}

/** What was said goes with it. Tells whether it was still waiting. */
export async function settleEvents(
  tx: Tx,
  keys: string[],
  { state, problem }: { state: 'done' | 'ignored'; problem?: string | undefined },
) {
  const settled = await tx
    .update(chatEvents)
    .set({ state, sealed: null, problem: problem ?? null })
    .where(and(inArray(chatEvents.key, keys), eq(chatEvents.state, 'waiting')))
    .returning({ key: chatEvents.key })
  return settled.length === keys.length
}

export async function setEvent(
  tx: Tx,
  key: string,
  change: { state: (typeof EVENT_STATES)[number]; attempts: number; nextAt: string; problem: string | null },
) {
  await tx
    .update(chatEvents)
    .set(change)
    .where(and(eq(chatEvents.key, key), eq(chatEvents.state, 'waiting')))
}

/** Drops the words of events that nobody could handle. */
export async function dropWordsInLane(tx: Tx, lane: string) {
  await tx
    .update(chatEvents)
    .set({ sealed: null })
    .where(and(eq(chatEvents.lane, lane), ne(chatEvents.state, 'waiting')))
}

/** The newest stays: it tells up to where the inbox was taken over. */
export async function deleteSettledEvents(tx: Tx, before: string) {
  const newest = tx.select({ seq: max(chatEvents.seq) }).from(chatEvents)
  await tx
    .delete(chatEvents)
    .where(
      and(lt(chatEvents.receivedAt, before), ne(chatEvents.state, 'waiting'), sql`${chatEvents.seq} < (${newest})`),
    )
}

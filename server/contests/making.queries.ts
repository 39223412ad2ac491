import { and, asc, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { contestRounds } from './contests.table.ts'
import { contestResults, resultRows, resultUnits } from './results.table.ts'

export type ResultRow = typeof contestResults.$inferSelect
export type NewRow = Omit<typeof resultRows.$inferSelect, 'resultId'>
export type NewUnit = Omit<typeof resultUnits.$inferSelect, 'resultId'>

const ofRound = (roundId: string | null) =>
  roundId === null ? isNull(contestResults.roundId) : eq(contestResults.roundId, roundId)

/** Stands in place of a hash while a result is being reckoned: what changes from now on needs another one. */
const UNDER_WAY = 'reckoning'

/** Asks for a result, unless one is waiting already: that one will count everything there is by then. */
export async function wantResult(
  tx: Tx,
  wanted: {
    id: string
    contestId: string
    roundId: string | null
    at: string
    by: string | null
    reason: string | null
  },
) {
  const { id, contestId, roundId, at, by, reason } = wanted
  await tx.run(sql`
    INSERT INTO contest_results (id, contest_id, round_id, number, state, made_at, made_by, reason, entrants,
      all_correct, hash, last_seq)
    SELECT ${id}, ${contestId}, ${roundId}, 1 + coalesce((SELECT max(number) FROM contest_results
      WHERE contest_id = ${contestId} AND round_id IS ${roundId}), 0), 'wanted', ${at}, ${by}, ${reason}, 0, 0, '', 0
    WHERE NOT EXISTS (SELECT 1 FROM contest_results
      WHERE contest_id = ${contestId} AND round_id IS ${roundId} AND state = 'wanted' AND hash <> ${UNDER_WAY})`)
}

export async function beginReckoning(tx: Tx, id: string) {
  await tx
    .update(contestResults)
    .set({ hash: UNDER_WAY })
    .where(and(eq(contestResults.id, id), eq(contestResults.state, 'wanted')))
}

/** Rounds first: the whole contest is the sum of them. */
export async function listWanted(db: Db): Promise<ResultRow[]> {
  return db
    .select()
    .from(contestResults)
    .where(eq(contestResults.state, 'wanted'))
    .orderBy(sql`round_id IS NULL`, asc(contestResults.id))
}

export async function isWanted(db: Db, contestId: string, roundId: string | null) {
  const waiting = and(eq(contestResults.contestId, contestId), ofRound(roundId), eq(contestResults.state, 'wanted'))
  return (await db.$count(contestResults, waiting)) > 0
}

/** The newest that stands. */
export async function findResult(db: Db, contestId: string, roundId: string | null): Promise<ResultRow | undefined> {
  const [row] = await db
    .select()
    .from(contestResults)
    .where(
      and(
        eq(contestResults.contestId, contestId),
        ofRound(roundId),
        inArray(contestResults.state, ['provisional', 'official']),
      ),
    )
    .orderBy(desc(contestResults.number))
    .limit(1)
  return row
}

/** All that were made, the first one first. */
export async function listVersions(db: Db, contestId: string, roundId: string | null): Promise<ResultRow[]> {
  return db
    .select()
    .from(contestResults)
    .where(and(eq(contestResults.contestId, contestId), ofRound(roundId), ne(contestResults.state, 'wanted')))
    .orderBy(asc(contestResults.number))
}

/** What a reckoning that was cut off had written. */
export async function deleteRows(tx: Tx, resultId: string) {
  await tx.delete(resultRows).where(eq(resultRows.resultId, resultId))
  await tx.delete(resultUnits).where(eq(resultUnits.resultId, resultId))
}

export async function insertRows(tx: Tx, resultId: string, rows: NewRow[]) {
  const packed = rows.map((row) => [
    ...[row.entryId, row.blockId, row.place, row.rank, row.attemptId, row.score, row.outOf],
    ...[row.prediction, row.distance, row.takenMs, row.submittedMs, row.draw],
  ])
  await tx.run(sql`
    INSERT INTO result_rows (result_id, entry_id, block_id, place, rank, attempt_id, score, out_of, prediction,
      distance, taken_ms, submitted_ms, draw)
    SELECT ${resultId}, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7,
      value->>8, value->>9, value->>10, value->>11
    FROM json_each(${JSON.stringify(packed)})`)
}

export async function insertUnits(tx: Tx, resultId: string, rows: NewUnit[]) {
  for (const row of rows) await tx.insert(resultUnits).values({ ...row, resultId })
}

/** Ends a reckoning: it stands in place of the one before. Returns nothing when it was ended already. */
export async function finishResult(
  tx: Tx,
  made: Pick<ResultRow, 'id' | 'contestId' | 'roundId'> &
    Pick<
      ResultRow,
      'entrants' | 'allCorrect' | 'hash' | 'lastSeq' | 'madeAt' | 'signature' | 'signedBy' | 'signedAt'
    > & {
      state: 'provisional' | 'official'
    },
) {
  const { id, contestId, roundId, ...rest } = made
  const [finished] = await tx
    .update(contestResults)
    .set(rest)
    .where(and(eq(contestResults.id, id), eq(contestResults.state, 'wanted')))
    .returning()
  if (finished === undefined) return undefined
  await tx
    .update(contestResults)
    .set({ state: 'replaced' })
    .where(
      and(
        eq(contestResults.contestId, contestId),
        ofRound(roundId),
        ne(contestResults.id, id),
        inArray(contestResults.state, ['provisional', 'official']),
      ),
    )
  return finished
}

/** Makes a provisional result official; nothing when it is no longer the one that stands. */
export async function signResult(
  tx: Tx,
  { id, signature, signedBy, signedAt }: { id: string; signature: string; signedBy: string; signedAt: string },
) {
  const [signed] = await tx
    .update(contestResults)
    .set({ state: 'official', signature, signedBy, signedAt })
    .where(and(eq(contestResults.id, id), eq(contestResults.state, 'provisional')))
    .returning()
  return signed
}

/** Rounds that are over and have no result yet. */
export async function listClosedRounds(db: Db, before: string) {
  return db
    .select()
    .from(contestRounds)
    .where(and(eq(contestRounds.state, 'closed'), sql`${contestRounds.closesAt} <= ${before}`))
}

import { and, asc, eq, sql } from 'drizzle-orm'
import type { Db } from '../db/database.ts'
import { contestAttempts, contestEvents } from './attempts.table.ts'
import { contestEntries } from './contests.table.ts'
import { resultRows } from './results.table.ts'

export type AttemptToCount = Awaited<ReturnType<typeof listAttemptsToCount>>[number]

/** Attempts of a round whose people are ranked, one person's after another, a page at a time. */
export async function listAttemptsToCount(
  db: Db,
  roundId: string,
  { after, limit }: { after: { entryId: string; number: number } | undefined; limit: number },
) {
  const { id, entryId, number, state, startedMs, submittedMs, paper, sheet, prediction } = contestAttempts
  return db
    .select({
      ...{ id, entryId, number, state, startedMs, submittedMs, paper, sheet, prediction },
      ...{ blockId: contestEntries.blockId, unitId: contestEntries.unitId },
    })
    .from(contestAttempts)
    .innerJoin(contestEntries, eq(contestEntries.id, contestAttempts.entryId))
    .where(
      and(
        eq(contestAttempts.roundId, roundId),
        sql`(${entryId}, ${number}) > (${after?.entryId ?? ''}, ${after?.number ?? 0})`,
        eq(contestEntries.status, 'counted'),
      ),
    )
    .orderBy(asc(entryId), asc(number))
    .limit(limit)
}

/** What counted in a round's result, by person. */
export async function listCounted(db: Db, resultId: string, { after, limit }: { after: string; limit: number }) {
  const { entryId, blockId, attemptId, score, outOf, distance, takenMs, submittedMs } = resultRows
  return db
    .select({
      ...{ entryId, blockId, attemptId, score, outOf, distance, takenMs, submittedMs },
      unitId: contestEntries.unitId,
    })
    .from(resultRows)
    .innerJoin(contestEntries, eq(contestEntries.id, entryId))
    .where(and(eq(resultRows.resultId, resultId), sql`${entryId} > ${after}`))
    .orderBy(asc(entryId))
    .limit(limit)
}

export async function findLastSeq(db: Db): Promise<number> {
  const [row] = await db.values<[number | null]>(sql`SELECT max(${contestEvents.seq}) FROM ${contestEvents}`)
  return row?.[0] ?? 0
}

/** For each unit and audience the number that held on the day. */
export async function listHeadcounts(db: Db, unitIds: string[], onDate: string) {
  return db.values<[unitId: string, audience: string, count: number]>(sql`
    SELECT h.unit_id, h.audience, h.count FROM unit_headcounts h
    WHERE h.unit_id IN (SELECT value FROM json_each(${JSON.stringify(unitIds)})) AND h.as_of = (
      SELECT max(l.as_of) FROM unit_headcounts l
      WHERE l.unit_id = h.unit_id AND l.audience = h.audience AND l.as_of <= ${onDate})`)
}

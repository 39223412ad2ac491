import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Db } from '../db/database.ts'
import { contestRounds, contestVoids } from './contests.table.ts'
import { contestResults } from './results.table.ts'

/** Questions taken out of the marking, as everybody is told. */
export async function listNotices(db: Db, contestId: string) {
  return db
    .select({ round: contestRounds.number, text: contestVoids.reason, at: contestVoids.at })
    .from(contestVoids)
    .innerJoin(contestRounds, eq(contestRounds.id, contestVoids.roundId))
    .where(eq(contestRounds.contestId, contestId))
    .orderBy(asc(contestVoids.at))
}

export async function listRoundsWithResult(db: Db, contestId: string): Promise<Set<string | null>> {
  const rows = await db
    .selectDistinct({ roundId: contestResults.roundId })
    .from(contestResults)
    .where(and(eq(contestResults.contestId, contestId), isNotNull(contestResults.roundId)))
  return new Set(rows.map(({ roundId }) => roundId))
}

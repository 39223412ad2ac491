import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Db } from '../db/database.ts'
import { preparedOnce } from '../db/prepared-once.ts'
import { contestAttempts } from './attempts.table.ts'
import { contestEntries, contestRounds } from './contests.table.ts'

export type AttemptRow = typeof contestAttempts.$inferSelect

const byId = preparedOnce((db) =>
  db
    .select({ attempt: contestAttempts, citizenId: contestEntries.citizenId, blockId: contestEntries.blockId })
    .from(contestAttempts)
    .innerJoin(contestEntries, eq(contestEntries.id, contestAttempts.entryId))
    .where(eq(contestAttempts.id, sql.placeholder('id')))
    .limit(1)
    .prepare(),
)

export async function findAttempt(db: Db, id: string) {
  const [row] = await byId(db).execute({ id })
  return row
}

/** One person's in all rounds, as they were begun. */
export async function listAttemptsOf(db: Db, entryId: string): Promise<AttemptRow[]> {
  return db
    .select()
    .from(contestAttempts)
    .where(eq(contestAttempts.entryId, entryId))
    .orderBy(asc(contestAttempts.startedMs), asc(contestAttempts.number))
}

/** Still open although their time was over before that moment. */
export async function listOverdue(
  db: Db,
  { roundId, before, limit }: { roundId: string; before: number; limit: number },
) {
  const rows = await db
    .select({ id: contestAttempts.id })
    .from(contestAttempts)
    .where(
      and(
        eq(contestAttempts.roundId, roundId),
        eq(contestAttempts.state, 'in_progress'),
        lt(contestAttempts.deadlineMs, before),
      ),
    )
    .orderBy(asc(contestAttempts.deadlineMs))
    .limit(limit)
  return rows.map(({ id }) => id)
}

export async function findRoundById(db: Db, id: string) {
  const [row] = await db.select().from(contestRounds).where(eq(contestRounds.id, id))
  return row
}

/** Rounds in which a paper may still be open. */
export async function listRunningRounds(db: Db): Promise<string[]> {
  const rows = await db
    .select({ id: contestRounds.id })
    .from(contestRounds)
    .where(inArray(contestRounds.state, ['scheduled', 'open', 'closed']))
  return rows.map(({ id }) => id)
}

import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '../db/database.ts'
import { contestAttempts } from './attempts.table.ts'

/** Of one person in one round, the first one first. */
export async function listAttemptsOf(db: Db, roundId: string, entryId: string) {
  return db
    .select()
    .from(contestAttempts)
    .where(and(eq(contestAttempts.roundId, roundId), eq(contestAttempts.entryId, entryId)))
    .orderBy(asc(contestAttempts.number))
}

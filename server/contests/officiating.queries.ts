import { and, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { questionKeys } from '../quizzes/questions.table.ts'
import { contestPool, contestRounds, contestVoids } from './contests.table.ts'

/** Returns nothing when it was taken out before. */
export async function insertVoid(tx: Tx, row: typeof contestVoids.$inferInsert) {
  const [made] = await tx.insert(contestVoids).values(row).onConflictDoNothing().returning()
  return made
}

export async function isInPool(db: Db, roundId: string, versionId: string) {
  return (await db.$count(contestPool, and(eq(contestPool.roundId, roundId), eq(contestPool.versionId, versionId)))) > 0
}

/** A corrected key is one more number; the ones before stay. */
export async function insertKey(
  tx: Tx,
  row: { versionId: string; key: number[]; explanation: string; by: string; at: string; reason: string },
) {
  const { versionId, key, ...rest } = row
  const number = sql<number>`1 + coalesce((SELECT max(number) FROM question_keys WHERE version_id = ${versionId}), 0)`
  await tx.insert(questionKeys).values({ versionId, number, key: JSON.stringify(key), ...rest })
}

/** Every round whose papers may hold the question. */
export async function listRoundsWith(db: Db, versionId: string) {
  return db
    .selectDistinct({ id: contestRounds.id, contestId: contestRounds.contestId, state: contestRounds.state })
    .from(contestPool)
    .innerJoin(contestRounds, eq(contestRounds.id, contestPool.roundId))
    .where(eq(contestPool.versionId, versionId))
}

export async function setComplaintsUntil(tx: Tx, roundId: string, complaintsUntil: string) {
  await tx.update(contestRounds).set({ complaintsUntil }).where(eq(contestRounds.id, roundId))
}

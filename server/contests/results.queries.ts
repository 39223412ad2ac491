import { and, asc, desc, eq, gt, sql } from 'drizzle-orm'
import type { Db } from '../db/database.ts'
import { questionKeys } from '../quizzes/questions.table.ts'
import { contestEntries, contestPool } from './contests.table.ts'
import { contestCertificates, resultRows, resultUnits } from './results.table.ts'

export type RowOfResult = typeof resultRows.$inferSelect

const inBlock = (resultId: string, blockId: string) =>
  and(eq(resultRows.resultId, resultId), eq(resultRows.blockId, blockId))

/** A page of a block's list, with what may be shown of each person. */
export async function listRows(
  db: Db,
  { resultId, blockId, after, limit }: { resultId: string; blockId: string; after: number; limit: number },
) {
  return db
    .select({ row: resultRows, publicName: contestEntries.publicName, unitId: contestEntries.unitId })
    .from(resultRows)
    .innerJoin(contestEntries, eq(contestEntries.id, resultRows.entryId))
    .where(and(inBlock(resultId, blockId), gt(resultRows.place, after)))
    .orderBy(asc(resultRows.place))
    .limit(limit)
}

export async function findRowOf(db: Db, resultId: string, entryId: string): Promise<RowOfResult | undefined> {
  const [row] = await db
    .select()
    .from(resultRows)
    .where(and(eq(resultRows.resultId, resultId), eq(resultRows.entryId, entryId)))
    .limit(1)
  return row
}

export async function findRowAt(
  db: Db,
  { resultId, blockId, place }: { resultId: string; blockId: string; place: number },
): Promise<RowOfResult | undefined> {
  const [row] = await db
    .select()
    .from(resultRows)
    .where(and(inBlock(resultId, blockId), eq(resultRows.place, place)))
    .limit(1)
  return row
}

/** How many stand in a block's list: the last place. */
export async function countPeople(db: Db, resultId: string, blockId: string): Promise<number> {
  const [row] = await db
    .select({ place: resultRows.place })
    .from(resultRows)
    .where(inBlock(resultId, blockId))
    .orderBy(desc(resultRows.place))
    .limit(1)
  return row?.place ?? 0
}

export async function listUnits(db: Db, resultId: string, blockId: string) {
  return db
    .select()
    .from(resultUnits)
    .where(and(eq(resultUnits.resultId, resultId), eq(resultUnits.blockId, blockId)))
    .orderBy(sql`rank IS NULL`, asc(resultUnits.rank), desc(resultUnits.points), asc(resultUnits.unitId))
}

export async function findCertificateOf(db: Db, resultId: string, entryId: string) {
  const [row] = await db
    .select()
    .from(contestCertificates)
    .where(and(eq(contestCertificates.resultId, resultId), eq(contestCertificates.entryId, entryId)))
    .limit(1)
  return row
}

/** Keys of a round's questions that were corrected, and why. */
export async function listCorrections(db: Db, roundId: string) {
  return db
    .selectDistinct({ versionId: questionKeys.versionId, reason: questionKeys.reason, at: questionKeys.at })
    .from(questionKeys)
    .innerJoin(contestPool, eq(contestPool.versionId, questionKeys.versionId))
    .where(and(eq(contestPool.roundId, roundId), gt(questionKeys.number, 1), sql`${questionKeys.reason} IS NOT NULL`))
    .orderBy(asc(questionKeys.at))
}

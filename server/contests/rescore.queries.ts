import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Db } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import type { QuestionKind } from '../quizzes/questions.schemas.ts'
import { questionKeys } from '../quizzes/questions.table.ts'
import { contestAttempts, contestEvents } from './attempts.table.ts'
import { listPool } from './contests.queries.ts'
import { contestEntries, contestRounds, contests } from './contests.table.ts'
import { contestResults, resultRows } from './results.table.ts'

type Page = { after: string; limit: number }

export async function listLinks(db: Db, { after, limit }: { after: number; limit: number }) {
  return db
    .select()
    .from(contestEvents)
    .where(gt(contestEvents.seq, after))
    .orderBy(asc(contestEvents.seq))
    .limit(limit)
}

export async function listAttempts(db: Db, { after, limit }: Page) {
  return db
    .select()
    .from(contestAttempts)
    .where(gt(contestAttempts.id, after))
    .orderBy(asc(contestAttempts.id))
    .limit(limit)
}

export async function listContestsWithResults(db: Db) {
  return db
    .select()
    .from(contests)
    .where(sql`${contests.id} IN (SELECT ${contestResults.contestId} FROM ${contestResults})`)
    .orderBy(asc(contests.id))
}

export async function listCountedEntries(db: Db, contestId: string) {
  const { id, blockId, unitId } = contestEntries
  const rows = await db
    .select({ id, blockId, unitId })
    .from(contestEntries)
    .where(and(eq(contestEntries.contestId, contestId), eq(contestEntries.status, 'counted')))
  return new Map(rows.map(({ id: entryId, ...entry }) => [entryId, entry]))
}

export async function listResultRows(db: Db, resultId: string) {
  const rows = await db.select().from(resultRows).where(eq(resultRows.resultId, resultId))
  return new Map(rows.map((row) => [row.entryId, row]))
}

export async function listRoundsWithAttempts(db: Db): Promise<string[]> {
  const rows = await db
    .select({ id: contestRounds.id })
    .from(contestRounds)
    .where(sql`EXISTS (SELECT 1 FROM ${contestAttempts} WHERE ${contestAttempts.roundId} = ${contestRounds.id})`)
    .orderBy(asc(contestRounds.id))
  return rows.map(({ id }) => id)
}

/** Papers that were handed in, with the mark they were given. */
export async function listMarked(db: Db, roundId: string, { after, limit }: Page) {
  const { id, paper, sheet, score, submittedMs } = contestAttempts
  return db
    .select({ id, paper, sheet, score, submittedMs, blockId: contestEntries.blockId })
    .from(contestAttempts)
    .innerJoin(contestEntries, eq(contestEntries.id, contestAttempts.entryId))
    .where(
      and(
        eq(contestAttempts.roundId, roundId),
        gt(id, after),
        sql`${contestAttempts.state} IN ('submitted', 'auto_submitted')`,
      ),
    )
    .orderBy(asc(id))
    .limit(limit)
}

export type KeyHistory = { kind: QuestionKind; keys: { key: number[]; at: string }[] }

/** By block and place, every key a question has had. */
export async function listKeyHistory(db: Db, roundId: string): Promise<Map<string, KeyHistory[]>> {
  const pool = await listPool(db, roundId)
  const rows = await db
    .select({ versionId: questionKeys.versionId, key: questionKeys.key, at: questionKeys.at })
    .from(questionKeys)
    .where(inIds(questionKeys.versionId, [...new Set(pool.map(({ versionId }) => versionId))]))
    .orderBy(asc(questionKeys.versionId), asc(questionKeys.number))
  const keys = new Map<string, KeyHistory['keys']>()
  for (const { versionId, key, at } of rows) {
    const known = keys.get(versionId) ?? []
    known.push({ key: JSON.parse(key), at })
    keys.set(versionId, known)
  }
  const blocks = new Map<string, KeyHistory[]>()
  for (const { blockId, place, versionId, kind } of pool) {
    const ofBlock = blocks.get(blockId) ?? []
    ofBlock[place] = { kind, keys: keys.get(versionId) ?? [] }
    blocks.set(blockId, ofBlock)
  }
  return blocks
}

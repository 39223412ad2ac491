import { and, desc, eq, lt } from 'drizzle-orm'
import { contentItems } from '../content/content.table.ts'
import type { Db, Tx } from '../db/database.ts'
import { chatAnswerChecks } from './answer-checks.table.ts'

export type AnswerCheckRow = typeof chatAnswerChecks.$inferSelect

/** What every public thing says now, by the mark of its reply. */
export async function listReplyMarks(db: Db): Promise<string[]> {
  const { kind, slug, replyHash, isListed } = contentItems
  const rows = await db.select({ kind, slug, replyHash, isListed }).from(contentItems).orderBy(kind, slug)
  return rows.map((row) => `${row.kind}:${row.slug} ${row.replyHash} ${row.isListed}`)
}

export async function findLastCheck(db: Db): Promise<AnswerCheckRow | undefined> {
  const [row] = await db.select().from(chatAnswerChecks).orderBy(desc(chatAnswerChecks.at)).limit(1)
  return row
}

/** The last one that had not fallen, with the same questions. */
export async function findLastGood(db: Db, questionsMark: string): Promise<AnswerCheckRow | undefined> {
  const [row] = await db
    .select()
    .from(chatAnswerChecks)
    .where(and(eq(chatAnswerChecks.questionsMark, questionsMark), eq(chatAnswerChecks.isGood, true)))
    .orderBy(desc(chatAnswerChecks.at))
    .limit(1)
  return row
}

export async function insertCheck(tx: Tx, row: AnswerCheckRow) {
  await tx.insert(chatAnswerChecks).values(row)
}

export async function listChecks(db: Db, limit: number): Promise<AnswerCheckRow[]> {
  return db.select().from(chatAnswerChecks).orderBy(desc(chatAnswerChecks.at)).limit(limit)
}

export async function deleteChecksBefore(tx: Tx, at: string) {
  await tx.delete(chatAnswerChecks).where(lt(chatAnswerChecks.at, at))
}

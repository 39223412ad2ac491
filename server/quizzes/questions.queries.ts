import { and, count, desc, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm'
import { contestPool, contestRounds } from '../contests/contests.table.ts'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { staff } from '../staff/staff.table.ts'
import { questionKeys, questionVersions, quizQuestions, quizTopics } from './questions.table.ts'

export type QuestionRow = typeof quizQuestions.$inferSelect
export type VersionRow = typeof questionVersions.$inferSelect
export type KeyRow = typeof questionKeys.$inferSelect

export async function listTopics(db: Db) {
  return db.select().from(quizTopics).orderBy(quizTopics.position, quizTopics.id)
}

export async function findTopic(db: Db, id: string) {
  const [row] = await db.select().from(quizTopics).where(eq(quizTopics.id, id))
  return row
}

/** How many questions of each topic are published and in use, and how many are being written. */
export async function countByTopic(db: Db) {
  const { state, topic } = questionVersions
  return db
    .select({ state, topic, count: count() })
    .from(questionVersions)
    .innerJoin(quizQuestions, eq(quizQuestions.id, questionVersions.questionId))
    .where(and(inArray(state, ['published', 'draft']), isNull(quizQuestions.retiredAt)))
    .groupBy(state, topic)
}

export async function findQuestion(db: Db, id: string): Promise<QuestionRow | undefined> {
  const [row] = await db.select().from(quizQuestions).where(eq(quizQuestions.id, id))
  return row
}

export async function findQuestionByCode(db: Db, code: string): Promise<QuestionRow | undefined> {
  const [row] = await db.select().from(quizQuestions).where(eq(quizQuestions.code, code))
  return row
}

/** The highest code with this beginning and as many digits. */
export async function findLastCode(db: Db, beginning: string): Promise<string | undefined> {
  const [row] = await db
    .select({ code: quizQuestions.code })
    .from(quizQuestions)
    .where(and(gte(quizQuestions.code, `${beginning}0`), lt(quizQuestions.code, `${beginning}:`)))
    .orderBy(desc(quizQuestions.code))
    .limit(1)
  return row?.code
}

/** The newest first. */
export async function listVersions(db: Db, questionId: string): Promise<VersionRow[]> {
  return db
    .select()
    .from(questionVersions)
    .where(eq(questionVersions.questionId, questionId))
    .orderBy(desc(questionVersions.number))
}

/** The newest first: that one counts. */
export async function listKeysOf(db: Db, versionIds: string[]): Promise<KeyRow[]> {
  return db
    .select()
    .from(questionKeys)
    .where(inIds(questionKeys.versionId, versionIds))
    .orderBy(desc(questionKeys.number))
}

export async function listStaffNames(db: Db, ids: string[]): Promise<Map<string, string>> {
  const rows = await db.select({ id: staff.id, name: staff.name }).from(staff).where(inIds(staff.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Whether a version is in the pool of a round that is not settled yet. */
export async function isInContest(db: Db, versionIds: string[]): Promise<boolean> {
  const [row] = await db
    .select({ place: contestPool.place })
    .from(contestPool)
    .innerJoin(contestRounds, eq(contestRounds.id, contestPool.roundId))
    .where(and(inIds(contestPool.versionId, versionIds), sql`${contestRounds.state} NOT IN ('official', 'archived')`))
    .limit(1)
  return row !== undefined
}

export async function upsertTopic(tx: Tx, topic: typeof quizTopics.$inferInsert) {
  const { id, ...told } = topic
  await tx.insert(quizTopics).values(topic).onConflictDoUpdate({ target: quizTopics.id, set: told })
  return id
}

/** False when the code is taken. */
export async function insertQuestion(tx: Tx, row: QuestionRow): Promise<boolean> {
  const rows = await tx.insert(quizQuestions).values(row).onConflictDoNothing().returning({ id: quizQuestions.id })
  return rows.length > 0
}

export async function insertVersion(tx: Tx, row: VersionRow) {
  await tx.insert(questionVersions).values(row)
}

export async function insertKey(tx: Tx, row: KeyRow) {
  await tx.insert(questionKeys).values(row)
}

/** Returns nothing when somebody has changed the question since `version`. Every step begins with this. */
export async function takeQuestion(
  tx: Tx,
  { id, version }: { id: string; version: number },
  change: Partial<Pick<QuestionRow, 'flag' | 'retiredAt'>> = {},
): Promise<QuestionRow | undefined> {
  const [row] = await tx
    .update(quizQuestions)
    .set({ ...change, version: version + 1 })
    .where(and(eq(quizQuestions.id, id), eq(quizQuestions.version, version)))
    .returning()
  return row
}

/** Writes the open draft anew, key and all; nobody has answered it yet. */
export async function rewriteDraft(
  tx: Tx,
  id: string,
  change: Partial<VersionRow>,
  key: Pick<KeyRow, 'key' | 'explanation' | 'by' | 'at'>,
) {
  const [row] = await tx
    .update(questionVersions)
    .set(change)
    .where(and(eq(questionVersions.id, id), eq(questionVersions.state, 'draft')))
    .returning({ id: questionVersions.id })
  if (row === undefined) return false
  await tx.update(questionKeys).set(key).where(eq(questionKeys.versionId, id))
  return true
}

/** False when the version is no longer in the state it is moved from. */
export async function moveVersion(
  tx: Tx,
  { id, from }: { id: string; from: VersionRow['state'] },
  change: Partial<VersionRow>,
): Promise<boolean> {
  const rows = await tx
    .update(questionVersions)
    .set(change)
    .where(and(eq(questionVersions.id, id), eq(questionVersions.state, from)))
    .returning({ id: questionVersions.id })
  return rows.length > 0
}

/** Who may see it is no part of what was asked, so a published version moves too. */
export async function setPool(tx: Tx, questionId: string, pool: VersionRow['pool']) {
  await tx
    .update(questionVersions)
    .set({ pool })
    .where(and(eq(questionVersions.questionId, questionId), inArray(questionVersions.state, ['published', 'draft'])))
}

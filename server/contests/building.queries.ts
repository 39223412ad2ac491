import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { QUIZ_AUDIENCES, type QuizAudience } from '../quizzes/questions.schemas.ts'
import { questionVersions, quizQuestions, quizTopics } from '../quizzes/questions.table.ts'
import type { ContestRow } from './contests.queries.ts'
import type { ContestSettings, ContestState } from './contests.schemas.ts'
import { contestPool, contestRounds, contests } from './contests.table.ts'

type Bank = {
  drawsFrom: ContestSettings['drawsFrom']
  /** Whose secret questions may be asked. */
  unitIds: string[]
}

/** Published questions that nobody doubts, of those a contest may draw from. */
const drawable = ({ drawsFrom, unitIds }: Bank) =>
  and(
    eq(questionVersions.state, 'published'),
    sql`${quizQuestions.retiredAt} IS NULL AND ${quizQuestions.flag} IS NULL`,
    or(
      and(eq(questionVersions.pool, 'contest'), inIds(quizQuestions.unitId, unitIds)),
      drawsFrom === 'all' ? eq(questionVersions.pool, 'practice') : undefined,
    ),
  )

/** Those for an audience, without keys. */
export async function listCandidates(db: Db, { audience, ...bank }: Bank & { audience: QuizAudience }) {
  const { id: versionId, topic, difficulty, kind, text, options, audiences } = questionVersions
  const rows = await db
    .select({ versionId, topic, difficulty, kind, text, options })
    .from(questionVersions)
    .innerJoin(quizQuestions, eq(quizQuestions.id, questionVersions.questionId))
    .where(and(drawable(bank), sql`EXISTS (SELECT 1 FROM json_each(${audiences}) WHERE value = ${audience})`))
  return rows.map((row) => ({ ...row, options: JSON.parse(row.options) as string[] }))
}

/** How many there are for each audience, topic and difficulty. */
export async function countBank(db: Db, bank: Bank) {
  const { topic, difficulty, audiences } = questionVersions
  const count = (audience: QuizAudience) =>
    db
      .select({
        topic,
        topicName: sql<string>`coalesce(${quizTopics.name}, ${topic})`,
        difficulty,
        questions: sql<number>`count(*)`,
      })
      .from(questionVersions)
      .innerJoin(quizQuestions, eq(quizQuestions.id, questionVersions.questionId))
      .leftJoin(quizTopics, eq(quizTopics.id, topic))
      .where(and(drawable(bank), sql`EXISTS (SELECT 1 FROM json_each(${audiences}) WHERE value = ${audience})`))
      .groupBy(topic, difficulty)
      .orderBy(quizTopics.position, topic, difficulty)
  const found = await Promise.all(
    QUIZ_AUDIENCES.map(async (audience) => (await count(audience)).map((row) => ({ audience, ...row }))),
  )
  return found.flat()
}

export async function isSlugTaken(db: Db, slug: string): Promise<boolean> {
  const [row] = await db.select({ id: contests.id }).from(contests).where(eq(contests.slug, slug))
  return row !== undefined
}

export async function insertContest(tx: Tx, row: ContestRow) {
  await tx.insert(contests).values(row)
}

/** Returns nothing when it has been changed since `version`, or stands in another state. */
export async function changeContest(
  tx: Tx,
  { id, version, states }: { id: string; version: number; states: readonly ContestState[] },
  change: Partial<ContestRow>,
): Promise<ContestRow | undefined> {
  const [row] = await tx
    .update(contests)
    .set({ ...change, version: version + 1 })
    .where(and(eq(contests.id, id), eq(contests.version, version), inArray(contests.state, [...states])))
    .returning()
  return row
}

export async function insertRounds(tx: Tx, rows: (typeof contestRounds.$inferInsert)[]) {
  await tx.insert(contestRounds).values(rows)
}

/** With what their papers were to be drawn from. */
export async function deleteRounds(tx: Tx, contestId: string) {
  await tx.delete(contestRounds).where(eq(contestRounds.contestId, contestId))
}

const ROWS_A_STATEMENT = 2_000

export async function insertPool(tx: Tx, rows: (typeof contestPool.$inferInsert)[]) {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
    await tx.insert(contestPool).values(rows.slice(from, from + ROWS_A_STATEMENT))
}

/** Returns nothing unless the round has not closed yet and would close later than now. */
export async function putClosingOff(tx: Tx, { contestId, number, closesAt }: Closing) {
  const [row] = await tx
    .update(contestRounds)
    .set({ closesAt, version: sql`${contestRounds.version} + 1` })
    .where(
      and(
        eq(contestRounds.contestId, contestId),
        eq(contestRounds.number, number),
        inArray(contestRounds.state, ['scheduled', 'open']),
        sql`${contestRounds.closesAt} < ${closesAt}`,
      ),
    )
    .returning()
  return row
}
type Closing = { contestId: string; number: number; closesAt: string }

/** Rounds whose hour has come, those that open before those that close. */
export async function listDueRounds(db: Db, now: string) {
  const { id, state, opensAt, closesAt } = contestRounds
  return db
    .select()
    .from(contestRounds)
    .where(
      or(and(eq(state, 'scheduled'), sql`${opensAt} <= ${now}`), and(eq(state, 'open'), sql`${closesAt} <= ${now}`)),
    )
    .orderBy(opensAt, id)
}

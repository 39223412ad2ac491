import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '../db/database.ts'
import { questionKeys, questionVersions, quizQuestions } from './questions.table.ts'

/** What everybody may practise: published, in use, and never of a contest. */
const isPractised = and(
  eq(questionVersions.state, 'published'),
  eq(questionVersions.pool, 'practice'),
  isNull(quizQuestions.retiredAt),
)

export async function listPractisedTopics(db: Db) {
  return db
    .select({ topic: questionVersions.topic, audiences: questionVersions.audiences })
    .from(questionVersions)
    .innerJoin(quizQuestions, eq(quizQuestions.id, questionVersions.questionId))
    .where(isPractised)
}

/** The questions of a topic in the order of their codes, each with the key that counts. */
export async function listPractice(db: Db, topic: string) {
  return db
    .select({ code: quizQuestions.code, version: questionVersions, key: questionKeys })
    .from(questionVersions)
    .innerJoin(quizQuestions, eq(quizQuestions.id, questionVersions.questionId))
    .innerJoin(
      questionKeys,
      sql`${questionKeys.versionId} = ${questionVersions.id} AND ${questionKeys.number} =
        (SELECT max(number) FROM question_keys AS newest WHERE newest.version_id = ${questionVersions.id})`,
    )
    .where(and(isPractised, eq(questionVersions.topic, topic)))
    .orderBy(quizQuestions.code)
}

/** Codes of a topic's questions, in their order; no key is looked at. */
export async function listAskedCodes(db: Db, topic: string): Promise<string[]> {
  const rows = await db
    .select({ code: quizQuestions.code })
    .from(questionVersions)
    .innerJoin(quizQuestions, eq(quizQuestions.id, questionVersions.questionId))
    .where(and(isPractised, eq(questionVersions.topic, topic)))
    .orderBy(quizQuestions.code)
  return rows.map(({ code }) => code)
}

/** A question as it is asked, without its key. */
export async function findAsked(db: Db, code: string) {
  const { number, topic, kind, text, options } = questionVersions
  const [row] = await db
    .select({ code: quizQuestions.code, number, topic, kind, text, options })
    .from(questionVersions)
    .innerJoin(quizQuestions, eq(quizQuestions.id, questionVersions.questionId))
    .where(and(isPractised, eq(quizQuestions.code, code)))
  return row
}

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

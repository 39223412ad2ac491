import { and, eq, gte, inArray, isNull, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import type { KeyRow, QuestionRow, VersionRow } from './questions.queries.ts'
import { questionKeys, questionVersions, quizQuestions } from './questions.table.ts'

/** Rows in one statement; 24 columns each stay below what SQLite takes. */
const AT_ONCE = 200
const PAGE = 1_000

export type BankText = { code: string; text: string; options: string }

/** What is asked in the bank of these units, a page at a time; `since` leaves out what is older. */
export async function* listTexts(db: Db, { unitIds, since = '' }: { unitIds: string[]; since?: string }) {
  for (let after = ''; ; ) {
    const rows: (BankText & { id: string })[] = await db
      .select({
        id: questionVersions.id,
        code: quizQuestions.code,
        text: questionVersions.text,
        options: questionVersions.options,
      })
      .from(questionVersions)
      .innerJoin(quizQuestions, eq(quizQuestions.id, questionVersions.questionId))
      .where(
        and(
          sql`${questionVersions.id} > ${after}`,
          inArray(questionVersions.state, ['published', 'draft']),
          gte(questionVersions.updatedAt, since),
          isNull(quizQuestions.retiredAt),
          inIds(quizQuestions.unitId, unitIds),
        ),
      )
      .orderBy(questionVersions.id)
      .limit(PAGE)
    yield rows
    const last = rows.at(-1)
    if (rows.length < PAGE || last === undefined) return
    after = last.id
  }
}

export async function insertMany(
  tx: Tx,
  { questions, versions, keys }: { questions: QuestionRow[]; versions: VersionRow[]; keys: KeyRow[] },
) {
  for (let at = 0; at < questions.length; at += AT_ONCE) {
    await tx.insert(quizQuestions).values(questions.slice(at, at + AT_ONCE))
    await tx.insert(questionVersions).values(versions.slice(at, at + AT_ONCE))
    await tx.insert(questionKeys).values(keys.slice(at, at + AT_ONCE))
  }
}

export type ExportWish = {
  unitIds: string[]
  state: 'published' | 'draft'
  topic?: string
  difficulty?: string
  audience?: string
  pool?: string
  limit: number
}

/** By topic and code, with the key that counts. */
export async function listToExport(db: Db, { unitIds, state, topic, difficulty, audience, pool, limit }: ExportWish) {
  const { topic: inTopic, difficulty: asDifficult, audiences, pool: inPool } = questionVersions
  return db
    .select({ code: quizQuestions.code, version: questionVersions, key: questionKeys })
    .from(questionVersions)
    .innerJoin(quizQuestions, eq(quizQuestions.id, questionVersions.questionId))
    .innerJoin(
      questionKeys,
      sql`${questionKeys.versionId} = ${questionVersions.id} AND ${questionKeys.number} =
        (SELECT max(number) FROM question_keys AS newest WHERE newest.version_id = ${questionVersions.id})`,
    )
    .where(
      and(
        eq(questionVersions.state, state),
        isNull(quizQuestions.retiredAt),
        inIds(quizQuestions.unitId, unitIds),
        topic === undefined ? undefined : sql`${inTopic} = ${topic}`,
        difficulty === undefined ? undefined : sql`${asDifficult} = ${difficulty}`,
        pool === undefined ? undefined : sql`${inPool} = ${pool}`,
        audience === undefined ? undefined : sql`instr(${audiences}, ${`"${audience}"`}) > 0`,
      ),
    )
    .orderBy(questionVersions.topic, quizQuestions.code)
    .limit(limit)
}

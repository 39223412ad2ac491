import { desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import type { BankList } from './bank.schemas.ts'
import { questionKeys, questionVersions, quizQuestions } from './questions.table.ts'

export type BankWish = {
  unitIds: string[]
  state: BankList
  topic?: string
  difficulty?: string
  audience?: string
  pool?: string
  flag?: string
  words: string[]
  after?: { sortKey: string; id: string }
  limit: number
  /** How many questions are looked through at most. */
  through: number
}

/**
 * A page of the bank, last changed first. It walks down one index from `after`, `through` rows at most: what is asked
 * for may be rare, and the bank large. `end` is where the walk stopped, if there is more below.
 */
export async function listBank(db: Db, wish: BankWish) {
  const walk = walkOf(wish)
  const index = wish.topic === undefined ? sql`question_versions_list` : sql`question_versions_bank`
  const [floor] = await db.values<[string, string]>(sql`
    SELECT updated_at, question_id FROM question_versions INDEXED BY ${index} WHERE ${walk}
    ORDER BY updated_at DESC, question_id DESC LIMIT 1 OFFSET ${wish.through - 1}`)
  const until = floor === undefined ? sql`` : sql` AND (updated_at, question_id) >= (${floor[0]}, ${floor[1]})`
  const found = await db.values<[string]>(sql`
    SELECT id FROM question_versions INDEXED BY ${index} WHERE ${walk}${until} AND ${wantedOf(wish)}
    ORDER BY updated_at DESC, question_id DESC LIMIT ${wish.limit}`)
  return {
    ids: found.map(([id]) => id),
    end: floor === undefined ? undefined : { sortKey: floor[0], id: floor[1] },
  }
}

function walkOf({ state, topic, after }: BankWish): SQL {
  const conditions = [
    sql`state = ${state === 'draft' ? 'draft' : 'published'}`,
    ...(topic === undefined ? [] : [sql`topic = ${topic}`]),
    ...(after === undefined ? [] : [sql`(updated_at, question_id) < (${after.sortKey}, ${after.id})`]),
  ]
  return sql.join(conditions, sql` AND `)
}

function wantedOf({ unitIds, state, difficulty, audience, pool, flag, words }: BankWish): SQL {
  const question = [
    inIds(quizQuestions.unitId, unitIds),
    state === 'retired' ? sql`retired_at IS NOT NULL` : sql`retired_at IS NULL`,
    ...(flag === undefined ? [] : [sql`flag = ${flag}`]),
  ]
  const conditions = [
    ...(difficulty === undefined ? [] : [sql`difficulty = ${difficulty}`]),
    ...(pool === undefined ? [] : [sql`pool = ${pool}`]),
    ...(audience === undefined ? [] : [sql`instr(audiences, ${`"${audience}"`}) > 0`]),
    ...words.map((word) => sql`instr(folded, ${word}) > 0`),
    sql`EXISTS (SELECT 1 FROM quiz_questions WHERE quiz_questions.id = question_versions.question_id
      AND ${sql.join(question, sql` AND `)})`,
  ]
  return sql.join(conditions, sql` AND `)
}

/** As the list shows them, last changed first, with the key that counts. */
export async function readBankRows(db: Db, versionIds: string[]) {
  return db
    .select({ question: quizQuestions, version: questionVersions, key: questionKeys })
    .from(questionVersions)
    .innerJoin(quizQuestions, eq(quizQuestions.id, questionVersions.questionId))
    .innerJoin(
      questionKeys,
      sql`${questionKeys.versionId} = ${questionVersions.id} AND ${questionKeys.number} =
        (SELECT max(number) FROM question_keys AS newest WHERE newest.version_id = ${questionVersions.id})`,
    )
    .where(inIds(questionVersions.id, versionIds))
    .orderBy(desc(questionVersions.updatedAt), desc(questionVersions.questionId))
}

/** The version of a question that a list shows: the one in use, or else the one being written. */
export async function findFace(db: Db, questionId: string): Promise<string | undefined> {
  const [row] = await db.values<[string]>(sql`
    SELECT id FROM question_versions WHERE question_id = ${questionId} AND state IN ('published', 'draft')
    ORDER BY state DESC LIMIT 1`)
  return row?.[0]
}

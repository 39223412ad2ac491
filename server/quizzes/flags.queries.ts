import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import type { QuestionFlag } from './questions.schemas.ts'
import { questionVersions, quizQuestions } from './questions.table.ts'

/** Numbers of public documents that another one now stands in place of. */
export async function listSupersededNumbers(db: Db): Promise<Set<string>> {
  const rows = await db.values<[string]>(sql`
    SELECT DISTINCT content_items.code FROM content_references
    CROSS JOIN content_items ON content_items.id = content_references.entry_id
    WHERE content_references.role = 'replacedBy' AND content_items.kind = 'document'
      AND content_items.code IS NOT NULL`)
  return new Set(rows.map(([code]) => code))
}

/** Published questions in use, a bounded part at a time, in the order of their ids. */
export async function listToLookAt(db: Db, { after, limit }: { after: string; limit: number }) {
  const { id, flag } = quizQuestions
  const { documentNumber, reviewBy } = questionVersions
  return db
    .select({ id, flag, documentNumber, reviewBy })
    .from(quizQuestions)
    .innerJoin(
      questionVersions,
      and(eq(questionVersions.questionId, quizQuestions.id), eq(questionVersions.state, 'published')),
    )
    .where(and(gt(id, after), isNull(quizQuestions.retiredAt)))
    .orderBy(id)
    .limit(limit)
}

/** A mark on the question and no change of it: whoever is editing it goes on undisturbed. A doubt stays. */
export async function setFlag(tx: Tx, id: string, flag: QuestionFlag | null) {
  await tx
    .update(quizQuestions)
    .set({ flag })
    .where(and(eq(quizQuestions.id, id), sql`${quizQuestions.flag} IS NOT 'key_doubted'`))
}

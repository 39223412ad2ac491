import { asc, eq } from 'drizzle-orm'
import type { Db } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import type { QuestionKind } from '../quizzes/questions.schemas.ts'
import { questionKeys, questionVersions } from '../quizzes/questions.table.ts'

export type Key = { versionId: string; kind: QuestionKind; key: number[]; explanation: string }

/** The key of each version as it stands now: of corrected ones the last. Never for somebody who takes a paper. */
export async function listKeys(db: Db, versionIds: string[]): Promise<Key[]> {
  const { versionId, key, explanation } = questionKeys
  const rows = await db
    .select({ versionId, kind: questionVersions.kind, key, explanation })
    .from(questionKeys)
    .innerJoin(questionVersions, eq(questionVersions.id, questionKeys.versionId))
    .where(inIds(questionKeys.versionId, versionIds))
    .orderBy(asc(questionKeys.versionId), asc(questionKeys.number))
  const last = new Map(rows.map((row) => [row.versionId, { ...row, key: JSON.parse(row.key) as number[] }]))
  return [...last.values()]
}

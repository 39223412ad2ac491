import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { questionVersions, quizQuestions } from '../quizzes/questions.table.ts'
import { contestAttempts } from './attempts.table.ts'
import { contestEntries, contestRounds } from './contests.table.ts'

/** Papers that were handed in at somebody's first try, a page at a time. */
export async function listFirstPapers(
  db: Db,
  roundId: string,
  { after, unitId, limit }: { after: string; unitId?: string; limit: number },
) {
  const { entryId, paper, sheet, number, state } = contestAttempts
  return db
    .select({ entryId, paper, sheet, blockId: contestEntries.blockId, publicName: contestEntries.publicName })
    .from(contestAttempts)
    .innerJoin(contestEntries, eq(contestEntries.id, entryId))
    .where(
      and(
        eq(contestAttempts.roundId, roundId),
        gt(entryId, after),
        eq(number, 1),
        sql`${state} IN ('submitted', 'auto_submitted')`,
        eq(contestEntries.status, 'counted'),
        unitId === undefined ? undefined : eq(contestEntries.unitId, unitId),
      ),
    )
    .orderBy(asc(entryId))
    .limit(limit)
}

/** How many of each unit and block handed in at the first try. */
export async function countByUnit(db: Db, roundId: string) {
  return db.values<[unitId: string | null, blockId: string, many: number]>(sql`
    SELECT e.unit_id, e.block_id, count(*) FROM contest_attempts a JOIN contest_entries e ON e.id = a.entry_id
    WHERE a.round_id = ${roundId} AND a.number = 1 AND a.state IN ('submitted', 'auto_submitted')
      AND e.status = 'counted' GROUP BY 1, 2`)
}

export async function listOpenRounds(db: Db) {
  return db.select().from(contestRounds).where(eq(contestRounds.state, 'open'))
}

/** Marks published questions that carry no mark yet; returns their ids. */
export async function doubtKeys(tx: Tx, versionIds: string[]) {
  const ids = tx
    .select({ id: questionVersions.questionId })
    .from(questionVersions)
    .where(inIds(questionVersions.id, versionIds))
  return tx
    .update(quizQuestions)
    .set({ flag: 'key_doubted', version: sql`${quizQuestions.version} + 1` })
    .where(and(isNull(quizQuestions.flag), sql`${quizQuestions.id} IN ${ids}`))
    .returning({ id: quizQuestions.id, unitId: quizQuestions.unitId })
}

import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import type { Difficulty, QuestionKind } from '../quizzes/questions.schemas.ts'
import { questionVersions } from '../quizzes/questions.table.ts'
import { CONTEST_STATES, type ContestState } from './contests.schemas.ts'
import { contestPool, contestRounds, contests } from './contests.table.ts'

export type ContestRow = typeof contests.$inferSelect
export type RoundRow = typeof contestRounds.$inferSelect

export async function findContest(db: Db, id: string): Promise<ContestRow | undefined> {
  const [row] = await db.select().from(contests).where(eq(contests.id, id))
  return row
}

export async function findContestBySlug(db: Db, slug: string): Promise<ContestRow | undefined> {
  const [row] = await db.select().from(contests).where(eq(contests.slug, slug))
  return row
}

/** The newest first. */
export async function listContests(db: Db): Promise<ContestRow[]> {
  return db.select().from(contests).orderBy(desc(contests.createdAt), desc(contests.id))
}

export async function listRounds(db: Db, contestId: string): Promise<RoundRow[]> {
  return db
    .select()
    .from(contestRounds)
    .where(eq(contestRounds.contestId, contestId))
    .orderBy(asc(contestRounds.number))
}

export async function findRound(db: Db, contestId: string, number: number): Promise<RoundRow | undefined> {
  const [row] = await db
    .select()
    .from(contestRounds)
    .where(and(eq(contestRounds.contestId, contestId), eq(contestRounds.number, number)))
  return row
}

export type PoolQuestion = {
  blockId: string
  /** What names the question in a paper. */
  place: number
  versionId: string
  topic: string
  difficulty: Difficulty
  kind: QuestionKind
  text: string
  options: string[]
}

/** What papers are drawn from, by block and place; without keys. */
export async function listPool(db: Db, roundId: string, blockId?: string): Promise<PoolQuestion[]> {
  const { topic, difficulty, kind, text, options } = questionVersions
  const rows = await db
    .select({
      blockId: contestPool.blockId,
      place: contestPool.place,
      versionId: contestPool.versionId,
      ...{ topic, difficulty, kind, text, options },
    })
    .from(contestPool)
    .innerJoin(questionVersions, eq(questionVersions.id, contestPool.versionId))
    .where(and(eq(contestPool.roundId, roundId), blockId === undefined ? undefined : eq(contestPool.blockId, blockId)))
    .orderBy(asc(contestPool.blockId), asc(contestPool.place))
  return rows.map((row) => ({ ...row, options: JSON.parse(row.options) }))
}

/**
 * Moves a round on, and its contest to where the round stands that has come least far. Returns nothing when the round
 * is not in `from`, so that of two who move it at once only one does.
 */
export async function moveRound(
  tx: Tx,
  roundId: string,
  from: ContestState,
  to: ContestState,
): Promise<RoundRow | undefined> {
  const [round] = await tx
    .update(contestRounds)
    .set({ state: to, version: sql`${contestRounds.version} + 1` })
    .where(and(eq(contestRounds.id, roundId), eq(contestRounds.state, from)))
    .returning()
  if (round === undefined) return undefined
  await tx
    .update(contests)
    .set({ state: leastOf(round.contestId), version: sql`${contests.version} + 1` })
    .where(eq(contests.id, round.contestId))
  return round
}

const leastOf = (contestId: string) => sql<ContestState>`(
  SELECT r.state FROM contest_rounds r JOIN json_each(${JSON.stringify(CONTEST_STATES)}) s ON s.value = r.state
  WHERE r.contest_id = ${contestId} ORDER BY s.key LIMIT 1)`

import { eq } from 'drizzle-orm'
import type { Db } from '../db/database.ts'
import { listPool, type PoolQuestion } from './contests.queries.ts'
import { contestVoids } from './contests.table.ts'
import { listKeys } from './keys.queries.ts'
import type { RightAnswer } from './paper.rules.ts'

export type MarkedQuestion = PoolQuestion & { right: RightAnswer; explanation: string; isVoid: boolean }
/** By block, then by place in the pool: what a paper is marked with today. */
export type Marking = Map<string, MarkedQuestion[]>

/** No choice is this, so a question without a key is right for nobody. */
const NO_KEY = [8]

export async function readMarking(db: Db, roundId: string): Promise<Marking> {
  const pool = await listPool(db, roundId)
  const keys = new Map(
    (
      await listKeys(
        db,
        pool.map(({ versionId }) => versionId),
      )
    ).map((key) => [key.versionId, key]),
  )
  const voids = new Set((await listVoids(db, roundId)).map(({ versionId }) => versionId))
  const marking: Marking = new Map()
  for (const question of pool) {
    const ofBlock = marking.get(question.blockId) ?? []
    const known = keys.get(question.versionId)
    ofBlock[question.place] = {
      ...question,
      right: { kind: question.kind, key: known?.key ?? NO_KEY },
      explanation: known?.explanation ?? '',
      isVoid: voids.has(question.versionId),
    }
    marking.set(question.blockId, ofBlock)
  }
  return marking
}

export async function listVoids(db: Db, roundId: string) {
  return db.select().from(contestVoids).where(eq(contestVoids.roundId, roundId)).orderBy(contestVoids.at)
}

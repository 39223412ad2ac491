import { fits, LEAST_POOL_TIMES, paperLength, supplyOf } from './blueprint.rules.ts'
import type { BlueprintPart, ContestSettings } from './contests.schemas.ts'

export type Candidate = { versionId: string; topic: string; difficulty: string }
type Rules = Pick<ContestSettings, 'tells' | 'rounds'>

/**
 * What each round's papers of a block are drawn from. Where answers are told after a round, each round gets questions
 * of its own, if they are enough for that; the same questions are split the same way each time.
 */
export function splitPool<T extends Candidate>(
  { tells, rounds }: Rules,
  blueprint: readonly BlueprintPart[],
  candidates: readonly T[],
): { pools: T[][]; isSplit: boolean } {
  const usable = candidates.filter((candidate) => blueprint.some((part) => fits(part, candidate)))
  const sorted = usable.toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1))
  const whole = { pools: rounds.map(() => sorted), isSplit: false }
  if (tells.afterClosing === 'score' || rounds.length === 1) return whole
  const pools = rounds.map((_, round) => sorted.filter((_, at) => at % rounds.length === round))
  return pools.every((pool) => isEnough(blueprint, pool)) ? { pools, isSplit: true } : whole
}

const sortKey = ({ topic, difficulty, versionId }: Candidate) => `${topic} ${difficulty} ${versionId}`

function isEnough(blueprint: readonly BlueprintPart[], pool: readonly Candidate[]) {
  return (
    pool.length >= LEAST_POOL_TIMES * paperLength(blueprint) &&
    supplyOf(blueprint, pool).every(({ has, needs }) => has >= needs)
  )
}

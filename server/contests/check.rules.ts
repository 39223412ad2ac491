import {
  expectedShared,
  findCrossing,
  LEAST_POOL_TIMES,
  MOST_SHARED,
  paperLength,
  supplyOf,
} from './blueprint.rules.ts'
import type { ContestProblem, FoundProblem } from './builder.schemas.ts'
import type { Block, ContestSettings } from './contests.schemas.ts'
import { type Candidate, splitPool } from './pool.rules.ts'

export type Surroundings = {
  now: Date
  /** By block. */
  candidates: ReadonlyMap<string, readonly Candidate[]>
  /** Blocks whose headcount no unit has told. */
  blocksWithoutHeadcount: ReadonlySet<string>
}

type Place = Partial<Omit<FoundProblem, 'problem' | 'weight'>>
const NOWHERE = { blockId: null, round: null, part: null, has: null, needs: null }
const stops = (problem: ContestProblem, place: Place = {}): FoundProblem => ({
  ...{ problem, weight: 'stops', ...NOWHERE },
  ...place,
})
const warns = (problem: ContestProblem, place: Place = {}): FoundProblem => ({
  ...stops(problem, place),
  weight: 'warns',
})

/** All that is wrong with a contest, what stops it first, and what its papers would be drawn from. */
export function checkSettings(settings: ContestSettings, around: Surroundings) {
  const blocks = settings.blocks.map((block) => checkBlock(settings, block, around))
  const problems = [
    ...checkWords(settings),
    ...checkRounds(settings, around.now),
    ...checkRanking(settings),
    ...blocks.flatMap(({ problems }) => problems),
  ]
  const weigh = ({ weight }: FoundProblem) => (weight === 'stops' ? 0 : 1)
  return {
    problems: problems.toSorted((one, other) => weigh(one) - weigh(other)),
    pools: blocks.map(({ pool }) => pool),
  }
}

const PRIZE = /giải (nhất|nhì|ba|thưởng|khuyến khích|đặc biệt|tập thể|cá nhân)|(phần|tiền) thưởng/i

function checkWords({ sources, intro }: ContestSettings): FoundProblem[] {
  const isProved = sources.some(({ url }) => url !== null)
  return [
    ...(sources.length === 0 ? [stops('no_sources')] : []),
    ...(intro === '' ? [stops('no_intro')] : []),
    ...(PRIZE.test(intro) && !isProved ? [warns('prize_unproved')] : []),
  ]
}

function checkRounds({ rounds, minutes }: ContestSettings, now: Date): FoundProblem[] {
  return rounds.flatMap(({ opensAt, closesAt }, at) => {
    const round = at + 1
    const before = rounds[at - 1]
    const lasts = (Date.parse(closesAt) - Date.parse(opensAt)) / 60_000
    return [
      ...(Date.parse(opensAt) <= now.getTime() ? [stops('round_past', { round })] : []),
      ...(before !== undefined && Date.parse(before.closesAt) > Date.parse(opensAt)
        ? [stops('rounds_overlap', { round })]
        : []),
      ...(lasts < minutes ? [warns('round_too_short', { round, has: Math.floor(lasts), needs: minutes })] : []),
    ]
  })
}

function checkRanking({ prediction, tieBreaks, drawsFrom, blocks }: ContestSettings): FoundProblem[] {
  const ids = blocks.map(({ id }) => id)
  return [
    ...(tieBreaks.includes('closeness') && prediction === 'none' ? [stops('closeness_without_prediction')] : []),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((blockId) => stops('block_repeats', { blockId })),
    ...(tieBreaks.some((each) => each !== 'closeness') ? [] : [warns('ties_remain')]),
    ...(drawsFrom === 'all' ? [warns('practice_included')] : []),
  ]
}

function checkBlock(settings: ContestSettings, block: Block, around: Surroundings) {
  const { id: blockId, blueprint, minAge, maxAge, headcount } = block
  const { pools, isSplit } = splitPool(settings, blueprint, around.candidates.get(blockId) ?? [])
  const smallest = pools.toSorted((one, other) => one.length - other.length)[0] ?? []
  const paper = paperLength(blueprint)
  const shared = expectedShared(blueprint, smallest)
  const sharedLimit = MOST_SHARED * paper
  const needs = LEAST_POOL_TIMES * paper
  const supplies = supplyOf(blueprint, smallest)
  const crossing = findCrossing(blueprint)
  const lacking = supplies.filter((supply) => supply.has < supply.needs)
  const isTooSmall = smallest.length < needs
  const isReused = settings.tells.afterClosing === 'answers' && settings.rounds.length > 1 && !isSplit
  return {
    problems: [
      ...(minAge !== null && maxAge !== null && minAge > maxAge ? [stops('ages_reversed', { blockId })] : []),
      ...(crossing === undefined ? [] : [stops('parts_cross', { blockId, part: crossing })]),
      ...lacking.map(({ part, has, needs }) => stops('part_lacks', { blockId, part, has, needs })),
      ...(isTooSmall ? [stops('pool_too_small', { blockId, has: smallest.length, needs })] : []),
      ...(shared > sharedLimit && !isTooSmall ? [warns('leaks', { blockId })] : []),
      ...(isReused ? [warns('answers_reused', { blockId })] : []),
      ...(headcount !== null && around.blocksWithoutHeadcount.has(blockId) ? [warns('no_headcount', { blockId })] : []),
    ],
    pool: {
      ...{ blockId, paper, shared, sharedLimit, splitByRound: isSplit, pool: smallest.length },
      parts: supplies.map(({ part, has }) => ({ count: blueprint[part]?.count ?? 0, pool: has })),
    },
  }
}

import type { RightAnswer } from './paper.rules.ts'
import type { STATISTIC_FLAGS } from './statistics.schemas.ts'

/** How often each happened, so that any number of papers is counted in the same little room. */
export type ItemCount = {
  /** Papers with this question right, by the marks of their other questions. */
  right: number[]
  wrong: number[]
  /** By the options' places as written. */
  chosen: number[]
}
export type StatisticFlag = (typeof STATISTIC_FLAGS)[number]
export type ItemStatistics = {
  attempts: number
  /** All in percent, as Moodle names and reckons them; nothing where everybody answered alike. */
  facility: number
  discrimination: number | null
  efficiency: number | null
  options: { isKey: boolean; chosen: number }[]
  flags: StatisticFlag[]
}

/** Below so many first attempts chance alone makes a question look bad. */
export const FEWEST_ATTEMPTS = 30
const LOWEST_EFFICIENCY = 15

export function emptyCount(options: number): ItemCount {
  return { right: [], wrong: [], chosen: Array.from({ length: options }, () => 0) }
}

/** `rest`: marks of the other questions of the same paper. */
export function countAnswer(
  count: ItemCount,
  { isRight, rest, chosen }: { isRight: boolean; rest: number; chosen: readonly number[] },
) {
  const side = isRight ? count.right : count.wrong
  side[rest] = (side[rest] ?? 0) + 1
  for (const place of chosen) count.chosen[place] = (count.chosen[place] ?? 0) + 1
}

/**
 * Facility is the mean mark; discrimination the correlation of a question's mark with the rest of the paper; efficiency
 * their covariance against the largest that the same marks could have, which is both lists sorted.
 */
export function statisticsOf(count: ItemCount, answer: RightAnswer): ItemStatistics {
  const [right, all] = [sumOf(count.right), sumOf(count.right) + sumOf(count.wrong)]
  const rests = count.right.length > count.wrong.length ? count.right.length : count.wrong.length
  const together = Array.from({ length: rests }, (_, rest) => (count.right[rest] ?? 0) + (count.wrong[rest] ?? 0))
  const mean = all === 0 ? 0 : right / all
  const meanRest = all === 0 ? 0 : weigh(together) / all
  const variance = (right * (1 - mean) ** 2 + (all - right) * mean ** 2) / (all - 1)
  const varianceOfRest = together.reduce((sum, many, rest) => sum + many * (rest - meanRest) ** 2, 0) / (all - 1)
  // With marks of 0 and 1 the sum of products is that of the rests beside a 1.
  const covariance = (weigh(count.right) - right * meanRest) / (all - 1)
  const largest = (weigh(highest(together, right)) - right * meanRest) / (all - 1)
  const isFlat = all < 2 || variance === 0 || varianceOfRest === 0
  const statistics = {
    attempts: all,
    facility: 100 * mean,
    discrimination: isFlat ? null : (100 * covariance) / Math.sqrt(variance * varianceOfRest),
    efficiency: isFlat || largest === 0 ? null : (100 * covariance) / largest,
    options: optionsOf(count, answer),
  }
  return { ...statistics, flags: all < FEWEST_ATTEMPTS ? [] : flagsOf(statistics, answer) }
}

/** An alarm for people to look at: what follows from it they decide. */
export function looksWrong({ flags }: Pick<ItemStatistics, 'flags'>) {
  return flags.includes('key_chosen_less') || flags.includes('negative_discrimination')
}

function flagsOf(
  { discrimination, efficiency, options }: Omit<ItemStatistics, 'flags'>,
  { kind }: RightAnswer,
): StatisticFlag[] {
  const flags: StatisticFlag[] = []
  if (efficiency !== null && efficiency < LOWEST_EFFICIENCY) flags.push('low_efficiency')
  if (discrimination !== null && discrimination < 0) flags.push('negative_discrimination')
  if (kind === 'ordering') return flags
  const keys = options.filter(({ isKey }) => isKey).map(({ chosen }) => chosen)
  const distractors = options.filter(({ isKey }) => !isKey).map(({ chosen }) => chosen)
  if (Math.min(...keys) < Math.max(...distractors)) flags.push('key_chosen_less')
  if (distractors.includes(0)) flags.push('unused_distractor')
  return flags
}

/** Every option of an ordering belongs to its key, so there is nothing to tell apart. */
function optionsOf({ chosen }: ItemCount, { kind, key }: RightAnswer) {
  return chosen.map((many, place) => ({ isKey: kind === 'ordering' || key.includes(place), chosen: many }))
}

/** The `many` highest of all, as counts by value. */
function highest(counts: readonly number[], many: number): number[] {
  const taken: number[] = []
  let left = many
  for (let value = counts.length - 1; value >= 0; value -= 1) {
    taken[value] = Math.min(left, counts[value] ?? 0)
    left -= taken[value] ?? 0
  }
  return taken
}

function sumOf(counts: readonly number[]) {
  return counts.reduce((sum, many) => sum + (many ?? 0), 0)
}

function weigh(counts: readonly number[]) {
  return counts.reduce((sum, many, value) => sum + (many ?? 0) * value, 0)
}

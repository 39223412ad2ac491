import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TieBreak } from '../../server/contests/contests.schemas.ts'
import {
  distanceOf,
  drawFor,
  groupByScore,
  pickCounted,
  rankEqualScores,
  rankPeople,
  type Standing,
} from '../../server/contests/ranking.rules.ts'

const MINUTE = 60_000
const SEED = 'công bố băm trước khi mở vòng'

/** Huế 2025: the prediction, then who handed in earlier; the same after both is drawn. */
const HUE: TieBreak[] = ['closeness', 'earlier_submission', 'draw']
/** Hải Dương 2024: the prediction, then the shorter time for the paper. */
const HAI_DUONG: TieBreak[] = ['closeness', 'time_taken']

/** Eight people with all twenty right; 5,870 in all had everything right. */
const PERFECT: Standing[] = [
  perfect('an', { said: 5_870, took: 9, came: 300 }),
  perfect('bình', { said: 5_860, took: 4, came: 40 }),
  perfect('chi', { said: 5_880, took: 3, came: 90 }),
  perfect('dung', { said: 5_871, took: 12, came: 10 }),
  perfect('em', { said: null, took: 1, came: 1 }),
  perfect('giang', { said: 5_860, took: 8, came: 40 }),
  perfect('hà', { said: 5_000, took: 2, came: 2 }),
  perfect('khoa', { said: null, took: 1, came: 1 }),
]

function perfect(entryId: string, { said, took, came }: { said: number | null; took: number; came: number }) {
  return {
    ...{ entryId, score: 20, distance: distanceOf(said, 5_870) },
    ...{ takenMs: took * MINUTE, submittedMs: came * MINUTE },
  }
}

const names = (list: { entryId: string; rank: number }[]) => list.map(({ entryId, rank }) => `${rank} ${entryId}`)

describe('eight people with everything right', () => {
  test('by the rules of Huế: nearer prediction, then earlier, then the announced draw', () => {
    const [first, second] = ['bình', 'giang'].toSorted((one, other) => drawFor(one, SEED) - drawFor(other, SEED))
    const [third, fourth] = ['em', 'khoa'].toSorted((one, other) => drawFor(one, SEED) - drawFor(other, SEED))
    expect(names(rankPeople(PERFECT, { tieBreaks: HUE, drawSeed: SEED }))).toEqual([
      ...['1 an', '2 dung', `3 ${first}`, `4 ${second}`, '5 chi', '6 hà', `7 ${third}`, `8 ${fourth}`],
    ])
  })

  test('by the rules of Hải Dương: nearer prediction, then the shorter time; who is alike shares the rank', () => {
    expect(names(rankPeople(PERFECT, { tieBreaks: HAI_DUONG, drawSeed: SEED }))).toEqual([
      ...['1 an', '2 dung', '3 chi', '4 bình', '5 giang', '6 hà', '7 em', '7 khoa'],
    ])
  })

  test('one rank less well answered stands below all of them, and the next after two that share is third', () => {
    const last = { ...perfect('lan', { said: 5_870, took: 1, came: 1 }), score: 19 }
    const ranked = rankPeople([last, ...PERFECT], { tieBreaks: HAI_DUONG, drawSeed: SEED })
    expect(names(ranked).slice(-3)).toEqual(['7 em', '7 khoa', '9 lan'])
    const [one, two] = PERFECT
    const three = rankPeople(
      [one, two, last].filter((each) => each !== undefined),
      { tieBreaks: [], drawSeed: SEED },
    )
    expect(three.map(({ rank }) => rank)).toEqual([1, 1, 3])
  })

  test('the draw is written down only for those it decided', () => {
    const ranked = rankPeople(PERFECT, { tieBreaks: HUE, drawSeed: SEED })
    expect(
      ranked
        .filter(({ draw }) => draw !== null)
        .map(({ entryId }) => entryId)
        .toSorted(),
    ).toEqual([...['bình', 'em', 'giang', 'khoa']])
  })
})

describe('which attempt counts', () => {
  const attempt = (
    number: number,
    score: number,
    minute: number,
    state: 'submitted' | 'expired_empty' = 'submitted',
  ) => ({
    ...{ number, score, state, submittedMs: minute * MINUTE },
  })
  const three = [attempt(1, 15, 10), attempt(2, 18, 40), attempt(3, 18, 90)]

  test('the best, of two equally good the earlier; the first; the last', () => {
    expect(pickCounted(three, 'best')).toBe(three[1])
    expect(pickCounted(three, 'first')).toBe(three[0])
    expect(pickCounted(three, 'last')).toBe(three[2])
  })

  test('an empty paper never counts, and looking at the first one and leaving it wins nothing', () => {
    const peeked = [attempt(1, 0, 10, 'expired_empty'), attempt(2, 20, 40)]
    expect(pickCounted(peeked, 'best')).toBe(peeked[1])
    expect(pickCounted(peeked, 'first')).toBeUndefined()
    expect(pickCounted([attempt(1, 9, 5), attempt(2, 0, 9, 'expired_empty')], 'last')?.number).toBe(1)
  })
})

const person = fc.record({
  score: fc.integer({ min: 0, max: 3 }),
  distance: fc.option(fc.integer({ min: 0, max: 2 })),
  takenMs: fc.integer({ min: 1, max: 3 }),
  submittedMs: fc.integer({ min: 1, max: 3 }),
})
const crowd = fc
  .array(person, { maxLength: 40 })
  .map((people): Standing[] => people.map((each, at) => ({ ...each, entryId: `p${at}` })))
const chain = fc
  .subarray<TieBreak>(['closeness', 'time_taken', 'earlier_submission', 'draw'])
  .chain((keys) => fc.shuffledSubarray(keys, { minLength: keys.length }))

describe('whoever takes part', () => {
  test('the order in which people are read changes nothing', () => {
    fc.assert(
      fc.property(crowd, chain, fc.integer(), (people, tieBreaks, turn) => {
        const order = { tieBreaks, drawSeed: SEED }
        const turned = people.toSorted(
          (one, other) => ((one.takenMs * 7 + turn) % 5) - ((other.takenMs * 3 + turn) % 5),
        )
        expect(rankPeople(turned.toReversed(), order)).toEqual(rankPeople(people, order))
      }),
    )
  })

  test('ranks are one more than the number of people who are better, and places have no gap', () => {
    fc.assert(
      fc.property(crowd, chain, (people, tieBreaks) => {
        const ranked = rankPeople(people, { tieBreaks, drawSeed: SEED })
        expect(ranked.map(({ place }) => place)).toEqual(people.map((_, at) => at + 1))
        for (const each of ranked)
          expect(each.rank).toBe(1 + ranked.filter((other) => isBetter(other, each, tieBreaks)).length)
      }),
    )
  })

  test('ranked score by score, as a long list is, it is the same list', () => {
    fc.assert(
      fc.property(crowd, chain, (people, tieBreaks) => {
        const order = { tieBreaks, drawSeed: SEED }
        const parts: ReturnType<typeof rankPeople> = []
        for (const group of groupByScore(people)) parts.push(...rankEqualScores(group, order, parts.length))
        expect(parts).toEqual(rankPeople(people, order))
      }),
    )
  })
})

/** The rules said a second time, pair by pair. */
function isBetter(one: Standing, other: Standing, tieBreaks: readonly TieBreak[]): boolean {
  if (one.score !== other.score) return one.score > other.score
  for (const key of tieBreaks) {
    if (key === 'closeness' && one.distance !== other.distance)
      return one.distance !== null && (other.distance === null || one.distance < other.distance)
    if (key === 'time_taken' && one.takenMs !== other.takenMs) return one.takenMs < other.takenMs
    if (key === 'earlier_submission' && one.submittedMs !== other.submittedMs)
      return one.submittedMs < other.submittedMs
    if (key === 'draw' && one.entryId !== other.entryId)
      return drawFor(one.entryId, SEED) < drawFor(other.entryId, SEED)
  }
  return false
}

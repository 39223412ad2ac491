import { describe, expect, test } from 'vitest'
import { readMoment, splitMoment } from '../../admin/features/contests/moments.ts'
import { expectedShared, findCrossing, supplyOf, tidyBlueprint } from '../../server/contests/blueprint.rules.ts'
import type { BlueprintPart } from '../../server/contests/contests.schemas.ts'
import { drawPaper } from '../../server/contests/draw.rules.ts'
import { splitPool } from '../../server/contests/pool.rules.ts'

const part = (topic: string | null, difficulty: BlueprintPart['difficulty'], count: number): BlueprintPart => ({
  topic,
  difficulty,
  count,
})

function bank(sizes: Record<string, number>) {
  const all = Object.entries(sizes).flatMap(([key, size]) => {
    const [topic = '', difficulty = ''] = key.split(' ')
    return Array.from({ length: size }, (_, at) => ({ topic, difficulty, versionId: `${key} ${at}` }))
  })
  return all.map((question, place) => ({ ...question, place, kind: 'single' as const, options: ['a', 'b'] }))
}

describe('how many questions two people have in common', () => {
  test.each([
    ['15 of 50', [part(null, null, 15)], { 'a easy': 50 }, 4.5],
    ['15 of 200', [part(null, null, 15)], { 'a easy': 200 }, 1.125],
    ['parts apart', [part('a', null, 10), part('b', null, 5)], { 'a easy': 40, 'b hard': 25 }, 2.5 + 1],
    ['all of them', [part(null, null, 8)], { 'a easy': 8 }, 8],
    ['nothing there', [part('a', null, 8)], {}, 0],
  ])('%s', (_, blueprint, sizes: Record<string, number>, shared) => {
    expect(expectedShared(blueprint, bank(sizes))).toBeCloseTo(shared, 9)
  })

  test('what is reckoned is what drawn papers show, also where a narrow part lies within a wide one', () => {
    const blueprint = [part('a', 'hard', 3), part('a', null, 4), part(null, null, 5)]
    const pool = bank({ 'a hard': 9, 'a easy': 20, 'b easy': 30 })
    const drawn = Array.from({ length: 2_000 }, (_, at) =>
      drawPaper({ seed: 'a seed', attemptId: `attempt ${at}`, blueprint, pool }).map(({ place }) => place),
    )
    const shared = drawn.slice(1).map((paper, at) => paper.filter((place) => drawn[at]?.includes(place)).length)
    const mean = shared.reduce((sum, count) => sum + count, 0) / shared.length
    expect(Math.abs(mean - expectedShared(blueprint, pool))).toBeLessThan(0.1)
  })
})

test('narrow parts come first, and parts for the same questions are one', () => {
  const written = [part(null, null, 5), part('a', null, 2), part('a', 'hard', 1), part('a', null, 3)]
  expect(tidyBlueprint(written)).toEqual([part('a', 'hard', 1), part('a', null, 5), part(null, null, 5)])
})

test.each([
  [[part('a', null, 1), part(null, 'easy', 1)], 0],
  [[part('b', 'hard', 1), part('a', null, 1), part(null, 'easy', 1)], 1],
  [[part('a', 'easy', 1), part('a', null, 1), part(null, null, 1)], undefined],
  [[part('a', null, 1), part('b', null, 1)], undefined],
])('a topic’s part beside a difficulty’s crosses it: %j', (blueprint, at) => {
  expect(findCrossing(blueprint)).toBe(at)
})

test('a wide part needs room for the narrow ones within it', () => {
  const blueprint = [part('a', 'hard', 3), part('a', null, 4), part(null, null, 5)]
  expect(supplyOf(blueprint, bank({ 'a hard': 2, 'a easy': 4, 'b easy': 7 }))).toEqual([
    { part: 0, has: 2, needs: 3 },
    { part: 1, has: 6, needs: 7 },
    { part: 2, has: 13, needs: 12 },
  ])
})

describe('what rounds draw from', () => {
  const blueprint = [part('a', null, 2), part('b', null, 1)]
  const rounds = ['1', '2'].map((name) => ({ name, opensAt: '', closesAt: '' }))
  const rules = (afterClosing: 'score' | 'answers') => ({
    tells: { afterSubmitting: 'nothing' as const, afterClosing },
    rounds,
  })

  test('the same questions while answers stay secret', () => {
    const { pools, isSplit } = splitPool(rules('score'), blueprint, bank({ 'a easy': 12, 'b easy': 6, 'c easy': 3 }))
    expect([isSplit, ...pools.map(({ length }) => length)]).toEqual([false, 18, 18])
  })

  test('questions of their own where answers are told, evenly from every kind', () => {
    const { pools, isSplit } = splitPool(rules('answers'), blueprint, bank({ 'a easy': 12, 'b easy': 6 }))
    const counts = pools.map((pool) => ['a', 'b'].map((topic) => pool.filter((each) => each.topic === topic).length))
    expect([isSplit, counts]).toEqual([
      true,
      [
        [6, 3],
        [6, 3],
      ],
    ])
  })

  test('the same ones again where they are too few to be split', () => {
    const { pools, isSplit } = splitPool(rules('answers'), blueprint, bank({ 'a easy': 12, 'b easy': 5 }))
    expect([isSplit, ...pools.map(({ length }) => length)]).toEqual([false, 17, 17])
  })
})

test.each([
  ['2026-11-30', '08:30', '2026-11-30T01:30:00.000Z'],
  ['2026-11-30', '0:05', '2026-11-29T17:05:00.000Z'],
  ['2026-11-30', '8h30', '2026-11-30T01:30:00.000Z'],
  ['2026-11-30', '24:00', undefined],
  ['30/11', '08:30', undefined],
])('%s at %s is an hour of Vietnam', (day, hour, instant) => {
  expect(readMoment(day, hour)).toBe(instant)
  if (instant)
    expect(splitMoment(instant)).toEqual({ day, hour: /^\d:/.test(hour) ? `0${hour}` : hour.replace('8h', '08:') })
})

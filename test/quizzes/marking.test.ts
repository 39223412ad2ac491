import { expect, test } from 'vitest'
import { makeRoom } from '../../src/features/quizzes/kept-sets.rules.ts'
import { choose, firstOrder, isRight, move } from '../../src/features/quizzes/marking.rules.ts'

test.each([
  ['single', [2], [2], true],
  ['single', [2], [1], false],
  ['single', [2], [], false],
  ['true_false', [1], [1], true],
  ['multiple', [0, 3], [3, 0], true],
  ['multiple', [0, 3], [0], false],
  ['multiple', [0, 3], [0, 1, 3], false],
  ['ordering', [2, 0, 1], [2, 0, 1], true],
  ['ordering', [2, 0, 1], [0, 1, 2], false],
] as const)('%s with key %j answered %j is right: %s', (kind, key, chosen, expected) => {
  expect(isRight({ kind, key }, chosen)).toBe(expected)
})

test('a tap replaces the one choice, and ticks or clears one of several', () => {
  expect([choose('single', [0], 2), choose('multiple', [2], 0), choose('multiple', [0, 2], 2)]).toEqual([
    [2],
    [0, 2],
    [0],
  ])
})

test('a line moves one up or down, and stays at the ends', () => {
  const order = [3, 1, 2]
  expect([move(order, 1, -1), move(order, 1, 1), move(order, 0, -1), move(order, 2, 1)]).toEqual([
    [1, 3, 2],
    [3, 2, 1],
    [3, 1, 2],
    [3, 1, 2],
  ])
})

test('an ordering never begins solved', () => {
  for (let chance = 0; chance < 1; chance += 0.01) expect(firstOrder([0, 1, 2], () => chance)).not.toEqual([0, 1, 2])
})

test('topics not opened for long make room on the phone for a new one', () => {
  const index = [
    { topic: 'old', bytes: 900_000, usedAt: '2026-11-01' },
    { topic: 'newer', bytes: 500_000, usedAt: '2026-11-20' },
  ]
  expect(makeRoom(index, { topic: 'today', bytes: 700_000, usedAt: '2026-11-23' })).toEqual({
    kept: [
      { topic: 'today', bytes: 700_000, usedAt: '2026-11-23' },
      { topic: 'newer', bytes: 500_000, usedAt: '2026-11-20' },
    ],
    dropped: ['old'],
  })
})

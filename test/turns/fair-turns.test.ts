import { setImmediate as nextTurn } from 'node:timers/promises'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { inFairTurns, isTurnOver, noteArrival } from '../../server/fair-turns.ts'

/** Work takes as long as the test says. */
const clock = { now: 1_000 }
const work = (ms: number) => {
  clock.now += ms
}

beforeEach(async () => {
  vi.spyOn(performance, 'now').mockImplementation(() => clock.now)
  // Nobody has come in for some turns.
  for (let turns = 0; turns < 3; turns += 1) {
    isTurnOver()
    await nextTurn()
  }
  return () => vi.restoreAllMocks()
})

describe('a turn', () => {
  test('is over when it has worked for its four milliseconds, and the next begins anew', async () => {
    expect(isTurnOver()).toBe(false)
    work(4)
    expect(isTurnOver()).toBe(false)
    work(1)
    expect(isTurnOver()).toBe(true)
    await nextTurn()
    expect(isTurnOver()).toBe(false)
  })

  test('is shorter while people come in, for more of them may stand at the door', async () => {
    isTurnOver()
    noteArrival()
    work(2)
    expect(isTurnOver()).toBe(true)
    await nextTurn()
    isTurnOver()
    work(2)
    expect(isTurnOver()).toBe(true)
    await nextTurn()
    isTurnOver()
    work(2)
    expect(isTurnOver()).toBe(false)
  })
})

describe('what two hundred people ask at once', () => {
  test('is answered in the order it was asked, each once, a few each turn', async () => {
    const answered: number[] = []
    const answer = inFairTurns((who: number) => {
      answered.push(who)
      work(1.5)
    })
    const everybody = Array.from({ length: 200 }, (_, who) => who)
    for (const who of everybody) answer(who)
    expect(answered).toEqual([0, 1, 2])
    const inEachTurn: number[] = []
    while (answered.length < everybody.length) {
      const before = answered.length
      await nextTurn()
      inEachTurn.push(answered.length - before)
    }
    expect(answered).toEqual(everybody)
    expect(Math.max(...inEachTurn)).toBe(3)
  })

  test('is answered in the end even where each takes longer than a turn', async () => {
    const answered: number[] = []
    const answer = inFairTurns((who: number) => {
      answered.push(who)
      work(5)
    })
    answer(1)
    answer(2)
    answer(3)
    expect(answered).toEqual([1])
    for (let turns = 0; turns < 4; turns += 1) await nextTurn()
    expect(answered).toEqual([1, 2, 3])
  })
})

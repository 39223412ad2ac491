import { describe, expect, test } from 'vitest'
import {
  afterAnswer,
  forgetChanged,
  type Known,
  pickSession,
  type Records,
  topicStanding,
  weakFirst,
} from '../../src/features/quizzes/leitner.rules.ts'

const MONDAY = '2026-11-23'
const known = (box: number, dueOn = MONDAY, number = 1): Known => ({ number, box, dueOn })

/** Answers one question on each of the days, and tells where it lies then. */
function learn(days: [today: string, isRight: boolean][]): Known | undefined {
  return days.reduce<Known | undefined>(
    (before, [today, isRight]) => afterAnswer(before, { number: 1, isRight, today }),
    undefined,
  )
}

describe('what a phone remembers of a question', () => {
  test('each right answer on its day puts the next one further off', () => {
    expect(
      learn([
        ['2026-11-23', true],
        ['2026-11-24', true],
        ['2026-11-27', true],
      ]),
    ).toEqual(known(3, '2026-12-04'))
  })

  test('a wrong answer is asked again the same day, however well it was known', () => {
    expect(afterAnswer(known(5), { number: 1, isRight: false, today: MONDAY })).toEqual(known(0))
  })

  test('right ten times on one day counts as right once', () => {
    expect(learn(Array.from({ length: 10 }, () => [MONDAY, true]))).toEqual(known(1, '2026-11-24'))
  })

  test('the last box stays the last, a month apart', () => {
    expect(afterAnswer(known(5), { number: 1, isRight: true, today: MONDAY })).toEqual(known(5, '2026-12-23'))
  })

  test('a corrected question begins anew', () => {
    expect(afterAnswer(known(4), { number: 2, isRight: true, today: MONDAY })).toEqual(known(1, '2026-11-24', 2))
    const records = { A: known(3), B: known(2), GONE: known(1) }
    expect(
      forgetChanged(records, [
        { code: 'A', number: 1 },
        { code: 'B', number: 2 },
      ]),
    ).toEqual({ A: known(3) })
  })
})

describe('what is asked next', () => {
  const questions = ['RESTS', 'NEW', 'DUE', 'WRONG', 'RESTS-LONGER'].map((code) => ({ code, number: 1 }))
  const records: Records = {
    RESTS: known(1, '2026-11-25'),
    'RESTS-LONGER': known(3, '2026-12-01'),
    DUE: known(2, '2026-11-20'),
    WRONG: known(0),
  }
  const pick = (count: number, random = () => 0.5) => pickSession(questions, records, { today: MONDAY, count, random })

  test('the wrong ones first, then those whose day has come, then new ones, and what rests only when there is room', () => {
    expect(pick(10).map(({ code }) => code)).toEqual(['WRONG', 'DUE', 'NEW', 'RESTS', 'RESTS-LONGER'])
    expect(pick(2).map(({ code }) => code)).toEqual(['WRONG', 'DUE'])
  })

  test('two sessions of new questions do not begin alike', () => {
    const many = Array.from({ length: 40 }, (_, at) => ({ code: `Q-${at}`, number: 1 }))
    const session = (chances: number[]) =>
      pickSession(many, {}, { today: MONDAY, count: 10, random: () => chances.shift() ?? 0 }).map(({ code }) => code)
    expect(session(many.map((_, at) => at / 40))).not.toEqual(session(many.map((_, at) => 1 - at / 40)))
  })

  test('topics of which least is known stand first; an empty topic stands last', () => {
    const topics = [
      { id: 'empty', questions: 0 },
      { id: 'well', questions: 2 },
      { id: 'never', questions: 9 },
      { id: 'begun', questions: 4 },
    ]
    const of: Record<string, Records> = { well: { A: known(5), B: known(4) }, begun: { C: known(2) } }
    expect(weakFirst(topics, (id) => of[id] ?? {}).map(({ id }) => id)).toEqual(['never', 'begun', 'well', 'empty'])
  })

  test('a topic tells how many were asked, are known, and are to be repeated today', () => {
    expect(topicStanding(records, MONDAY)).toEqual({ asked: 4, known: 2, again: 2 })
  })
})

import { describe, expect, test } from 'vitest'
import { nextStep } from '../../src/features/contests/next-step.rules.ts'
import { whyThisRank } from '../../src/features/contests/rank-words.rules.ts'

type Contest = Parameters<typeof nextStep>[0]
type Own = NonNullable<Parameters<typeof nextStep>[1]>

const OPENS = '2026-11-23T02:00:00.000Z'
const CLOSES = '2026-11-23T05:00:00.000Z'
const at = (time: string) => Date.parse(`2026-11-23T${time}:00.000Z`)

function contest({ hasResult = false } = {}): Contest {
  const round = { number: 1, name: 'Vòng 1', opensAt: OPENS, closesAt: CLOSES, complaintsUntil: null }
  return {
    ...{ slug: 'hoi-thi', name: 'Hội thi', state: 'open', intro: '', sources: [], blocks: [], notices: [], now: OPENS },
    rounds: [{ ...round, state: 'open', hasResult }],
    ...{ minutes: 20, attemptsPerRound: 1, counts: 'best', prediction: 'none', tieBreaks: [], names: 'masked' },
    ...{ complaintDays: 3, drawCommitment: '', drawSeed: null },
  }
}

function own(state?: Own['attempts'][number]['state'], deadlineAt = '2026-11-23T03:20:00.000Z'): Own {
  const entry: Own['entry'] = {
    ...{ blockId: 'can-bo', unitId: null, unitName: null, status: 'counted', ageBand: 'adult' },
    ...{ publicName: 'N. V. A.', guardian: 'not_needed' },
  }
  const paper = {
    id: 'a',
    round: 1,
    number: 1,
    startedAt: OPENS,
    deadlineAt,
    submittedAt: null,
    score: null,
    outOf: 20,
  }
  return { entry, attempts: state === undefined ? [] : [{ ...paper, state }], now: OPENS }
}

describe('the one thing to do next', () => {
  test.each([
    ['before anything, one enters', contest(), undefined, '01:00', 'enter'],
    ['entered, one waits for the opening', contest(), own(), '01:00', 'wait_for_opening'],
    ['once it is open, one begins', contest(), own(), '03:00', 'start'],
    ['a paper that was begun goes on', contest(), own('in_progress'), '03:00', 'resume'],
    ['a paper whose time is up does not', contest(), own('in_progress'), '03:30', 'wait_for_result'],
    ['who has handed in waits for the result', contest(), own('submitted'), '03:00', 'wait_for_result'],
    ['after the closing too', contest(), own('submitted'), '06:00', 'wait_for_result'],
    ['the result is there', contest({ hasResult: true }), own('submitted'), '06:00', 'see_result'],
    ['who never entered may still read it', contest({ hasResult: true }), undefined, '06:00', 'see_result'],
    ['and cannot enter any more', contest(), undefined, '06:00', 'too_late'],
  ] as const)('%s', (_, home, mine, time, step) => {
    expect(nextStep(home, mine, at(time)).step).toBe(step)
  })

  test('who was taken out is told so, whatever is open', () => {
    const taken = own()
    const entry = taken.entry && { ...taken.entry, status: 'removed' as const }
    expect(nextStep(contest(), { ...taken, entry }, at('03:00'))).toEqual({ step: 'removed' })
  })
})

test('a seventh place is told by who is above and why', () => {
  const standing = {
    ...{ rank: 7, people: 120, sharedWith: 1, below: 112, score: 18, outOf: 20, prediction: 100, actual: 120 },
    ...{ distance: 20, takenMs: 252_000, submittedAt: OPENS, draw: null },
    above: [
      { key: 'score' as const, people: 4 },
      { key: 'closeness' as const, people: 2 },
      { key: 'time_taken' as const, people: 0 },
    ],
  }
  expect(whyThisRank(standing)).toEqual([
    '4 người có điểm cao hơn.',
    '2 người bằng điểm và dự đoán gần đúng hơn.',
    '1 người cùng hạng với bạn, vì bằng nhau ở mọi mức xét.',
  ])
  expect(whyThisRank({ ...standing, rank: 1, above: [], sharedWith: 0 })).toEqual(['Không ai đứng trên bạn.'])
})

import { describe, expect, test } from 'vitest'
import { decide } from '../../server/chat/sending.rules.ts'
import { isNight, nextMorning, windowOf } from '../../server/chat/windows.rules.ts'

const HOUR_MS = 3_600_000
const at = (hours: number) => new Date(Date.parse('2026-11-23T02:00:00Z') + hours * HOUR_MS)
const SPOKE = at(0).toISOString()

test.each([
  [0, 'free'],
  [48, 'free'],
  [48.001, 'paid'],
  [168, 'paid'],
  [168.001, 'closed'],
])('%d hours after somebody spoke: %s', (hours, window) => {
  expect(windowOf(SPOKE, at(hours))).toBe(window)
})

test('somebody who never did anything cannot be spoken to', () => {
  expect(windowOf(null, at(0))).toBe('closed')
})

test.each([
  ['2026-11-23T14:59:59Z', false],
  ['2026-11-23T15:00:00Z', true],
  ['2026-11-23T22:59:59Z', true],
  ['2026-11-23T23:00:00Z', false],
])('%s in Vietnam: night is %s', (moment, night) => {
  expect(isNight(new Date(moment))).toBe(night)
})

test.each([
  ['2026-11-23T15:30:00Z', 0, '2026-11-23T23:05:00.000Z'],
  ['2026-11-23T22:30:00Z', 0, '2026-11-23T23:05:00.000Z'],
  ['2026-11-23T23:05:00Z', 0.5, '2026-11-24T23:10:00.000Z'],
])('the morning after %s', (moment, chance, morning) => {
  expect(nextMorning(new Date(moment), chance).toISOString()).toBe(morning)
})

describe('whether a message may leave', () => {
  const usual = {
    ...{ person: { lastInteractionAt: SPOKE, isFollower: true, refusesNews: false }, now: at(1), chance: 0 },
    ...{ settings: { isOff: false, mayPay: false }, hasWindows: true },
  }
  const wait = (until: Date) => ({ do: 'wait', until })

  test.each([
    ['an answer leaves unasked', { kind: 'reply' }, { do: 'send', asks: false }],
    ['a notice asks Zalo first', { kind: 'notice' }, { do: 'send', asks: true }],
    ['an answer after two days is not paid for', { kind: 'reply', now: at(50) }, { do: 'fail', why: 'window_paid' }],
    ['nor an officer’s word after a week', { kind: 'staff', now: at(170) }, { do: 'fail', why: 'window_closed' }],
    [
      'where it may cost money nobody asks',
      { kind: 'notice', now: at(50), settings: { isOff: false, mayPay: true } },
      { do: 'send', asks: false },
    ],
    [
      'switched off, notices wait',
      { kind: 'notice', settings: { isOff: true, mayPay: false } },
      wait(new Date(at(1).getTime() + 300_000)),
    ],
    [
      'switched off, the notice of it leaves',
      { kind: 'reply', settings: { isOff: true, mayPay: false } },
      { do: 'send', asks: false },
    ],
    [
      'who wants no news gets none',
      { kind: 'campaign', person: { ...usual.person, refusesNews: true } },
      { do: 'fail', why: 'opted_out' },
    ],
    [
      'who has left gets no news',
      { kind: 'campaign', person: { ...usual.person, isFollower: false } },
      { do: 'fail', why: 'not_following' },
    ],
    ['news wait for daylight', { kind: 'campaign', now: at(13) }, wait(at(21 + 5 / 60))],
    [
      'a channel without windows knows none',
      { kind: 'notice', hasWindows: false, now: at(900) },
      { do: 'send', asks: false },
    ],
  ] as const)('%s', (_, wish, decision) => {
    expect(decide({ ...usual, ...wish })).toEqual(decision)
  })
})

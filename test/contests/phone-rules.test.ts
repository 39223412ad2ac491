import { describe, expect, test } from 'vitest'
import { ageOn, readBirthDate } from '../../src/features/contests/birth-date.rules.ts'
import {
  clockWords,
  durationWords,
  lastSendDelayMs,
  offsetOf,
  secondsLeft,
} from '../../src/features/contests/clock.rules.ts'
import { laterOf, sheetFrom, takeOver } from '../../src/features/contests/sheet.rules.ts'

describe('a birth date as people type it', () => {
  test.each([
    ['5/3/2010', '2010-03-05'],
    ['05-03-2010', '2010-03-05'],
    [' 5.3.2010 ', '2010-03-05'],
    ['5 3 2010', '2010-03-05'],
    ['05032010', '2010-03-05'],
    ['29/2/2012', '2012-02-29'],
    ['29/2/2011', undefined],
    ['31/4/2010', undefined],
    ['3/15/2010', undefined],
    ['2010-03-05', undefined],
    ['5/3/10', undefined],
    ['24/11/2026', undefined],
    ['1/1/1900', undefined],
  ])('%s is read as %s', (typed, date) => {
    expect(readBirthDate(typed, '2026-11-23')).toBe(date)
  })

  test('somebody is a year older on the birthday, not before', () => {
    expect([ageOn('2010-11-24', '2026-11-23'), ageOn('2010-11-23', '2026-11-23')]).toEqual([15, 16])
  })
})

describe('time left is the time of the service', () => {
  const phoneNow = Date.parse('2026-11-23T05:00:00Z')

  test('a phone two hours ahead shows what is really left', () => {
    const offset = offsetOf('2026-11-23T03:00:00Z', phoneNow)
    expect(secondsLeft('2026-11-23T03:15:00Z', { offset, phoneNow: phoneNow + 60_000 })).toBe(14 * 60)
    expect(secondsLeft('2026-11-23T02:59:00Z', { offset, phoneNow })).toBe(0)
  })

  test.each([
    [200_000, '2 ngày 7 giờ'],
    [172_800, '2 ngày'],
    [11_100, '3 giờ 5 phút'],
    [725, '12 phút'],
    [60, '1 phút'],
    [45, '45 giây'],
    [0, '0 giây'],
  ])('%i seconds are told as %s', (seconds, words) => {
    expect(durationWords(seconds)).toBe(words)
  })

  test('the corner of a paper shows minutes and seconds', () => {
    expect([clockWords(725), clockWords(9)]).toEqual(['12:05', '0:09'])
  })

  test('the last sending stays within half of the grace', () => {
    expect([0, 0.5, 0.999].map((chance) => lastSendDelayMs(30, () => chance))).toEqual([0, 7_500, 14_985])
  })
})

describe('one paper, kept on the phone and on the service', () => {
  const service = sheetFrom({ seq: 4, sheet: [[1], []], prediction: null }, 2)

  test('what was answered without a network is later than what the service has', () => {
    const kept = { ...service, seq: 6, sheet: [[1], [0]] }
    expect(laterOf(kept, service)).toEqual({ seq: 6, savedSeq: 4, sheet: [[1], [0]], prediction: null })
  })

  test('what another phone has saved since is later than what this one kept', () => {
    expect(laterOf({ ...service, seq: 3, sheet: [[0], []] }, service)).toEqual(service)
  })

  test('a kept sheet of another paper is not mixed in', () => {
    expect(laterOf({ ...service, seq: 9, sheet: [[1]] }, service)).toEqual(service)
  })

  test('who opens a begun paper again goes ahead of every other place it is open at', () => {
    expect([takeOver(service, () => 0).seq, takeOver(service, () => 0.5).seq]).toEqual([5, 105])
    const fresh = sheetFrom({ seq: 0, sheet: [], prediction: null }, 2)
    expect(takeOver(fresh, () => 0.5)).toEqual(fresh)
  })
})

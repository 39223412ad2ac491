import { describe, expect, test } from 'vitest'
import { makeTimetable } from '../../server/working-time/timetable.rules.ts'
import {
  addWorkingTime,
  countedFrom,
  inDaysAndMinutes,
  workingMsBetween,
} from '../../server/working-time/working-time.rules.ts'
import { OfficeHours, STATE_OFFICE_HOURS, WorkingLimit } from '../../server/working-time/working-time.schemas.ts'
import {
  alsoSaturdayMornings,
  announced,
  closedOnWednesdays,
  instant,
  morningsOnly,
  onClock,
  slowOffice,
  stateHours,
} from './offices.ts'

const days = (amount: number): WorkingLimit => ({ amount, unit: 'working_day' })
const minutes = (amount: number): WorkingLimit => ({ amount, unit: 'working_minute' })
const state = makeTimetable(announced, stateHours)

type DueRow = [why: string, from: string, amount: number, due: string, countedFrom?: string]

/** Each row was counted by hand on the wall calendar; the slow office counts it again, minute by minute. */
function expectDue(hours: OfficeHours, toLimit: (amount: number) => WorkingLimit, row: DueRow) {
  const [, from, amount, due, counted = onClock(instant(from))] = row
  const timetable = makeTimetable(announced, hours)
  const slow = slowOffice(announced, hours)
  const start = instant(from)
  const limit = toLimit(amount)
  const slowly = limit.unit === 'working_day' ? slow.afterDays(start, amount) : slow.afterMinutes(start, amount)
  expect(onClock(slowly)).toBe(due)
  expect(onClock(addWorkingTime(timetable, start, limit).at)).toBe(due)
  expect(onClock(slow.firstOpenMinute(start))).toBe(counted)
  expect(onClock(countedFrom(timetable, start).at)).toBe(counted)
}

describe('N working days end at closing time of the Nth working day after the day counted from', () => {
  const rows: DueRow[] = [
    ['Tết 2026: 16–20/02 off between two weekends', '2026-02-12 10:00', 5, '2026-02-26 17:00'],
    ['at opening time', '2026-02-12 07:30', 5, '2026-02-26 17:00'],
    ['in the last minute of the day', '2026-02-12 16:59', 5, '2026-02-26 17:00'],
    ['at closing time it is too late for today', '2026-02-12 17:00', 5, '2026-02-27 17:00', '2026-02-13 07:30'],
    ['at lunch: from 13:30', '2026-02-12 12:00', 5, '2026-02-26 17:00', '2026-02-12 13:30'],
    ['10:00 in Vietnam is 03:00 in UTC', '2026-02-12T03:00:00Z', 5, '2026-02-26 17:00'],
    ['after midnight here, still the 11th in UTC', '2026-02-11T18:00:00Z', 5, '2026-02-26 17:00', '2026-02-12 07:30'],
    ['from America, late on their 12th', '2026-02-12T23:30:00-05:00', 1, '2026-02-23 17:00', '2026-02-13 13:30'],
    ['the last afternoon before Tết', '2026-02-13 16:30', 1, '2026-02-23 17:00'],
    ['the last evening before Tết', '2026-02-13 19:00', 1, '2026-02-24 17:00', '2026-02-23 07:30'],
    ['at midnight in the middle of Tết', '2026-02-17 00:00', 1, '2026-02-24 17:00', '2026-02-23 07:30'],
    ['on the weekend after Tết', '2026-02-21 09:00', 1, '2026-02-24 17:00', '2026-02-23 07:30'],
    ['three weeks with Tết in them', '2026-02-02 08:00', 15, '2026-03-02 17:00'],
    ['19:00 on a Friday: from Monday 07:30', '2026-03-06 19:00', 5, '2026-03-16 17:00', '2026-03-09 07:30'],
    ['16:59 on a Friday', '2026-03-06 16:59', 5, '2026-03-13 17:00'],
    ['17:00 on a Friday', '2026-03-06 17:00', 5, '2026-03-16 17:00', '2026-03-09 07:30'],
    ['on a Saturday', '2026-03-07 10:00', 1, '2026-03-10 17:00', '2026-03-09 07:30'],
    ['in the last minute of a Sunday', '2026-03-08 23:59', 1, '2026-03-10 17:00', '2026-03-09 07:30'],
    ['at midnight into Monday', '2026-03-09 00:00', 1, '2026-03-10 17:00', '2026-03-09 07:30'],
    ['one minute before opening', '2026-03-09 07:29', 1, '2026-03-10 17:00', '2026-03-09 07:30'],
    ['New Year’s Day, Friday 02/01 off as well', '2026-01-01 09:00', 1, '2026-01-06 17:00', '2026-01-05 07:30'],
    ['Saturday 10/01 makes up for 02/01: a working day', '2026-01-08 10:00', 2, '2026-01-10 17:00'],
    ['sent on that Saturday', '2026-01-10 08:00', 1, '2026-01-12 17:00'],
    ['sent on that Saturday’s evening', '2026-01-10 19:00', 1, '2026-01-13 17:00', '2026-01-12 07:30'],
    ['the Saturday after is an ordinary one', '2026-01-17 08:00', 1, '2026-01-20 17:00', '2026-01-19 07:30'],
    ['Giỗ Tổ fell on Sunday, so Monday 27/04 is off', '2026-04-24 10:00', 1, '2026-04-28 17:00'],
    ['Giỗ Tổ, then 30/4 and 1/5', '2026-04-24 10:00', 3, '2026-05-04 17:00'],
    ['the afternoon before 30/4', '2026-04-29 15:00', 1, '2026-05-04 17:00'],
    ['the evening before 30/4', '2026-04-29 18:00', 1, '2026-05-05 17:00', '2026-05-04 07:30'],
    ['on 30/4', '2026-04-30 09:00', 5, '2026-05-11 17:00', '2026-05-04 07:30'],
    ['the Friday before swap Saturday 22/8', '2026-08-21 16:00', 1, '2026-08-22 17:00'],
    ['that Friday’s evening: from Saturday', '2026-08-21 18:00', 1, '2026-08-24 17:00', '2026-08-22 07:30'],
    ['the Friday before 2/9, Monday 31/8 off', '2026-08-28 10:00', 1, '2026-09-03 17:00'],
    ['a week with 2/9 in it', '2026-08-28 10:00', 5, '2026-09-09 17:00'],
    ['on the Monday given in exchange', '2026-08-31 10:00', 1, '2026-09-04 17:00', '2026-09-03 07:30'],
    ['in the last minute of 2/9', '2026-09-02 23:59', 2, '2026-09-07 17:00', '2026-09-03 07:30'],
    ['over Culture Day, Tuesday 24/11', '2026-11-23 10:00', 1, '2026-11-25 17:00'],
    ['a Friday evening before Culture Day', '2026-11-20 19:00', 2, '2026-11-26 17:00', '2026-11-23 07:30'],
    ['a month without a holiday', '2026-06-01 09:00', 20, '2026-06-29 17:00'],
    ['sixty days, the last on the swap Saturday', '2026-06-01 09:00', 60, '2026-08-22 17:00'],
    ['to the last working day of the year', '2026-12-24 10:00', 5, '2026-12-31 17:00'],
  ]
  test.each(rows)('%s: %s + %i days → %s', (...row) => expectDue(stateHours, days, row))
})

describe('working minutes run on the clock, with the lunch break left out', () => {
  const rows: DueRow[] = [
    ['up to lunch', '2026-03-03 10:00', 90, '2026-03-03 11:30'],
    ['one minute over lunch', '2026-03-03 10:00', 91, '2026-03-03 13:31'],
    ['half before and half after lunch', '2026-03-03 11:00', 60, '2026-03-03 14:00'],
    ['asked at lunch', '2026-03-03 12:10', 60, '2026-03-03 14:30', '2026-03-03 13:30'],
    ['at the very start of lunch', '2026-03-03 11:30', 1, '2026-03-03 13:31', '2026-03-03 13:30'],
    ['up to closing time', '2026-03-03 16:00', 60, '2026-03-03 17:00'],
    ['one minute into the next morning', '2026-03-03 16:00', 61, '2026-03-04 07:31'],
    ['over a weekend', '2026-03-06 16:30', 60, '2026-03-09 08:00'],
    ['a morning, sent on Friday evening', '2026-03-06 19:00', 240, '2026-03-09 11:30', '2026-03-09 07:30'],
    ['one minute more than a morning', '2026-03-06 19:00', 241, '2026-03-09 13:31', '2026-03-09 07:30'],
    ['over Tết', '2026-02-13 16:00', 120, '2026-02-23 08:30'],
    ['a whole day, sent on a Tết day', '2026-02-18 12:00', 450, '2026-02-23 17:00', '2026-02-23 07:30'],
    ['into a swap Saturday', '2026-01-09 16:00', 120, '2026-01-10 08:30'],
    ['out of a swap Saturday', '2026-08-22 16:59', 2, '2026-08-24 07:31'],
    ['over 30/4 and 1/5', '2026-04-29 17:00', 1, '2026-05-04 07:31', '2026-05-04 07:30'],
    ['a whole day from opening time', '2026-03-03 07:30', 450, '2026-03-03 17:00'],
    ['five whole days', '2026-03-03 07:30', 2250, '2026-03-09 17:00'],
    ['07:30 in Vietnam is 00:30 in UTC', '2026-03-03T00:30:00Z', 1, '2026-03-03 07:31'],
  ]
  test.each(rows)('%s: %s + %i minutes → %s', (...row) => expectDue(stateHours, minutes, row))
})

describe('time between two moments', () => {
  const rows: [why: string, from: string, to: string, minutes: number][] = [
    ['a morning’s end', '2026-03-03 10:00', '2026-03-03 11:30', 90],
    ['over lunch', '2026-03-03 10:00', '2026-03-03 14:00', 120],
    ['lunch itself', '2026-03-03 11:30', '2026-03-03 13:30', 0],
    ['one night', '2026-03-03 17:00', '2026-03-04 07:30', 0],
    ['a weekend', '2026-03-06 17:00', '2026-03-09 07:30', 0],
    ['an hour on each side of a weekend', '2026-03-06 16:00', '2026-03-09 08:30', 120],
    ['Tết', '2026-02-13 17:00', '2026-02-23 07:30', 0],
    ['receipt to due date over Tết', '2026-02-12 10:00', '2026-02-26 17:00', 300 + 5 * 450],
    ['a swap Saturday', '2026-01-10 00:00', '2026-01-11 00:00', 450],
    ['an ordinary Saturday', '2026-01-17 00:00', '2026-01-18 00:00', 0],
    ['midnight to midnight', '2026-03-03 00:00', '2026-03-04 00:00', 450],
    ['February with Tết', '2026-02-01 00:00', '2026-03-01 00:00', 15 * 450],
    ['three weeks to 2/9 with a swap Saturday', '2026-08-17 00:00', '2026-09-07 00:00', 13 * 450],
    ['no time', '2026-03-03 10:00', '2026-03-03 10:00', 0],
    ['backwards', '2026-03-04 10:00', '2026-03-03 10:00', 0],
    ['backwards within a morning', '2026-03-03 10:00', '2026-03-03 09:00', 0],
  ]
  test.each(rows)('%s', (_, from, to, expected) => {
    expect(slowOffice(announced, stateHours).countMinutes(instant(from), instant(to))).toBe(expected)
    expect(workingMsBetween(state, instant(from), instant(to))).toBe(expected * 60_000)
  })

  test('is counted to the millisecond', () => {
    const from = '2026-03-03T04:29:59.998Z'
    expect(workingMsBetween(state, from, '2026-03-03T06:30:00.001Z')).toBe(3)
    expect(workingMsBetween(state, from, '2026-03-03T04:29:59.999Z')).toBe(1)
  })
})

describe('each unit has its own hours', () => {
  const rows: [OfficeHours, (amount: number) => WorkingLimit, ...DueRow][] = [
    [morningsOnly, days, 'closes at 11:00', '2026-03-03 11:00', 1, '2026-03-05 11:00', '2026-03-04 07:00'],
    [morningsOnly, days, 'the day ends when the unit closes', '2026-03-03 10:59', 1, '2026-03-04 11:00'],
    [morningsOnly, minutes, 'four hours are a whole day there', '2026-03-03 10:00', 300, '2026-03-04 11:00'],
    [morningsOnly, days, 'does not work on swap days', '2026-01-09 10:00', 1, '2026-01-12 11:00'],
    [alsoSaturdayMornings, days, 'received on a Saturday', '2026-03-07 09:00', 1, '2026-03-09 17:00'],
    [alsoSaturdayMornings, days, 'its Saturday is no working day', '2026-03-06 16:00', 1, '2026-03-09 17:00'],
    [alsoSaturdayMornings, minutes, 'its Saturday counts in hours', '2026-03-06 16:00', 120, '2026-03-07 08:30'],
    [alsoSaturdayMornings, days, 'a swap Saturday is a whole day', '2026-01-09 10:00', 1, '2026-01-10 17:00'],
    [
      alsoSaturdayMornings,
      days,
      'the first Saturday after Tết',
      '2026-02-14 12:00',
      1,
      '2026-02-23 17:00',
      '2026-02-21 07:30',
    ],
    [closedOnWednesdays, days, 'a closed Wednesday does not count', '2026-03-03 10:00', 1, '2026-03-05 17:00'],
  ]
  test.each(rows)('%#', (hours, toLimit, ...row) => expectDue(hours, toLimit, row))
})

describe('where holidays are not announced yet, an ordinary week is counted and the date is called approximate', () => {
  const approximate = { certainty: 'approximate', knownUntil: '2027-01-03' }
  test.each([
    ['the last day is announced', '2026-12-24 10:00', days(5), { certainty: 'announced' }, '2026-12-31 17:00'],
    ['the first after it is not', '2026-12-24 10:00', days(6), approximate, '2027-01-04 17:00'],
    ['half an hour is not', '2026-12-31 16:00', minutes(90), approximate, '2027-01-04 08:00'],
    ['Tết 2027 is not announced', '2027-02-01 10:00', days(5), approximate, '2027-02-08 17:00'],
    ['29 February', '2028-02-28 10:00', days(1), approximate, '2028-02-29 17:00'],
    ['before the first known day', '2025-12-31 10:00', days(1), approximate, '2026-01-05 17:00'],
  ])('%s', (_, from, limit, certainty, due) => {
    expect(addWorkingTime(state, instant(from), limit)).toEqual({ ...certainty, at: instant(due) })
  })

  test('a receipt says so too', () => {
    expect(countedFrom(state, instant('2027-01-03 10:00'))).toEqual({ ...approximate, at: instant('2027-01-04 07:30') })
    expect(countedFrom(state, instant('2026-12-31 10:00'))).toEqual({
      certainty: 'announced',
      at: instant('2026-12-31 10:00'),
    })
  })

  test('without any calendar there is still a date', () => {
    expect(addWorkingTime(makeTimetable(undefined, stateHours), instant('2026-02-12 10:00'), days(5))).toEqual({
      certainty: 'approximate',
      knownUntil: null,
      at: instant('2026-02-19 17:00'),
    })
  })
})

test('time spent is said in whole days of the office and minutes', () => {
  const said = (hours: OfficeHours, minutes: number) =>
    inDaysAndMinutes(makeTimetable(announced, hours), minutes * 60_000)
  expect(said(stateHours, 4 * 450)).toEqual({ days: 4, minutes: 0 })
  expect(said(stateHours, 4 * 450 - 1)).toEqual({ days: 3, minutes: 449 })
  expect(said(morningsOnly, 4 * 450)).toEqual({ days: 7, minutes: 120 })
})

describe('hours an office could not keep are refused', () => {
  const opening = (opens: string, closes: string) => ({ opens, closes })
  test.each([
    ['closing before opening', [opening('11:30', '07:30')]],
    ['no time at all', [opening('07:30', '07:30')]],
    ['overlapping', [opening('07:30', '11:30'), opening('11:00', '17:00')]],
    ['out of order', [opening('13:30', '17:00'), opening('07:30', '11:30')]],
    ['25 o’clock', [opening('07:30', '25:00')]],
    ['seven in the morning without a nought', [opening('7:30', '11:30')]],
  ])('%s', (_, monday) => {
    expect(OfficeHours.safeParse({ ...STATE_OFFICE_HOURS, monday }).success).toBe(false)
  })

  test('an office that never opens on a weekday', () => {
    const { saturday, sunday, makeUpDay } = alsoSaturdayMornings
    const never = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday, sunday, makeUpDay }
    expect(OfficeHours.safeParse(never).success).toBe(false)
  })

  test('those of a state office and a day of 24 hours stand', () => {
    expect(OfficeHours.parse(STATE_OFFICE_HOURS)).toEqual(STATE_OFFICE_HOURS)
    expect(OfficeHours.safeParse({ ...STATE_OFFICE_HOURS, monday: [opening('00:00', '24:00')] }).success).toBe(true)
  })

  test('a limit is a whole number of days or minutes', () => {
    expect([5, 0, 1.5].map((amount) => WorkingLimit.safeParse(days(amount)).success)).toEqual([true, false, false])
  })
})

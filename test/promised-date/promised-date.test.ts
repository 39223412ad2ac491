import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { CalendarFile } from '../../server/content/content.schemas.ts'
import { isInForce, promisedDate, type TimeLimit } from '../../server/promised-date/promised-date.rules.ts'
import { addDays } from '../../server/working-time/calendar-days.ts'
import { dayKind, joinCalendars, type WorkingCalendar } from '../../server/working-time/working-calendar.rules.ts'

const readYear = (year: number) =>
  CalendarFile.parse(parse(readFileSync(new URL(`../../content/calendar/${year}.yaml`, import.meta.url), 'utf8')))
const announced = joinOf([readYear(2026), readYear(2027)])

type Row = [receivedAt: string, amount: number, dueOn: string, countedFrom?: string]

/** `2026-02-12 10:00` is a clock in Vietnam; anything with an offset is taken as it stands. */
const instant = (text: string) => (/(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text.replace(' ', 'T')}:00+07:00`)

const workingDays = (amount: number, cutOff: string | null = null): TimeLimit => ({
  amount,
  unit: 'working_day',
  cutOff,
  countedFrom: null,
})
const calendarDays = (amount: number): TimeLimit => ({ ...workingDays(amount), unit: 'calendar_day' })
const months = (amount: number): TimeLimit => ({ ...workingDays(amount), unit: 'month' })

function joinOf(years: CalendarFile[]): WorkingCalendar {
  const joined = joinCalendars(years)
  if (!joined) throw new Error('the content folder holds no calendar')
  return joined
}

/** A year with no holidays at all, for arithmetic that has nothing to do with them. */
function plainYear(year: number): WorkingCalendar {
  return joinOf([{ ...readYear(2027), year, knownUntil: `${year}-12-31`, daysOff: [], workingSaturdays: [] }])
}

/** What the citizen is told: a due date, or that the calendar is not yet known. */
function told(calendar: WorkingCalendar, receivedAt: string, limit: TimeLimit) {
  const answer = promisedDate(calendar, instant(receivedAt), limit)
  return answer.outcome === 'due' ? { dueOn: answer.dueOn, countedFrom: answer.countedFrom } : answer.outcome
}

function expectRow(limit: TimeLimit, [receivedAt, , dueOn, countedFrom]: Row) {
  const date = receivedAt.slice(0, 10)
  expect(told(announced, receivedAt, limit)).toEqual(
    dueOn === 'unknown' ? 'calendar_unknown' : { dueOn, countedFrom: countedFrom ?? date },
  )
}

describe('a dossier due after working days comes back on the day a clerk would count on the wall calendar', () => {
  const rows: Row[] = [
    // New Year 2026: Friday 02/01 is off, Saturday 10/01 makes up for it
    ['2025-12-31 10:00', 1, 'unknown'],
    ['2026-01-01 09:00', 1, '2026-01-06', '2026-01-05'],
    ['2026-01-02 09:00', 1, '2026-01-06', '2026-01-05'],
    ['2026-01-05 09:00', 4, '2026-01-09'],
    ['2026-01-05 09:00', 5, '2026-01-10'],
    ['2026-01-05 09:00', 6, '2026-01-12'],
    ['2026-01-09 10:00', 1, '2026-01-10'],
    ['2026-01-10 09:00', 1, '2026-01-12'],
    ['2026-01-11 09:00', 2, '2026-01-14', '2026-01-12'],
    ['2026-01-16 16:00', 1, '2026-01-19'],
    ['2026-01-17 08:00', 1, '2026-01-20', '2026-01-19'],
    // Tết: 16–20/02 off between two weekends
    ['2026-02-02 08:00', 10, '2026-02-23'],
    ['2026-02-02 08:00', 20, '2026-03-09'],
    ['2026-02-10 08:00', 3, '2026-02-13'],
    ['2026-02-10 08:00', 4, '2026-02-23'],
    ['2026-02-12 10:00', 5, '2026-02-26'],
    ['2026-02-11T20:00:00Z', 5, '2026-02-26', '2026-02-12'],
    ['2026-02-11T15:00:00-05:00', 5, '2026-02-26', '2026-02-12'],
    ['2026-02-12T16:59:59Z', 5, '2026-02-26', '2026-02-12'],
    ['2026-02-12T17:00:00Z', 5, '2026-02-27', '2026-02-13'],
    ['2026-02-13 10:00', 1, '2026-02-23'],
    ['2026-02-14 10:00', 1, '2026-02-24', '2026-02-23'],
    ['2026-02-16 10:00', 3, '2026-02-26', '2026-02-23'],
    ['2026-02-20 10:00', 8, '2026-03-05', '2026-02-23'],
    ['2026-02-22 10:00', 1, '2026-02-24', '2026-02-23'],
    ['2026-02-23 10:00', 1, '2026-02-24'],
    // Giỗ Tổ on a Sunday makes Monday 27/04 off; 30/04 and 01/05 follow
    ['2026-04-24 10:00', 1, '2026-04-28'],
    ['2026-04-24 10:00', 2, '2026-04-29'],
    ['2026-04-24 10:00', 3, '2026-05-04'],
    ['2026-04-26 10:00', 1, '2026-04-29', '2026-04-28'],
    ['2026-04-29 09:00', 1, '2026-05-04'],
    ['2026-04-30 09:00', 5, '2026-05-11', '2026-05-04'],
    ['2026-05-01 09:00', 1, '2026-05-05', '2026-05-04'],
    ['2026-05-02 09:00', 1, '2026-05-05', '2026-05-04'],
    // months without a holiday
    ['2026-06-01 09:00', 20, '2026-06-29'],
    ['2026-06-01 09:00', 45, '2026-08-03'],
    // National Day: Monday 31/08 off, Saturday 22/08 makes up for it
    ['2026-08-15 10:00', 1, '2026-08-18', '2026-08-17'],
    ['2026-08-21 10:00', 1, '2026-08-22'],
    ['2026-08-21 10:00', 2, '2026-08-24'],
    ['2026-08-22 10:00', 5, '2026-08-28'],
    ['2026-08-22 10:00', 6, '2026-09-03'],
    ['2026-08-28 10:00', 1, '2026-09-03'],
    ['2026-08-29 10:00', 1, '2026-09-04', '2026-09-03'],
    ['2026-09-01 10:00', 2, '2026-09-07', '2026-09-03'],
    ['2026-09-02T23:59:59+07:00', 1, '2026-09-04', '2026-09-03'],
    // Culture Day on a Tuesday
    ['2026-11-20 10:00', 1, '2026-11-23'],
    ['2026-11-20 10:00', 2, '2026-11-25'],
    ['2026-11-23 10:00', 1, '2026-11-25'],
    ['2026-11-24 10:00', 1, '2026-11-26', '2026-11-25'],
    ['2026-11-28 10:00', 1, '2026-12-01', '2026-11-30'],
    // the end of what has been announced
    ['2026-12-24 10:00', 5, '2026-12-31'],
    ['2026-12-24 10:00', 6, 'unknown'],
    ['2026-12-30 10:00', 1, '2026-12-31'],
    ['2026-12-31 10:00', 1, 'unknown'],
    ['2026-12-31T17:00:00Z', 1, 'unknown'],
    ['2027-03-01 10:00', 1, 'unknown'],
  ]
  test.each(rows)('received %s, %i working days', (...row) => expectRow(workingDays(row[1]), row))
})

describe('what is promised the same day comes that day up to 15:00 and on the next working day after it', () => {
  const rows: Row[] = [
    ['2026-01-09 15:01', 0, '2026-01-10', '2026-01-10'],
    ['2026-01-10 09:00', 0, '2026-01-10'],
    ['2026-01-10 15:01', 0, '2026-01-12', '2026-01-12'],
    ['2026-02-13 14:59', 0, '2026-02-13'],
    ['2026-02-13 15:00', 0, '2026-02-13'],
    ['2026-02-13T15:00:01+07:00', 0, '2026-02-23', '2026-02-23'],
    ['2026-02-13 15:01', 0, '2026-02-23', '2026-02-23'],
    ['2026-02-13T08:01:00Z', 0, '2026-02-23', '2026-02-23'],
    ['2026-02-18 08:00', 0, '2026-02-23', '2026-02-23'],
    ['2026-02-18 16:00', 0, '2026-02-23', '2026-02-23'],
    ['2026-03-10 15:01', 0, '2026-03-11', '2026-03-11'],
    ['2026-04-24 15:30', 0, '2026-04-28', '2026-04-28'],
    ['2026-04-29 15:01', 0, '2026-05-04', '2026-05-04'],
    ['2026-08-21 15:01', 0, '2026-08-22', '2026-08-22'],
    ['2026-08-22 15:00', 0, '2026-08-22'],
    ['2026-08-31 08:00', 0, '2026-09-03', '2026-09-03'],
    ['2026-11-23 15:01', 0, '2026-11-25', '2026-11-25'],
    ['2026-12-31 15:00', 0, '2026-12-31'],
    ['2026-12-31 15:01', 0, 'unknown'],
    ['2026-03-12 15:00', 1, '2026-03-13'],
    ['2026-03-12 15:01', 1, '2026-03-16', '2026-03-13'],
  ]
  test.each(rows)('received %s, %i working days, cut-off 15:00', (...row) =>
    expectRow(workingDays(row[1], '15:00'), row),
  )
})

describe('plain days all count, and a term that ends on a day off ends on the next working day', () => {
  const rows: Row[] = [
    ['2026-01-26 10:00', 15, '2026-02-10'],
    ['2026-02-02 10:00', 15, '2026-02-23'],
    ['2026-03-02 10:00', 15, '2026-03-17'],
    ['2026-03-06 10:00', 15, '2026-03-23'],
    ['2026-03-07 10:00', 15, '2026-03-24', '2026-03-09'],
    ['2026-04-10 10:00', 20, '2026-05-04'],
    ['2026-05-01 10:00', 30, '2026-06-03', '2026-05-04'],
    ['2026-08-12 10:00', 10, '2026-08-22'],
    ['2026-08-19 10:00', 10, '2026-09-03'],
    ['2026-11-09 10:00', 15, '2026-11-25'],
    ['2026-12-16 10:00', 15, '2026-12-31'],
    ['2026-12-17 10:00', 15, 'unknown'],
    ['2026-12-25 10:00', 10, 'unknown'],
  ]
  test.each(rows)('received %s, %i days', (...row) => expectRow(calendarDays(row[1]), row))
})

describe('months run to the same day number, or to the last day of a shorter month', () => {
  const rows: Row[] = [
    ['2026-01-30 10:00', 1, '2026-03-02'],
    ['2026-03-31 10:00', 1, '2026-05-04'],
    ['2026-05-29 10:00', 1, '2026-06-29'],
    ['2026-05-31 10:00', 1, '2026-07-01', '2026-06-01'],
    ['2026-07-31 10:00', 2, '2026-09-30'],
    ['2026-08-31 10:00', 1, '2026-10-05', '2026-09-03'],
    ['2026-10-30 10:00', 1, '2026-11-30'],
    ['2026-11-30 10:00', 1, '2026-12-30'],
    ['2026-12-15 10:00', 1, 'unknown'],
  ]
  test.each(rows)('received %s, %i months', (...row) => expectRow(months(row[1]), row))
})

describe('February has a 29th in a leap year and none in another', () => {
  const rows: [number, string, TimeLimit, string][] = [
    [2028, '2028-02-28 10:00', workingDays(1), '2028-02-29'],
    [2028, '2028-02-28 10:00', workingDays(2), '2028-03-01'],
    [2028, '2028-02-14 10:00', calendarDays(15), '2028-02-29'],
    [2028, '2028-01-31 10:00', months(1), '2028-02-29'],
    [2027, '2027-02-26 10:00', workingDays(1), '2027-03-01'],
    [2027, '2027-01-29 10:00', months(1), '2027-03-01'],
  ]
  test.each(rows)('%i: received %s', (year, receivedAt, limit, dueOn) => {
    expect(told(plainYear(year), receivedAt, limit)).toEqual({ dueOn, countedFrom: receivedAt.slice(0, 10) })
  })
})

describe('the answer says why it is later than counting on fingers', () => {
  test('the weekends and Tết days passed over are named', () => {
    expect(promisedDate(announced, instant('2026-02-13 10:00'), workingDays(1))).toEqual({
      outcome: 'due',
      countedFrom: '2026-02-13',
      dueOn: '2026-02-23',
      movedToWorkingDay: false,
      skipped: [
        { date: '2026-02-14', reason: 'weekend', name: null },
        { date: '2026-02-15', reason: 'weekend', name: null },
        ...['16', '17', '18', '19', '20'].map((day) => ({
          date: `2026-02-${day}`,
          reason: 'day_off',
          name: 'Tết Nguyên đán Bính Ngọ',
        })),
        { date: '2026-02-21', reason: 'weekend', name: null },
        { date: '2026-02-22', reason: 'weekend', name: null },
      ],
    })
  })

  test('a term of plain days that ended on Culture Day says that it moved, and names only that day', () => {
    expect(promisedDate(announced, instant('2026-11-09 10:00'), calendarDays(15))).toEqual({
      outcome: 'due',
      countedFrom: '2026-11-09',
      dueOn: '2026-11-25',
      movedToWorkingDay: true,
      skipped: [{ date: '2026-11-24', reason: 'day_off', name: 'Ngày Văn hóa Việt Nam' }],
    })
  })

  test('a term of plain days that ends on a swap Saturday stays there', () => {
    expect(promisedDate(announced, instant('2026-08-12 10:00'), calendarDays(10))).toEqual({
      outcome: 'due',
      countedFrom: '2026-08-12',
      dueOn: '2026-08-22',
      movedToWorkingDay: false,
      skipped: [],
    })
  })

  test('beyond what has been announced it says until when the calendar is known', () => {
    expect(promisedDate(announced, instant('2026-12-31 10:00'), workingDays(1))).toEqual({
      outcome: 'calendar_unknown',
      knownUntil: '2027-01-03',
    })
  })

  test('without any calendar nothing is promised', () => {
    expect(promisedDate(joinCalendars([]), instant('2026-03-02 10:00'), workingDays(1))).toEqual({
      outcome: 'calendar_unknown',
      knownUntil: null,
    })
  })

  test('a year that does not follow on from the one before is not reached into', () => {
    expect(joinOf([readYear(2026), { ...readYear(2027), year: 2028 }]).knownUntil).toBe('2026-12-31')
  })

  test('a limit without a number, or counted from an event, is not turned into a date', () => {
    const received = instant('2026-03-02 10:00')
    expect(promisedDate(announced, received, { ...workingDays(5), amount: null })).toEqual({
      outcome: 'not_computable',
      reason: 'no_amount',
    })
    expect(promisedDate(announced, received, { ...workingDays(5), countedFrom: 'ngày hết hạn nhận đơn' })).toEqual({
      outcome: 'not_computable',
      reason: 'counted_from_event',
    })
  })

  test('the limit in force in Vietnam on the day of receipt applies', () => {
    const until = { validFrom: null, validTo: '2026-06-30' }
    const since = { validFrom: '2026-07-01', validTo: null }
    const lastMinute = '2026-06-30T16:59:00Z'
    const firstMinute = '2026-06-30T17:00:00Z'
    expect([until, since].map((limit) => isInForce(limit, lastMinute))).toEqual([true, false])
    expect([until, since].map((limit) => isInForce(limit, firstMinute))).toEqual([false, true])
  })
})

describe('for any dossier received in 2026', () => {
  const receivedAt = fc
    .date({ min: new Date('2025-12-31T17:00:00Z'), max: new Date('2026-12-31T16:59:59Z'), noInvalidDate: true })
    .map((date) => date.toISOString())
  const limit = fc.record({
    amount: fc.integer({ min: 0, max: 60 }),
    unit: fc.constantFrom('working_day' as const, 'calendar_day' as const, 'month' as const),
    cutOff: fc.constantFrom(null, '15:00', '11:30'),
    countedFrom: fc.constant(null),
  })
  /** Later than every known day, so that "not yet known" compares as later than any date. */
  const dueOn = (received: string, asked: TimeLimit) => {
    const answer = promisedDate(announced, received, asked)
    return answer.outcome === 'due' ? answer.dueOn : '9999'
  }
  const isWorking = (date: string) => dayKind(announced, date).kind === 'working'
  const daysAfter = (from: string, to: string): string[] =>
    from >= to ? [] : [addDays(from, 1), ...daysAfter(addDays(from, 1), to)]

  test('who comes later is never promised earlier', () => {
    fc.assert(
      fc.property(receivedAt, receivedAt, limit, (one, other, asked) => {
        const [earlier = one, later = other] = [one, other].sort()
        expect(dueOn(earlier, asked) <= dueOn(later, asked)).toBe(true)
      }),
    )
  })

  test('a longer limit never ends earlier', () => {
    fc.assert(
      fc.property(receivedAt, limit, fc.nat(20), (received, asked, more) => {
        expect(dueOn(received, asked) <= dueOn(received, { ...asked, amount: asked.amount + more })).toBe(true)
      }),
    )
  })

  test('nobody is sent to a closed office, and the working days in between are as many as promised', () => {
    fc.assert(
      fc.property(receivedAt, limit, (received, asked) => {
        const answer = promisedDate(announced, received, asked)
        if (answer.outcome !== 'due') return
        expect([answer.countedFrom, answer.dueOn].filter(isWorking)).toEqual([answer.countedFrom, answer.dueOn])
        if (asked.unit !== 'working_day') return
        expect(daysAfter(answer.countedFrom, answer.dueOn).filter(isWorking)).toHaveLength(asked.amount)
      }),
    )
  })
})

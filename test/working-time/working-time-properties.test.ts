import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { promisedDate } from '../../server/promised-date/promised-date.rules.ts'
import { addDays, onVietnamClock } from '../../server/working-time/calendar-days.ts'
import { makeTimetable } from '../../server/working-time/timetable.rules.ts'
import type { WorkingCalendar } from '../../server/working-time/working-calendar.rules.ts'
import {
  addWorkingMs,
  addWorkingTime,
  countedFrom,
  workingMsBetween,
} from '../../server/working-time/working-time.rules.ts'
import type { OfficeHours } from '../../server/working-time/working-time.schemas.ts'
import {
  announced,
  calendars,
  instant,
  laterThan,
  minuteOfSpring,
  momentOfSpring,
  officeHours,
  slowOffice,
  stateHours,
} from './offices.ts'

/** What anybody asks of working time; the right way and the wrong ways below all answer it. */
type Reckoner = (calendar: WorkingCalendar, hours: OfficeHours) => Answers
type Answers = {
  between: (from: string, to: string) => number
  afterMs: (from: string, ms: number) => string
  afterDays: (from: string, days: number) => string
  opening: (from: string) => string
}

const right: Reckoner = (calendar, hours) => {
  const timetable = makeTimetable(calendar, hours)
  return {
    between: (from, to) => workingMsBetween(timetable, from, to),
    afterMs: (from, ms) => addWorkingMs(timetable, from, ms).at,
    afterDays: (from, amount) => addWorkingTime(timetable, from, { amount, unit: 'working_day' }).at,
    opening: (from) => countedFrom(timetable, from).at,
  }
}

const MINUTE_MS = 60_000
const workingMs = fc.nat(6 * 450 * MINUTE_MS)

const properties: Record<string, (reckon: Reckoner) => void> = {
  'it is what counting open minutes one by one gives': (reckon) =>
    check(
      fc.property(calendars, officeHours, minuteOfSpring, fc.nat(8_000), (calendar, hours, from, minutes) => {
        const to = laterThan(from, minutes)
        expect(reckon(calendar, hours).between(from, to) / MINUTE_MS).toBe(
          slowOffice(calendar, hours).countMinutes(from, to),
        )
      }),
      { numRuns: 100, seed: 81 },
    ),
  'a number of minutes or days later is what waiting for it at the door gives': (reckon) =>
    check(
      fc.property(
        calendars,
        officeHours,
        minuteOfSpring,
        fc.nat(900),
        fc.nat(4),
        (calendar, hours, from, minutes, days) => {
          const [quick, slow] = [reckon(calendar, hours), slowOffice(calendar, hours)]
          expect(quick.opening(from)).toBe(slow.firstOpenMinute(from))
          expect(quick.afterMs(from, minutes * MINUTE_MS)).toBe(slow.afterMinutes(from, minutes))
          expect(quick.afterDays(from, days)).toBe(slow.afterDays(from, days))
        },
      ),
      { numRuns: 80, seed: 82 },
    ),
  'adding and then measuring returns the amount, to the millisecond': (reckon) =>
    check(
      fc.property(calendars, officeHours, momentOfSpring, workingMs, (calendar, hours, from, ms) => {
        const { afterMs, between } = reckon(calendar, hours)
        expect(between(from, afterMs(from, ms))).toBe(ms)
      }),
      { numRuns: 1_000, seed: 83 },
    ),
  'the working time up to closing time ends at closing time': (reckon) =>
    check(
      fc.property(calendars, officeHours, momentOfSpring, fc.nat(9), (calendar, hours, from, days) => {
        const { afterMs, afterDays, between } = reckon(calendar, hours)
        const due = afterDays(from, days)
        expect(afterMs(from, between(from, due))).toBe(due)
      }),
      { numRuns: 500, seed: 88 },
    ),
  'two stretches add up to the whole': (reckon) =>
    check(
      fc.property(
        calendars,
        officeHours,
        fc.tuple(momentOfSpring, momentOfSpring, momentOfSpring),
        (calendar, hours, moments) => {
          const [a = '', b = '', c = ''] = moments.sort()
          const { between } = reckon(calendar, hours)
          expect(between(a, b) + between(b, c)).toBe(between(a, c))
        },
      ),
      { numRuns: 1_000, seed: 84 },
    ),
  'adding in two steps is adding at once': (reckon) =>
    check(
      fc.property(calendars, officeHours, momentOfSpring, workingMs, workingMs, (calendar, hours, from, one, other) => {
        const { afterMs } = reckon(calendar, hours)
        expect(afterMs(afterMs(from, one), other)).toBe(afterMs(from, one + other))
      }),
      { numRuns: 1_000, seed: 85 },
    ),
  'no time passes before the moment from which it is counted': (reckon) =>
    check(
      fc.property(calendars, officeHours, momentOfSpring, (calendar, hours, from) => {
        const { opening, between } = reckon(calendar, hours)
        expect(opening(from) >= from).toBe(true)
        expect(between(from, opening(from))).toBe(0)
        expect(between(opening(from), laterThan(opening(from), 1))).toBeGreaterThan(0)
      }),
      { numRuns: 500, seed: 86 },
    ),
}

/** Stops at the first counter-example: a wrong way only has to be caught. */
function check<T>(property: fc.IProperty<T>, settings: fc.Parameters<T>) {
  fc.assert(property, { ...settings, endOnFailure: true })
}

describe('for any calendar, any hours and any moment', () => {
  test.each(Object.entries(properties))('%s', (_, holds) => holds(right))

  test('a state office is due on the very day that a dossier would be promised for', () => {
    const inOfficeHours = momentOfSpring.filter((at) => countedFrom(makeTimetable(announced, stateHours), at).at === at)
    fc.assert(
      fc.property(inOfficeHours, fc.integer({ min: 1, max: 30 }), (at, amount) => {
        const limit = { amount, unit: 'working_day', cutOff: null, countedFrom: null } as const
        const due = onVietnamClock(right(announced, stateHours).afterDays(at, amount))
        expect(promisedDate(announced, at, limit)).toMatchObject({ outcome: 'due', dueOn: due.date })
      }),
      { numRuns: 500, seed: 87 },
    )
  })

  test('one report takes far less than a tenth of a millisecond', () => {
    const { afterDays, between } = right(announced, stateHours)
    const from = instant('2026-02-12 10:00')
    const startedAt = performance.now()
    for (let round = 0; round < 2_000; round += 1) between(from, afterDays(from, 20))
    expect((performance.now() - startedAt) / 2_000).toBeLessThan(0.1)
  })
})

const withCalendar = (change: (calendar: WorkingCalendar) => Partial<WorkingCalendar>): Reckoner => {
  return (calendar, hours) => right({ ...calendar, ...change(calendar) }, hours)
}
const withHours = (change: (hours: OfficeHours) => Partial<OfficeHours>): Reckoner => {
  return (calendar, hours) => right(calendar, { ...hours, ...change(hours) })
}
const answering = (change: (answers: Answers) => Partial<Answers>): Reckoner => {
  return (calendar, hours) => ({ ...right(calendar, hours), ...change(right(calendar, hours)) })
}
const withoutLunch = (openings: OfficeHours['monday']) => {
  const [first, last] = [openings.at(0), openings.at(-1)]
  return first && last ? [{ opens: first.opens, closes: last.closes }] : []
}

const wrongWays: Record<string, Reckoner> = {
  'works through lunch': withHours(({ monday, tuesday, makeUpDay }) => ({
    monday: withoutLunch(monday),
    tuesday: withoutLunch(tuesday),
    makeUpDay: withoutLunch(makeUpDay),
  })),
  'has forgotten Tết': withCalendar(() => ({ daysOff: new Map() })),
  'has forgotten one day off': withCalendar(({ daysOff }) => ({ daysOff: new Map([...daysOff].slice(1)) })),
  'stays at home on swap Saturdays': withCalendar(() => ({ workingSaturdays: new Map() })),
  'works a Monday’s hours on swap Saturdays': withHours(({ monday }) => ({ makeUpDay: monday })),
  'keeps Tuesday’s hours on Wednesdays': withHours(({ tuesday, wednesday }) => ({
    wednesday: tuesday.length > 0 ? tuesday : wednesday,
  })),
  'believes a day off is off a day later': withCalendar(({ daysOff }) => ({
    daysOff: new Map([...daysOff].map(([date, name]) => [addDays(date, 1), name])),
  })),
  'reads the clock in London': (calendar, hours) => {
    const { between, ...rest } = right(calendar, hours)
    return { ...rest, between: (from, to) => between(laterThan(from, -420), laterThan(to, -420)) }
  },
  'counts the day of receipt as the first': answering(({ afterDays }) => ({
    afterDays: (from, days) => afterDays(from, Math.max(0, days - 1)),
  })),
  'counts days on the wall calendar': answering(({ afterDays }) => ({
    afterDays: (from, days) => afterDays(laterThan(from, days * 24 * 60), 0),
  })),
  'moves what ends at closing time to the next morning': answering(({ afterMs, opening }) => ({
    afterMs: (from, ms) => opening(afterMs(from, ms)),
  })),
  'counts from out of hours at once': answering(() => ({ opening: (from) => from })),
  'sends the last minute before closing to the next day': answering(({ opening }) => ({
    opening: (from) => (opening(laterThan(from, 1)) === laterThan(from, 1) ? from : opening(laterThan(from, 1))),
  })),
  'rounds to whole minutes': answering(({ between }) => ({
    between: (from, to) => Math.round(between(from, to) / MINUTE_MS) * MINUTE_MS,
  })),
  'counts in hours with a fraction': answering(({ between }) => ({
    between: (from, to) => (between(from, to) / 3_600_000) * 3_600_000,
  })),
  'loses a millisecond every time': answering(({ afterMs }) => ({
    afterMs: (from, ms) => afterMs(from, Math.max(0, ms - 1)),
  })),
}

test.each(Object.entries(wrongWays))('an office that %s is caught', (_, wrong) => {
  expect(Object.values(properties).some((holds) => isBroken(() => holds(wrong)))).toBe(true)
})

/** By what it says, not by falling over. */
function isBroken(run: () => void) {
  try {
    run()
    return false
  } catch (error) {
    return String(error instanceof Error && (error.cause ?? error)).includes('AssertionError')
  }
}

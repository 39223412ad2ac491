import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse } from 'yaml'
import { CalendarFile } from '../../server/content/content.schemas.ts'
import { addDays, isWeekend, millisecondsAt } from '../../server/working-time/calendar-days.ts'
import { dayKind, joinCalendars, type WorkingCalendar } from '../../server/working-time/working-calendar.rules.ts'
import { OfficeHours, STATE_OFFICE_HOURS } from '../../server/working-time/working-time.schemas.ts'

const MINUTE_MS = 60_000
const readYear = (year: number) =>
  CalendarFile.parse(parse(readFileSync(new URL(`../../content/calendar/${year}.yaml`, import.meta.url), 'utf8')))

export const announced = joinOf([readYear(2026), readYear(2027)])

export const stateHours = STATE_OFFICE_HOURS
const morning = [{ opens: '07:00', closes: '11:00' }]
export const morningsOnly = OfficeHours.parse({
  ...{ monday: morning, tuesday: morning, wednesday: morning, thursday: morning, friday: morning },
  ...{ saturday: [], sunday: [], makeUpDay: [] },
})
export const alsoSaturdayMornings = OfficeHours.parse({
  ...STATE_OFFICE_HOURS,
  saturday: [{ opens: '07:30', closes: '11:30' }],
})
export const closedOnWednesdays = OfficeHours.parse({ ...STATE_OFFICE_HOURS, wednesday: [] })

/** `2026-02-12 10:00` is a clock in Vietnam; anything with an offset is taken as it stands. */
export function instant(text: string): string {
  return new Date(/(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text.replace(' ', 'T')}:00+07:00`).toISOString()
}

/** The instant as a clock in Vietnam shows it. */
export function onClock(at: string): string {
  return new Date(Date.parse(at) + 7 * 60 * MINUTE_MS).toISOString().slice(0, 16).replace('T', ' ')
}

function joinOf(years: CalendarFile[]): WorkingCalendar {
  const joined = joinCalendars(years)
  if (!joined) throw new Error('the content folder holds no calendar')
  return joined
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

/** What the doors of an office say on a day, found the long way. */
function openingsOn(calendar: WorkingCalendar, hours: OfficeHours, date: string) {
  const { kind } = dayKind(calendar, date)
  if (kind === 'day_off') return []
  if (kind === 'working' && isWeekend(date)) return hours.makeUpDay
  return hours[WEEKDAYS[new Date(date).getUTCDay()] ?? 'sunday']
}

/** Slow and plain, to compare with: looks at the doors each minute, for moments on the full minute. */
export function slowOffice(calendar: WorkingCalendar, hours: OfficeHours) {
  const openings = new Map<string, OfficeHours['monday']>()
  const isOpen = (at: number) => {
    const [date = '', clock = ''] = onClock(new Date(at).toISOString()).split(' ')
    const today = openings.get(date) ?? openingsOn(calendar, hours, date)
    openings.set(date, today)
    return today.some(({ opens, closes }) => opens <= clock && clock < closes)
  }
  const countMinutes = (from: string, to: string) => {
    let minutes = 0
    for (let at = Date.parse(from); at < Date.parse(to); at += MINUTE_MS) if (isOpen(at)) minutes += 1
    return minutes
  }
  /** The end of the minute with which `minutes` open ones have passed, leaving out those nobody counts. */
  const afterMinutes = (from: string, minutes: number, isLeftOut: (at: number) => boolean = () => false) => {
    let at = Date.parse(from)
    for (let left = minutes; left > 0; at += MINUTE_MS) if (isOpen(at) && !isLeftOut(at)) left -= 1
    return new Date(at).toISOString()
  }
  const firstOpenMinute = (from: string) => {
    let at = Date.parse(from)
    while (!isOpen(at)) at += MINUTE_MS
    return new Date(at).toISOString()
  }
  const isWorkingDay = (date: string) => {
    const { kind } = dayKind(calendar, date)
    const isWorked = kind === 'unknown' ? !isWeekend(date) : kind === 'working'
    return isWorked && openingsOn(calendar, hours, date).length > 0
  }
  const afterDays = (from: string, days: number) => {
    let date = onClock(firstOpenMinute(from)).slice(0, 10)
    for (let left = days; left > 0; ) {
      date = addDays(date, 1)
      if (isWorkingDay(date)) left -= 1
    }
    const closes = openingsOn(calendar, hours, date).at(-1)?.closes
    return closes === '24:00' ? instant(`${addDays(date, 1)} 00:00`) : instant(`${date} ${closes}`)
  }
  return { countMinutes, afterMinutes, firstOpenMinute, afterDays }
}

const quarter = (at: number) =>
  `${String(Math.floor(at / 4)).padStart(2, '0')}:${String((at % 4) * 15).padStart(2, '0')}`
const openings = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 6 })
  .map((points) => points.sort((one, other) => one - other))
  .map((points) =>
    Array.from({ length: Math.floor(points.length / 2) }, (_, at) => ({
      opens: quarter(points[2 * at] ?? 0),
      closes: quarter(points[2 * at + 1] ?? 0),
    })),
  )
/** An office that opens for minutes a week would keep the slow one waiting at its door for years. */
const quartersOpen = ({ monday, tuesday, wednesday, thursday, friday }: OfficeHours) =>
  [monday, tuesday, wednesday, thursday, friday]
    .flat()
    .reduce((sum, { opens, closes }) => sum + (millisecondsAt(closes) - millisecondsAt(opens)) / 900_000, 0)
const anyHours = fc
  .record({
    ...{ monday: openings, tuesday: openings, wednesday: openings, thursday: openings, friday: openings },
    ...{ saturday: openings, sunday: openings, makeUpDay: openings },
  })
  .filter((hours) => OfficeHours.safeParse(hours).success && quartersOpen(hours) >= 40)

export const officeHours = fc.oneof(
  fc.constantFrom(stateHours, morningsOnly, alsoSaturdayMornings, closedOnWednesdays),
  anyHours,
)

const FIRST_DAY = '2026-02-09'
const dayOfSpring = fc.nat(34).map((days) => addDays(FIRST_DAY, days))

/** Any days off and any swap days in the five weeks that reports are sent in, known to the end of the year or less. */
const anyCalendar: fc.Arbitrary<WorkingCalendar> = fc
  .record({
    off: fc.uniqueArray(dayOfSpring, { maxLength: 8 }),
    swapped: fc.uniqueArray(dayOfSpring.filter(isWeekend), { maxLength: 3 }),
    knownUntil: fc.constantFrom('2026-12-31', '2026-12-31', '2026-02-25'),
  })
  .map(({ off, swapped, knownUntil }) => ({
    knownFrom: '2026-01-01',
    knownUntil,
    daysOff: new Map(off.map((date) => [date, 'Nghỉ'])),
    workingSaturdays: new Map(swapped.map((date) => [date, 'Làm bù'])),
  }))
export const calendars = fc.oneof(fc.constant(announced), anyCalendar)

const START = Date.parse(`${FIRST_DAY}T00:00:00+07:00`)
export const minuteOfSpring = fc.nat(20 * 24 * 60).map((minutes) => new Date(START + minutes * MINUTE_MS).toISOString())
export const momentOfSpring = fc.nat(34 * 24 * 60 * MINUTE_MS).map((ms) => new Date(START + ms).toISOString())
export const laterThan = (from: string, minutes: number) =>
  new Date(Date.parse(from) + minutes * MINUTE_MS).toISOString()

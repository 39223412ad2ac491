import { DAY_MS, isWeekend, millisecondsAt, weekdayOf } from './calendar-days.ts'
import { dayKind, type WorkingCalendar } from './working-calendar.rules.ts'
import type { OfficeHours } from './working-time.schemas.ts'

type Opening = { opensMs: number; closesMs: number }
type OfficeDay = {
  openings: readonly Opening[]
  openMs: number
  /** Counts in a limit of working days. A Saturday an office opens by itself does not: it counts in hours alone. */
  isWorkingDay: boolean
}

/** When one office is open, day by day and without end; days are numbered from 1 January 1970. */
export type Timetable = {
  /** Sunday first. */
  week: readonly OfficeDay[]
  /** Days off and swap days, as far as they are announced. */
  announced: ReadonlyMap<number, OfficeDay>
  knownFrom: number
  knownUntil: number
  knownUntilDate: string | null
  /** The longest day from Monday to Friday: what "1 day" of time spent means. */
  fullDayMs: number
}

const CLOSED: OfficeDay = { openings: [], openMs: 0, isWorkingDay: false }

/**
 * The calendar says which days are worked, the hours when. Outside what the calendar knows every week is an
 * ordinary one. Make it once for an office and keep it: all that is asked of it afterwards takes microseconds.
 */
export function makeTimetable(calendar: WorkingCalendar | undefined, hours: OfficeHours): Timetable {
  const { sunday, monday, tuesday, wednesday, thursday, friday, saturday, makeUpDay } = hours
  const weekdays = [monday, tuesday, wednesday, thursday, friday].map((openings) => toDay(openings, true))
  const fullDayMs = Math.max(...weekdays.map((day) => day.openMs))
  // Waiting for such an office to open would never end.
  if (fullDayMs === 0) throw new Error('An office must be open on some day from Monday to Friday')
  return {
    week: [toDay(sunday, false), ...weekdays, toDay(saturday, false)],
    announced: calendar ? announcedDays(calendar, toDay(makeUpDay, true)) : new Map(),
    knownFrom: calendar ? dayNumber(calendar.knownFrom) : Number.POSITIVE_INFINITY,
    knownUntil: calendar ? dayNumber(calendar.knownUntil) : Number.NEGATIVE_INFINITY,
    knownUntilDate: calendar?.knownUntil ?? null,
    fullDayMs,
  }
}

export function officeDay({ announced, week }: Timetable, day: number): OfficeDay {
  return announced.get(day) ?? week[weekdayOf(day)] ?? CLOSED
}

function announcedDays(calendar: WorkingCalendar, swapDay: OfficeDay) {
  const days = new Map<number, OfficeDay>()
  for (const date of [...calendar.daysOff.keys(), ...calendar.workingSaturdays.keys()]) {
    const { kind } = dayKind(calendar, date)
    if (kind === 'day_off') days.set(dayNumber(date), CLOSED)
    if (kind === 'working' && isWeekend(date)) days.set(dayNumber(date), swapDay)
  }
  return days
}

function toDay(openings: OfficeHours['monday'], isWorkingDay: boolean): OfficeDay {
  const inMs = openings.map(({ opens, closes }) => ({
    opensMs: millisecondsAt(opens),
    closesMs: millisecondsAt(closes),
  }))
  const openMs = inMs.reduce((sum, { opensMs, closesMs }) => sum + closesMs - opensMs, 0)
  return { openings: inMs, openMs, isWorkingDay: isWorkingDay && openMs > 0 }
}

function dayNumber(date: string) {
  return Date.parse(date) / DAY_MS
}

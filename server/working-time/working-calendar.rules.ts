import type { CalendarFile } from '../content/content.schemas.ts'
import { addDays, isWeekend } from './calendar-days.ts'

type Named = ReadonlyMap<string, string>

/** Days off and swap days over an unbroken stretch of time; outside it nothing is said. */
export type WorkingCalendar = { knownFrom: string; knownUntil: string; daysOff: Named; workingSaturdays: Named }

type DayKind = { kind: 'working' } | { kind: 'weekend' } | { kind: 'day_off'; name: string } | { kind: 'unknown' }

/** Years one after another as one calendar, as far as they join up; nothing when there are none. */
export function joinCalendars(years: readonly CalendarFile[]): WorkingCalendar | undefined {
  const [first, ...later] = [...years].sort((one, other) => one.year - other.year)
  if (!first) return undefined
  const joined = [first]
  for (const next of later) {
    const last = joined.at(-1)
    if (last?.knownUntil === `${next.year - 1}-12-31`) joined.push(next)
  }
  const named = (days: { date: string; name: string }[]) => new Map(days.map(({ date, name }) => [date, name]))
  return {
    knownFrom: `${first.year}-01-01`,
    knownUntil: joined.at(-1)?.knownUntil ?? first.knownUntil,
    daysOff: named(joined.flatMap((year) => year.daysOff)),
    workingSaturdays: named(joined.flatMap((year) => year.workingSaturdays)),
  }
}

export function dayKind(calendar: WorkingCalendar, date: string): DayKind {
  if (date < calendar.knownFrom || date > calendar.knownUntil) return { kind: 'unknown' }
  const name = calendar.daysOff.get(date)
  if (name !== undefined) return { kind: 'day_off', name }
  return isWeekend(date) && !calendar.workingSaturdays.has(date) ? { kind: 'weekend' } : { kind: 'working' }
}

/** The first working day from `date` on, with the days passed over; nothing where the calendar ends first. */
export function nextWorkingDay(calendar: WorkingCalendar, date: string) {
  const skipped: { date: string; reason: 'weekend' | 'day_off'; name: string | null }[] = []
  for (let day = date; ; day = addDays(day, 1)) {
    const found = dayKind(calendar, day)
    if (found.kind === 'unknown') return undefined
    if (found.kind === 'working') return { date: day, skipped }
    skipped.push({ date: day, reason: found.kind, name: found.kind === 'day_off' ? found.name : null })
  }
}

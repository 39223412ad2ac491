import { instantOn, onNumberedDay } from './calendar-days.ts'
import { officeDay, type Timetable } from './timetable.rules.ts'
import type { WorkingLimit } from './working-time.schemas.ts'

/**
 * A moment (ISO 8601, UTC) and how sure it is. Where holidays are not announced yet, ordinary weeks are counted, so
 * that nobody is left without a date; it moves when they are, so it is asked for again and never called final.
 */
export type Reckoned =
  | { certainty: 'announced'; at: string }
  | { certainty: 'approximate'; at: string; knownUntil: string | null }

/** The moment from which the office's time runs: the moment itself in its hours, otherwise the next opening. */
export function countedFrom(timetable: Timetable, moment: string): Reckoned {
  return reckon(timetable, moment, nextOpening(timetable, Date.parse(moment)))
}

/** Working time from one moment to another; none when the second is not later. */
export function workingMsBetween(timetable: Timetable, from: string, to: string): number {
  const [start, end] = [onNumberedDay(Date.parse(from)), onNumberedDay(Date.parse(to))]
  if (start.day > end.day) return 0
  if (start.day === end.day) return openMsWithin(timetable, start.day, start.sinceMidnightMs, end.sinceMidnightMs)
  let sum = openMsWithin(timetable, start.day, start.sinceMidnightMs, Number.POSITIVE_INFINITY)
  for (let day = start.day + 1; day < end.day; day += 1) sum += officeDay(timetable, day).openMs
  return sum + openMsWithin(timetable, end.day, 0, end.sinceMidnightMs)
}

/**
 * N working days end at closing time of the Nth working day after the day counted from, as the promised date and the
 * Civil Code (art. 147–148) have it: "by the end of the 26th" at a desk and at home. Minutes run on the clock.
 */
export function addWorkingTime(timetable: Timetable, from: string, { amount, unit }: WorkingLimit): Reckoned {
  if (unit === 'working_minute') return addWorkingMs(timetable, from, amount * 60_000)
  let { day } = onNumberedDay(nextOpening(timetable, Date.parse(from)))
  for (let left = amount; left > 0; ) {
    day += 1
    if (officeDay(timetable, day).isWorkingDay) left -= 1
  }
  return reckon(timetable, from, instantOn(day, officeDay(timetable, day).openings.at(-1)?.closesMs ?? 0))
}

/** The earliest moment by which that much working time has passed: at closing time, not at the next opening. */
export function addWorkingMs(timetable: Timetable, from: string, ms: number): Reckoned {
  if (ms <= 0) return reckon(timetable, from, Date.parse(from))
  let left = ms
  const start = onNumberedDay(Date.parse(from))
  for (let { day, sinceMidnightMs } = start; ; day += 1, sinceMidnightMs = 0)
    for (const { opensMs, closesMs } of officeDay(timetable, day).openings) {
      const since = Math.max(opensMs, sinceMidnightMs)
      if (since + left <= closesMs) return reckon(timetable, from, instantOn(day, since + left))
      left -= Math.max(0, closesMs - since)
    }
}

/** Whether every day from one moment to the other is in the announced calendar. */
export function reckon(timetable: Timetable, from: string, atMs: number): Reckoned {
  const at = new Date(atMs).toISOString()
  const { knownFrom, knownUntil, knownUntilDate } = timetable
  const isKnown = onNumberedDay(Date.parse(from)).day >= knownFrom && onNumberedDay(atMs).day <= knownUntil
  return isKnown ? { certainty: 'announced', at } : { certainty: 'approximate', at, knownUntil: knownUntilDate }
}

/** Working time as people say it: whole days of this office, and the whole minutes left over. */
export function inDaysAndMinutes({ fullDayMs }: Timetable, ms: number): { days: number; minutes: number } {
  return { days: Math.floor(ms / fullDayMs), minutes: Math.floor((ms % fullDayMs) / 60_000) }
}

function nextOpening(timetable: Timetable, momentMs: number): number {
  const start = onNumberedDay(momentMs)
  for (let { day, sinceMidnightMs } = start; ; day += 1, sinceMidnightMs = 0) {
    const opening = officeDay(timetable, day).openings.find(({ closesMs }) => sinceMidnightMs < closesMs)
    if (opening) return instantOn(day, Math.max(opening.opensMs, sinceMidnightMs))
  }
}

function openMsWithin(timetable: Timetable, day: number, from: number, to: number) {
  return officeDay(timetable, day).openings.reduce(
    (sum, { opensMs, closesMs }) => sum + Math.max(0, Math.min(to, closesMs) - Math.max(from, opensMs)),
    0,
  )
}

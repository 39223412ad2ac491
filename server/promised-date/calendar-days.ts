const DAY_MS = 24 * 60 * 60 * 1000
const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000

/** The instant as a clock in Vietnam shows it: the day, and the milliseconds since its midnight. */
export function onVietnamClock(instant: string): { date: string; sinceMidnightMs: number } {
  const local = Date.parse(instant) + VIETNAM_OFFSET_MS
  const midnight = Math.floor(local / DAY_MS) * DAY_MS
  return { date: toDate(midnight), sinceMidnightMs: local - midnight }
}

export function addDays(date: string, days: number): string {
  return toDate(Date.parse(date) + days * DAY_MS)
}

/** The same day number some months later, or the last day of a month that is too short for it. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
  const lastDay = toDate(Date.UTC(year, month + months, 0))
  return Number(lastDay.slice(8, 10)) < day ? lastDay : `${lastDay.slice(0, 8)}${date.slice(8, 10)}`
}

export function isWeekend(date: string): boolean {
  const weekday = new Date(Date.parse(date)).getUTCDay()
  return weekday === 0 || weekday === 6
}

function toDate(utcMs: number): string {
  return new Date(utcMs).toISOString().slice(0, 10)
}

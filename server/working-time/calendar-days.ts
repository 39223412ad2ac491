export const DAY_MS = 24 * 60 * 60 * 1000
const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000

/** The instant as a clock in Vietnam shows it: the day, and the milliseconds since its midnight. */
export function onVietnamClock(instant: string): { date: string; sinceMidnightMs: number } {
  const { day, sinceMidnightMs } = onNumberedDay(Date.parse(instant))
  return { date: toDate(day * DAY_MS), sinceMidnightMs }
}

/** The same, with the day as the number of days since 1 January 1970. */
export function onNumberedDay(instantMs: number): { day: number; sinceMidnightMs: number } {
  const local = instantMs + VIETNAM_OFFSET_MS
  const day = Math.floor(local / DAY_MS)
  return { day, sinceMidnightMs: local - day * DAY_MS }
}

/** The instant at which a clock in Vietnam shows that much of a numbered day. */
export function instantOn(day: number, sinceMidnightMs: number): number {
  return day * DAY_MS + sinceMidnightMs - VIETNAM_OFFSET_MS
}

/** 0 is Sunday; 1 January 1970 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7
}

/** `07:30` as milliseconds since midnight. */
export function millisecondsAt(clock: string): number {
  return (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))) * 60_000
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

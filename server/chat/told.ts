import { vietnamDate } from '../vietnam-time.ts'

const OFFSET_MS = 7 * 60 * 60_000

/** `2026-11-23` or a moment → `23/11/2026`, the day in Vietnam. */
export function tellDate(dateOrMoment: string): string {
  const day = dateOrMoment.length > 10 ? vietnamDate(new Date(dateOrMoment)) : dateOrMoment
  return day.split('-').reverse().join('/')
}

/** A moment → `7 giờ 30 ngày 23/11/2026`. */
export function tellMoment(moment: string): string {
  const there = new Date(Date.parse(moment) + OFFSET_MS)
  const minutes = there.getUTCMinutes()
  const hour = `${there.getUTCHours()} giờ${minutes === 0 ? '' : ` ${String(minutes).padStart(2, '0')}`}`
  return `${hour} ngày ${tellDate(moment)}`
}

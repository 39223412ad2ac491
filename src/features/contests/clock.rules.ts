const SECOND_MS = 1_000
const MINUTE_S = 60
const HOUR_S = 3_600
const DAY_S = 86_400

/** How far the service's clock is ahead of this phone's, from an answer that says the time. */
export function offsetOf(serverNow: string, phoneNow: number): number {
  return Date.parse(serverNow) - phoneNow
}

/** Whole seconds until an instant, by the service's clock; 0 when it has passed. */
export function secondsLeft(until: string, { offset, phoneNow }: { offset: number; phoneNow: number }): number {
  return Math.max(0, Math.ceil((Date.parse(until) - (phoneNow + offset)) / SECOND_MS))
}

/** `2 ngày 3 giờ`, `3 giờ 5 phút`, `12 phút`, and in the last minute `45 giây`. */
export function durationWords(seconds: number): string {
  if (seconds < MINUTE_S) return `${seconds} giây`
  const [days, hours, minutes] = [
    Math.floor(seconds / DAY_S),
    Math.floor((seconds % DAY_S) / HOUR_S),
    Math.floor((seconds % HOUR_S) / MINUTE_S),
  ]
  const parts = days > 0 ? [part(days, 'ngày'), part(hours, 'giờ')] : [part(hours, 'giờ'), part(minutes, 'phút')]
  return parts.filter(Boolean).join(' ')
}

function part(count: number, word: string) {
  return count === 0 ? '' : `${count} ${word}`
}

/** `4 phút 12 giây` */
export function takenWords(takenMs: number): string {
  const seconds = Math.round(takenMs / 1_000)
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  if (minutes === 0) return `${rest} giây`
  return rest === 0 ? `${minutes} phút` : `${minutes} phút ${rest} giây`
}

/** `12:05` for the corner of a paper. */
export function clockWords(seconds: number): string {
  return `${Math.floor(seconds / MINUTE_S)}:${String(seconds % MINUTE_S).padStart(2, '0')}`
}

/** When the words next change: each second in the last minutes, each minute before. */
export function tickMs(seconds: number): number {
  return seconds <= 2 * MINUTE_S ? SECOND_MS : 10 * SECOND_MS
}

/** Phones whose time is up do not all send in the same second; all have sent well before the grace is over. */
export function lastSendDelayMs(graceSeconds: number, random: () => number): number {
  return Math.floor(random() * graceSeconds * SECOND_MS * 0.5)
}

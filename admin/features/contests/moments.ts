const OFFSET_MS = 7 * 60 * 60 * 1000
const DAY = /^\d{4}-\d{2}-\d{2}$/
const HOUR = /^([01]?\d|2[0-3])[:hg.]?([0-5]\d)$/

/** `2026-12-01` and `8:30` in Vietnam → the instant; nothing, while one of them is none. */
export function readMoment(day: string, hour: string): string | undefined {
  const [, hours, minutes] = HOUR.exec(hour.trim()) ?? []
  if (!DAY.test(day) || hours === undefined || minutes === undefined) return undefined
  return new Date(`${day}T${hours.padStart(2, '0')}:${minutes}:00+07:00`).toISOString()
}

/** An instant → its day and hour in Vietnam; what is no instant yet, as it was written. */
export function splitMoment(value: string): { day: string; hour: string } {
  const at = value.includes('T') ? Date.parse(value) : Number.NaN
  if (Number.isNaN(at)) {
    const [day = '', hour = ''] = value.split(' ')
    return { day, hour }
  }
  const there = new Date(at + OFFSET_MS).toISOString()
  return { day: there.slice(0, 10), hour: there.slice(11, 16) }
}

const ISO = /^\d{4}-\d{2}-\d{2}$/
const WRITTEN = /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})$/
const RUN = /^(\d{2})(\d{2})(\d{4})$/

/** `1/7/2026`, `01-07-2026`, `01072026` → `2026-07-01`; nothing, while it is no day. */
export function readDay(text: string): string | undefined {
  const written = text.trim()
  const [, date = '', month = '', year = ''] = WRITTEN.exec(written) ?? RUN.exec(written) ?? []
  const day = ISO.test(written) ? written : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const at = Date.parse(`${day}T00:00:00Z`)
  // JavaScript reads 30 February as 2 March, so the day must come back as it went in.
  return ISO.test(day) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(day) ? day : undefined
}

/** What was meant once typing is over: `1/7/26` lacks a century. */
export function finishDay(text: string): string | undefined {
  return readDay(text) ?? readDay(text.trim().replace(/^(\d{1,2}\D+\d{1,2}\D+)(\d{2})$/, '$120$2'))
}

/** A day as it is shown; what is no day stands as it was written. */
export function showDay(value: string) {
  return ISO.test(value) ? value.split('-').reverse().join('/') : value
}

/** For a form that cannot be sent without a day. */
export const DAY_RULES = [
  { required: true, message: 'Chưa điền ngày' },
  { pattern: ISO, message: 'Viết ngày như 31/12/2026' },
]

import { randomUUID } from 'node:crypto'

/** UUIDv7 (RFC 9562): sorts by the time it was made, `at` in ms since 1970; the rest is that of a random UUID. */
export function newId(at: number): string {
  const time = at.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}

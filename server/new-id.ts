import { randomInt, randomUUID } from 'node:crypto'

const COUNTED_TO = 0x1000

let lastAt = 0
let counter = 0

/**
 * UUIDv7 (RFC 9562): sorts by the time it was made, `at` in ms since 1970, and those of one millisecond in the order
 * in which they were made; the rest is that of a random UUID.
 */
export function newId(at: number): string {
  counter = at === lastAt ? counter + 1 : randomInt(COUNTED_TO / 2)
  lastAt = at
  const time = (at + Math.floor(counter / COUNTED_TO)).toString(16).padStart(12, '0')
  const count = (counter % COUNTED_TO).toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}${randomUUID().slice(18)}`
}

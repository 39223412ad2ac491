import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '../db/database.ts'

const WINDOW_MS = 10 * 60_000
/** A school or a mobile network shares one address. */
const MOST_SESSIONS_PER_ADDRESS = 60
const MOST_PHONES_PER_CITIZEN = 10

/** Slows down who floods. Counts are kept in memory for the window, under hashes nobody can turn back. */
export function createFloodLimit(most: number, { windowMs = WINDOW_MS, salt = randomBytes(16) } = {}) {
  const taken = new Map<string, { since: number; count: number }>()
  return {
    /** Counts one more and returns 0, or the seconds until one may be taken again. */
    take(who: string, now: number): number {
      for (const [key, { since }] of taken) if (since <= now - windowMs) taken.delete(key)
      const key = createHash('sha256').update(salt).update(who).digest('base64url')
      const known = taken.get(key) ?? { since: now, count: 0 }
      if (known.count >= most) return Math.max(1, Math.ceil((known.since + windowMs - now) / 1_000))
      taken.set(key, { ...known, count: known.count + 1 })
      return 0
    },
  }
}

const open = () => ({
  sessions: createFloodLimit(MOST_SESSIONS_PER_ADDRESS),
  phones: createFloodLimit(MOST_PHONES_PER_CITIZEN),
})
const limits = new WeakMap<Db, ReturnType<typeof open>>()

export function floodLimitsFor(db: Db) {
  const known = limits.get(db) ?? open()
  limits.set(db, known)
  return known
}

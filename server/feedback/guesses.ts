import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '../db/database.ts'
import { AppError } from '../errors.ts'

const WINDOW_MS = 10 * 60_000
const MOST_WRONG = 20
/** Addresses remembered at once; beyond, the oldest make room. */
const MOST_ADDRESSES = 50_000

/** Counts wrong codes by the address they come from: twenty in ten minutes, and it waits. In memory, as hashes. */
function createGuesses({ salt = randomBytes(16) } = {}) {
  const wrong = new Map<string, number[]>()
  const keyOf = (address: string) => createHash('sha256').update(salt).update(address).digest('base64url')
  const recent = (key: string, now: number) => (wrong.get(key) ?? []).filter((at) => at > now - WINDOW_MS)
  return {
    /** Throws while there have been too many. */
    refuse(address: string, now: Date) {
      const [oldest, ...others] = recent(keyOf(address), now.getTime())
      if (oldest === undefined || others.length + 1 < MOST_WRONG) return
      const retryAfterSeconds = Math.ceil((oldest + WINDOW_MS - now.getTime()) / 1000)
      throw new AppError('report.too_many_guesses', { retryAfterSeconds })
    },
    /** Counts a wrong one; what to throw for it. */
    miss(address: string, now: Date) {
      const key = keyOf(address)
      const counted = [...recent(key, now.getTime()), now.getTime()]
      wrong.delete(key)
      wrong.set(key, counted)
      const [oldest] = wrong.keys()
      if (wrong.size > MOST_ADDRESSES && oldest !== undefined) wrong.delete(oldest)
      return new AppError('report.not_found')
    },
  }
}

const kept = new WeakMap<Db, ReturnType<typeof createGuesses>>()

/** Those of one service. */
export function guessesOf(db: Db) {
  const known = kept.get(db) ?? createGuesses()
  kept.set(db, known)
  return known
}

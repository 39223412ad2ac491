import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '../db/database.ts'

const WINDOW_MS = 10 * 60_000
const MOST_WRONG = 100
const MOST_CALLERS = 10_000

type Guesses = { wrong: number; since: number }

/** Slows down who tries addresses of previews. Callers stay in memory alone, as hashes nobody can turn back. */
export function createGuessLimit({ salt = randomBytes(16) } = {}) {
  const callers = new Map<string, Guesses>()

  return {
    /** Counts a guess as wrong before it is looked at; 0, or the seconds until the next may be tried. */
    begin(address: string, now: number): { retryAfterSeconds: number; wasRight: () => void } {
      const who = createHash('sha256').update(salt).update(address).digest('base64url')
      const known = callers.get(who)
      const own = known && known.since + WINDOW_MS > now ? known : { wrong: 0, since: now }
      if (own !== known) keep(callers, who, own)
      if (own.wrong >= MOST_WRONG)
        return { retryAfterSeconds: Math.ceil((own.since + WINDOW_MS - now) / 1_000), wasRight: () => {} }
      own.wrong += 1
      return {
        retryAfterSeconds: 0,
        wasRight: () => {
          own.wrong -= 1
        },
      }
    },
  }
}

/** The oldest makes room, so that a flood of addresses takes no more memory than this. */
function keep(callers: Map<string, Guesses>, who: string, guesses: Guesses) {
  callers.delete(who)
  const [oldest] = callers.keys()
  if (oldest !== undefined && callers.size >= MOST_CALLERS) callers.delete(oldest)
  callers.set(who, guesses)
}

const limits = new WeakMap<Db, ReturnType<typeof createGuessLimit>>()

/** One limit for a service, for as long as it runs. */
export function guessLimitFor(db: Db) {
  const known = limits.get(db) ?? createGuessLimit()
  limits.set(db, known)
  return known
}

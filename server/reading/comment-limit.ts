import { createHash, randomBytes } from 'node:crypto'

const ADDRESS_WINDOW_MS = 10 * 60_000
const MOST_PER_ADDRESS = 5
const WINDOW_MS = 60 * 60_000
const MOST_PER_WINDOW = 300

/** Slows down who floods. Addresses are kept for an hour, in memory, as hashes nobody can turn back. */
export function createCommentLimit({ salt = randomBytes(16) } = {}) {
  let taken: { at: number; who: string }[] = []
  return {
    /** Counts one more and returns 0, or the seconds until one may be taken again. */
    take(address: string, now: number): number {
      taken = taken.filter(({ at }) => at > now - WINDOW_MS)
      const who = createHash('sha256').update(salt).update(address).digest('base64url')
      const own = taken.filter((each) => each.who === who && each.at > now - ADDRESS_WINDOW_MS)
      const tooMany =
        waitFor(own, MOST_PER_ADDRESS, ADDRESS_WINDOW_MS, now) || waitFor(taken, MOST_PER_WINDOW, WINDOW_MS, now)
      if (tooMany === 0) taken.push({ at: now, who })
      return tooMany
    },
  }
}

function waitFor(taken: { at: number }[], most: number, windowMs: number, now: number) {
  const oldest = taken[0]
  if (oldest === undefined || taken.length < most) return 0
  return Math.max(1, Math.ceil((oldest.at + windowMs - now) / 1_000))
}

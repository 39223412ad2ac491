import { createHash, randomBytes } from 'node:crypto'
import { isIPv6 } from 'node:net'

const MOST_REMEMBERED = 10_000

export type FloodLimit = ReturnType<typeof createFloodLimit>

/**
 * Slows down who floods: so many in a window that begins with the first. Who it was stays in memory alone, under
 * hashes nobody can turn back, and the oldest make room, so that a flood of addresses takes no more memory.
 */
export function createFloodLimit({ most, windowMs }: { most: number; windowMs: number }, salt = randomBytes(16)) {
  const known = new Map<string, { since: number; count: number }>()
  const keyOf = (who: string) => createHash('sha256').update(salt).update(networkOf(who)).digest('base64url')

  function open(key: string, now: number) {
    const before = known.get(key)
    if (before !== undefined && before.since + windowMs > now) return before
    const fresh = { since: now, count: 0 }
    known.delete(key)
    const [oldest] = known.keys()
    if (oldest !== undefined && known.size >= MOST_REMEMBERED) known.delete(oldest)
    known.set(key, fresh)
    return fresh
  }

  return {
    /** Counts one more and returns 0, or the seconds until one may be taken again. */
    take(who: string, now: number): number {
      const window = open(keyOf(who), now)
      if (window.count >= most) return Math.max(1, Math.ceil((window.since + windowMs - now) / 1_000))
      window.count += 1
      return 0
    },
    /** What was taken was no harm, such as a guess that was right: it does not count. */
    giveBack(who: string) {
      const window = known.get(keyOf(who))
      if (window !== undefined && window.count > 0) window.count -= 1
    },
  }
}

/** Of an IPv6 address the first half: the other is its owner's to choose. Anything else stays as it is. */
function networkOf(who: string) {
  if (!isIPv6(who) || who.includes('.')) return who
  const [head = '', tail] = who.split('::')
  const before = groupsOf(head)
  const after = groupsOf(tail ?? '')
  const gap = tail === undefined ? 0 : 8 - before.length - after.length
  return [...before, ...Array<string>(gap).fill('0'), ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16))
    .join(':')
}

function groupsOf(part: string) {
  return part.split(':').filter((group) => group !== '')
}

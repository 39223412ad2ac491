import { createHash, randomBytes } from 'node:crypto'
import type { ReadKind } from './reading.schemas.ts'

export type Read = { day: string; kind: ReadKind; slug: string; unitId: string; src: string }

/** Reads waiting to be written down. Beyond `most` different ones a minute, only those already there go on counting. */
export function createReadCounter({ most = 20_000 } = {}) {
  let counts = new Map<string, Read & { count: number }>()
  return {
    count(read: Read) {
      const key = [read.day, read.kind, read.slug, read.src].join(' ')
      const known = counts.get(key)
      if (known) known.count += 1
      else if (counts.size < most) counts.set(key, { ...read, count: 1 })
    },
    take(): (Read & { count: number })[] {
      const taken = [...counts.values()]
      counts = new Map()
      return taken
    },
    /** Back again, after they could not be written. */
    putBack(taken: (Read & { count: number })[]) {
      for (const { count, ...read } of taken) {
        const key = [read.day, read.kind, read.slug, read.src].join(' ')
        const known = counts.get(key)
        counts.set(key, { ...read, count: count + (known?.count ?? 0) })
      }
    },
  }
}

const SAME_READER_MS = 30 * 60_000

/**
 * Whether this address opened this page within the half hour. Kept in memory as hashes whose salt changes every
 * day, so that nobody can be followed from one day to the next; the oldest make room for new ones.
 */
export function createRecentReaders({ most = 50_000, makeSalt = () => randomBytes(16) } = {}) {
  let seen = new Map<string, number>()
  let salt: { day: string; bytes: Buffer } | undefined

  function startDay(day: string) {
    if (salt?.day === day) return salt
    seen = new Map()
    salt = { day, bytes: makeSalt() }
    return salt
  }
  return {
    /** Forgets everybody of the day before; a read does so too. */
    startDay,
    isNew({ day, address, page, now }: { day: string; address: string; page: string; now: number }): boolean {
      const { bytes } = startDay(day)
      const who = createHash('sha256').update(bytes).update(`${address}\n${page}`).digest('base64url').slice(0, 16)
      const before = seen.get(who)
      if (before !== undefined && now - before < SAME_READER_MS) return false
      seen.delete(who)
      seen.set(who, now)
      const [oldest] = seen.keys()
      if (seen.size > most && oldest !== undefined) seen.delete(oldest)
      return true
    },
  }
}

import { createHash, randomBytes } from 'node:crypto'
import { isIPv6 } from 'node:net'
import type { Db } from '../db/database.ts'
import { AppError } from '../errors.ts'

const WINDOW_MS = 10 * 60_000
const MOST_WRONG = 20
/** Addresses remembered at once; beyond, the oldest make room. */
const MOST_ADDRESSES = 50_000

/** Counts wrong codes by the address they come from: twenty in ten minutes, and it waits. In memory, as hashes. */
function createGuesses({ salt = randomBytes(16) } = {}) {
  const wrong = new Map<string, number[]>()
  const keyOf = (address: string) => createHash('sha256').update(salt).update(networkOf(address)).digest('base64url')
  const recent = (key: string, now: number) => (wrong.get(key) ?? []).filter((at) => at > now - WINDOW_MS)

  function keep(key: string, counted: number[]) {
    wrong.delete(key)
    if (counted.length > 0) wrong.set(key, counted)
    const [oldest] = wrong.keys()
    if (wrong.size > MOST_ADDRESSES && oldest !== undefined) wrong.delete(oldest)
  }

  return {
    /**
     * Throws while there have been too many. Otherwise this one counts as wrong before anything is looked up, so that
     * a thousand at once are not all let in; what turns out right is taken back.
     */
    begin(address: string, now: Date) {
      const [key, at] = [keyOf(address), now.getTime()]
      const counted = recent(key, at)
      const [oldest = at] = counted
      if (counted.length >= MOST_WRONG)
        throw new AppError('report.too_many_guesses', {
          retryAfterSeconds: Math.ceil((oldest + WINDOW_MS - at) / 1000),
        })
      keep(key, [...counted, at])
      return {
        takeBack() {
          const others = wrong.get(key) ?? []
          const mine = others.indexOf(at)
          keep(
            key,
            others.filter((_, place) => place !== mine),
          )
        },
      }
    },
  }
}

/** Of IPv6 the first half: the other is anybody's to choose. */
function networkOf(address: string) {
  if (!isIPv6(address) || address.includes('.')) return address
  const [head = '', tail] = address.split('::')
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== ''))
  const gap = tail === undefined ? 0 : 8 - (before?.length ?? 0) - (after?.length ?? 0)
  const groups = [...(before ?? []), ...Array.from({ length: gap }, () => '0'), ...(after ?? [])]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16))
    .join(':')
}

const kept = new WeakMap<Db, ReturnType<typeof createGuesses>>()

/** Those of one service. */
export function guessesOf(db: Db) {
  const known = kept.get(db) ?? createGuesses()
  kept.set(db, known)
  return known
}

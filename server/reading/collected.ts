import type { Db } from '../db/database.ts'
import { createFloodLimit } from '../http/flood-limit.ts'
import { createReadCounter, createRecentReaders } from './reads.rules.ts'

const MINUTE_MS = 60_000

const open = () => ({
  reads: createReadCounter(),
  readers: createRecentReaders(),
  commentsOfOne: createFloodLimit({ most: 5, windowMs: 10 * MINUTE_MS }),
  commentsOfAll: createFloodLimit({ most: 300, windowMs: 60 * MINUTE_MS }),
})
const collected = new WeakMap<Db, ReturnType<typeof open>>()

/** What this service holds in memory between two writes; never an address, never who somebody is. */
export function collectedFor(db: Db) {
  const known = collected.get(db) ?? open()
  collected.set(db, known)
  return known
}

import type { Db } from '../db/database.ts'
import { createFloodLimit, type FloodLimit } from '../http/flood-limit.ts'

const limits = new WeakMap<Db, FloodLimit>()

/** How many codes somebody may try: twenty wrong ones in ten minutes from one address. */
export function codeGuessesOf(db: Db) {
  const known = limits.get(db) ?? createFloodLimit({ most: 20, windowMs: 10 * 60_000 })
  limits.set(db, known)
  return known
}

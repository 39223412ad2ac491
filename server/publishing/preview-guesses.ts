import type { Db } from '../db/database.ts'
import { createFloodLimit, type FloodLimit } from '../http/flood-limit.ts'

const limits = new WeakMap<Db, FloodLimit>()

/** How many addresses of previews somebody may try: one limit for a service, for as long as it runs. */
export function previewGuessesOf(db: Db) {
  const known = limits.get(db) ?? createFloodLimit({ most: 100, windowMs: 10 * 60_000 })
  limits.set(db, known)
  return known
}

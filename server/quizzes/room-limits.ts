import type { Db } from '../db/database.ts'
import { createFloodLimit, type FloodLimit } from '../http/flood-limit.ts'

type Limits = { guesses: FloodLimit; rooms: FloodLimit; joins: FloodLimit }
const limits = new WeakMap<Db, Limits>()

const TEN_MINUTES = 10 * 60_000

/** By address, which a whole school may share: so only wrong PINs count as guesses. */
export function roomLimitsOf(db: Db): Limits {
  const known = limits.get(db) ?? {
    guesses: createFloodLimit({ most: 30, windowMs: TEN_MINUTES }),
    rooms: createFloodLimit({ most: 30, windowMs: TEN_MINUTES }),
    joins: createFloodLimit({ most: 600, windowMs: TEN_MINUTES }),
  }
  limits.set(db, known)
  return known
}

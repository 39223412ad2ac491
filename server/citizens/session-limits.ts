import type { Db } from '../db/database.ts'
import { createFloodLimit } from '../http/flood-limit.ts'

const WINDOW_MS = 10 * 60_000

const open = () => ({
  /** A school or a mobile network shares one address. */
  sessions: createFloodLimit({ most: 60, windowMs: WINDOW_MS }),
  phones: createFloodLimit({ most: 10, windowMs: WINDOW_MS }),
  /** Codes that join a chat: made by one citizen, and tried by one person on a chat. */
  linkCodes: createFloodLimit({ most: 10, windowMs: WINDOW_MS }),
  linkTries: createFloodLimit({ most: 5, windowMs: WINDOW_MS }),
})
const limits = new WeakMap<Db, ReturnType<typeof open>>()

export function sessionLimitsOf(db: Db) {
  const known = limits.get(db) ?? open()
  limits.set(db, known)
  return known
}

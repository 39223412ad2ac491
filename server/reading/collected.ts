import type { Db } from '../db/database.ts'
import { createCommentLimit } from './comment-limit.ts'
import { createReadCounter, createRecentReaders } from './reads.rules.ts'

const open = () => ({ reads: createReadCounter(), readers: createRecentReaders(), comments: createCommentLimit() })
const collected = new WeakMap<Db, ReturnType<typeof open>>()

/** What this service holds in memory between two writes; never an address, never who somebody is. */
export function collectedFor(db: Db) {
  const known = collected.get(db) ?? open()
  collected.set(db, known)
  return known
}

import { eq, lt } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { citizenErasures, miniAppEvents } from './erasures.table.ts'

export async function listErasures(db: Db) {
  return db.select().from(citizenErasures)
}

export async function markErased(tx: Tx, erasure: { citizenId: string; at: string }) {
  await tx.insert(citizenErasures).values(erasure).onConflictDoNothing()
}

export async function hasSeenEvent(db: Db, hash: string) {
  const [row] = await db.select().from(miniAppEvents).where(eq(miniAppEvents.hash, hash)).limit(1)
  return row !== undefined
}

export async function markEventSeen(tx: Tx, event: { hash: string; at: string }) {
  await tx.insert(miniAppEvents).values(event).onConflictDoNothing()
}

export async function deleteOldEvents(tx: Tx, before: string) {
  await tx.delete(miniAppEvents).where(lt(miniAppEvents.at, before))
}

import { and, eq, gt, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { insertOnce, preparedOnce } from '../db/prepared-once.ts'
import { citizenSessions, citizens } from './citizens.table.ts'

export async function findByZaloIndex(db: Db | Tx, indexes: string[]) {
  const [row] = await db.select().from(citizens).where(inIds(citizens.zaloIndex, indexes)).limit(1)
  return row
}

export async function findCitizen(db: Db | Tx, id: string) {
  const [row] = await db.select().from(citizens).where(eq(citizens.id, id)).limit(1)
  return row
}

export const insertCitizen = insertOnce(citizens)
export const insertSession = insertOnce(citizenSessions)

/** Writes the id anew with the key of today. */
export async function resealCitizen(tx: Tx, id: string, sealed: { zaloIndex: string; zaloIdSealed: string }) {
  await tx.update(citizens).set(sealed).where(eq(citizens.id, id))
}

const byToken = preparedOnce((db) =>
  db
    .select()
    .from(citizenSessions)
    .where(
      and(
        eq(citizenSessions.tokenHash, sql.placeholder('tokenHash')),
        gt(citizenSessions.expiresAt, sql.placeholder('now')),
        isNull(citizenSessions.revokedAt),
      ),
    )
    .limit(1)
    .prepare(),
)

/** The session behind a token, neither over nor ended. */
export async function findLiveSession(db: Db, tokenHash: string, now: string) {
  const [row] = await byToken(db).execute({ tokenHash, now })
  return row
}

export async function findSession(db: Db, id: string) {
  const [row] = await db.select().from(citizenSessions).where(eq(citizenSessions.id, id)).limit(1)
  return row
}

export async function markSeen(tx: Tx, id: string, seen: { lastSeenAt: string; expiresAt: string }) {
  await tx.update(citizenSessions).set(seen).where(eq(citizenSessions.id, id))
}

export async function revokeSession(tx: Tx, id: string, at: string) {
  await tx.update(citizenSessions).set({ revokedAt: at }).where(eq(citizenSessions.id, id))
}

export async function listSessions(db: Db, citizenId: string) {
  return db.select().from(citizenSessions).where(eq(citizenSessions.citizenId, citizenId))
}

/** Those of these people whose session has not been forgotten yet. */
export async function listWithSessions(db: Db, citizenIds: string[]): Promise<string[]> {
  const { citizenId } = citizenSessions
  const rows = await db.selectDistinct({ citizenId }).from(citizenSessions).where(inIds(citizenId, citizenIds))
  return rows.map((row) => row.citizenId)
}

/** Devices by their ids, a page at a time. */
export async function listDevices(db: Db, page: { after: string; limit: number }): Promise<string[]> {
  const rows = await db
    .select({ id: citizens.id })
    .from(citizens)
    .where(and(eq(citizens.kind, 'device'), gt(citizens.id, page.after)))
    .orderBy(citizens.id)
    .limit(page.limit)
  return rows.map(({ id }) => id)
}

export async function deleteCitizens(tx: Tx, ids: string[]) {
  await tx.delete(citizens).where(inIds(citizens.id, ids))
}

/** Sessions go with it, by the foreign key. */
export async function deleteCitizen(tx: Tx, id: string) {
  await tx.delete(citizens).where(eq(citizens.id, id))
}

export async function deleteOldSessions(tx: Tx, before: string) {
  await tx
    .delete(citizenSessions)
    .where(
      or(
        lt(citizenSessions.expiresAt, before),
        and(isNotNull(citizenSessions.revokedAt), lt(citizenSessions.revokedAt, before)),
      ),
    )
}

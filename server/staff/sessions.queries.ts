import { and, eq, gt, isNull, lt, lte, ne, or } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { staff, staffSessions, staffVerifications } from './staff.table.ts'

/** The session behind a token, of somebody who may still come in, with both limits counted by our clock. */
export async function findSession(
  db: Db,
  { tokenHash, startedAfter, seenAfter }: { tokenHash: string; startedAfter: string; seenAfter: string },
) {
  const { id, hasSecondFactor, startedAt, lastSeenAt } = staffSessions
  const [row] = await db
    .select({ id, hasSecondFactor, startedAt, lastSeenAt, staffId: staff.id, name: staff.name })
    .from(staffSessions)
    .innerJoin(staff, eq(staff.id, staffSessions.userId))
    .where(
      and(
        eq(staffSessions.token, tokenHash),
        gt(staffSessions.startedAt, startedAfter),
        gt(staffSessions.lastSeenAt, seenAfter),
        isNull(staff.disabledAt),
      ),
    )
    .limit(1)
  return row
}

export async function markSeen(tx: Tx, sessionId: string, at: string) {
  await tx.update(staffSessions).set({ lastSeenAt: at }).where(eq(staffSessions.id, sessionId))
}

export async function deleteSession(tx: Tx, tokenHash: string) {
  await tx.delete(staffSessions).where(eq(staffSessions.token, tokenHash))
}

export async function deleteSessionsOf(tx: Tx, staffId: string) {
  await tx.delete(staffSessions).where(eq(staffSessions.userId, staffId))
}

/** Every session of a person but the one that was just opened. */
export async function deleteOtherSessions(tx: Tx, staffId: string, tokenHash: string) {
  await tx.delete(staffSessions).where(and(eq(staffSessions.userId, staffId), ne(staffSessions.token, tokenHash)))
}

export async function deleteOldSessions(tx: Tx, before: { startedAt: string; lastSeenAt: string }) {
  await tx
    .delete(staffSessions)
    .where(or(lte(staffSessions.startedAt, before.startedAt), lte(staffSessions.lastSeenAt, before.lastSeenAt)))
}

export async function deleteOldVerifications(tx: Tx, before: string) {
  await tx.delete(staffVerifications).where(lt(staffVerifications.expiresAt, before))
}

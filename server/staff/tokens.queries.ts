import { and, desc, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { staff, staffTokens } from './staff.table.ts'

/** A token that still opens the door, with who made it. */
export async function findLiveToken(db: Db, tokenHash: string, now: string) {
  const { id, name, permissions, unitId, lastUsedAt } = staffTokens
  const [row] = await db
    .select({ id, name, permissions, unitId, lastUsedAt, staffId: staff.id, staffName: staff.name })
    .from(staffTokens)
    .innerJoin(staff, eq(staff.id, staffTokens.staffId))
    .where(
      and(
        eq(staffTokens.tokenHash, tokenHash),
        isNull(staffTokens.revokedAt),
        gt(staffTokens.expiresAt, now),
        isNull(staff.disabledAt),
      ),
    )
    .limit(1)
  return row
}

export async function markUsed(tx: Tx, tokenId: string, at: string) {
  await tx.update(staffTokens).set({ lastUsedAt: at }).where(eq(staffTokens.id, tokenId))
}

export async function insertToken(tx: Tx, row: typeof staffTokens.$inferInsert) {
  await tx.insert(staffTokens).values(row)
}

/** Newest first; never the hash. */
export async function listTokens(
  db: Db,
  { unitIds, cursor, limit }: { unitIds: string[]; cursor?: string; limit: number },
) {
  const { id, name, permissions, unitId, expiresAt, revokedAt, lastUsedAt, createdAt } = staffTokens
  return db
    .select({
      id,
      name,
      permissions,
      unitId,
      expiresAt,
      revokedAt,
      lastUsedAt,
      createdAt,
      makerName: staff.name,
    })
    .from(staffTokens)
    .innerJoin(staff, eq(staff.id, staffTokens.staffId))
    .where(and(inIds(unitId, unitIds), cursor === undefined ? undefined : lt(id, cursor)))
    .orderBy(desc(id))
    .limit(limit)
}

/** Nothing when there is no such token, or when it was revoked before. */
export async function revokeToken(tx: Tx, { id, unitIds, at }: { id: string; unitIds: string[]; at: string }) {
  const [row] = await tx
    .update(staffTokens)
    .set({ revokedAt: at })
    .where(and(eq(staffTokens.id, id), inIds(staffTokens.unitId, unitIds), isNull(staffTokens.revokedAt)))
    .returning({ id: staffTokens.id, name: staffTokens.name, unitId: staffTokens.unitId })
  return row
}

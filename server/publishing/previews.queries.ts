import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { previewLinks } from './publishing.table.ts'

export async function insertLink(tx: Tx, link: typeof previewLinks.$inferInsert) {
  await tx.insert(previewLinks).values(link)
}

/** The entry a living link leads to. */
export async function findByToken(db: Db, tokenHash: string, now: string) {
  const [row] = await db
    .select({ entryId: previewLinks.entryId })
    .from(previewLinks)
    .where(and(eq(previewLinks.tokenHash, tokenHash), isNull(previewLinks.revokedAt), gt(previewLinks.expiresAt, now)))
  return row
}

export async function listLinks(db: Db, entryId: string) {
  return db
    .select()
    .from(previewLinks)
    .where(eq(previewLinks.entryId, entryId))
    .orderBy(desc(previewLinks.createdAt))
    .limit(50)
}

/** Returns nothing when there is no such link that still works. */
export async function revokeLink(tx: Tx, { id, entryId, at }: { id: string; entryId: string; at: string }) {
  const [row] = await tx
    .update(previewLinks)
    .set({ revokedAt: at })
    .where(and(eq(previewLinks.id, id), eq(previewLinks.entryId, entryId), isNull(previewLinks.revokedAt)))
    .returning()
  return row
}

import { and, desc, eq, gt, isNull, notLike } from 'drizzle-orm'
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

const OWN = 'own '

/** One for each person and entry, not among those given out. */
export function ownLinkId(entryId: string, staffId: string) {
  return `${OWN}${entryId} ${staffId}`
}

export async function findLink(db: Db, id: string) {
  const [row] = await db.select().from(previewLinks).where(eq(previewLinks.id, id))
  return row
}

export async function renewOwnLink(tx: Tx, link: typeof previewLinks.$inferInsert) {
  const { tokenHash, createdAt, expiresAt } = link
  await tx
    .insert(previewLinks)
    .values(link)
    .onConflictDoUpdate({ target: previewLinks.id, set: { tokenHash, createdAt, expiresAt, revokedAt: null } })
}

export async function listLinks(db: Db, entryId: string) {
  return db
    .select()
    .from(previewLinks)
    .where(and(eq(previewLinks.entryId, entryId), notLike(previewLinks.id, `${OWN}%`)))
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

import { and, asc, eq } from 'drizzle-orm'
import { contentItems } from '../content/content.table.ts'
import type { Db, Tx } from '../db/database.ts'
import { procedureCodes } from './procedures.table.ts'

/** What a code leads to now: itself, or its successors with the first one to show first. */
export async function findByCode(db: Db, code: string) {
  return db
    .select({
      reply: contentItems.reply,
      slug: contentItems.slug,
      code: contentItems.code,
      title: contentItems.title,
      isCurrent: procedureCodes.isCurrent,
      reason: procedureCodes.reason,
    })
    .from(procedureCodes)
    .innerJoin(contentItems, eq(contentItems.id, procedureCodes.itemId))
    .where(eq(procedureCodes.code, code))
    .orderBy(asc(procedureCodes.position), asc(contentItems.sortKey))
}

export async function listReplacedCodes(db: Db) {
  return db
    .select({ code: procedureCodes.code, slug: contentItems.slug, reason: procedureCodes.reason })
    .from(procedureCodes)
    .innerJoin(contentItems, eq(contentItems.id, procedureCodes.itemId))
    .where(eq(procedureCodes.isCurrent, false))
    .orderBy(asc(procedureCodes.code), asc(procedureCodes.position), asc(contentItems.sortKey))
}

export async function replaceCodes(
  tx: Tx,
  itemId: string,
  codes: Omit<typeof procedureCodes.$inferInsert, 'itemId'>[],
) {
  await tx.delete(procedureCodes).where(eq(procedureCodes.itemId, itemId))
  for (const code of codes) await tx.insert(procedureCodes).values({ ...code, itemId })
}

export async function deleteCodes(tx: Tx, itemId: string) {
  await tx.delete(procedureCodes).where(and(eq(procedureCodes.itemId, itemId)))
}

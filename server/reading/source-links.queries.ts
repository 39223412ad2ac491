import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { preparedOnce } from '../db/prepared-once.ts'
import { sourceLinks } from './source-links.table.ts'

const openLink = preparedOnce((db) =>
  db
    .select({ code: sourceLinks.code, unitId: sourceLinks.unitId })
    .from(sourceLinks)
    .where(and(eq(sourceLinks.code, sql.placeholder('code')), isNull(sourceLinks.closedAt)))
    .limit(1)
    .prepare(),
)

export async function findOpenLink(db: Db, code: string) {
  const [row] = await openLink(db).execute({ code })
  return row
}

export async function findLink(db: Db, code: string) {
  const [row] = await db.select().from(sourceLinks).where(eq(sourceLinks.code, code))
  return row
}

/** `false` when the code is taken. */
export async function insertLink(tx: Tx, link: typeof sourceLinks.$inferInsert): Promise<boolean> {
  const made = await tx.insert(sourceLinks).values(link).onConflictDoNothing().returning({ code: sourceLinks.code })
  return made.length > 0
}

export async function listLinks(
  db: Db,
  { unitIds, after, limit }: { unitIds: string[]; after?: { sortKey: string; id: string }; limit: number },
) {
  const { createdAt, code } = sourceLinks
  return db
    .select()
    .from(sourceLinks)
    .where(
      and(
        inIds(sourceLinks.unitId, unitIds),
        after && or(lt(createdAt, after.sortKey), and(eq(createdAt, after.sortKey), lt(code, after.id))),
      ),
    )
    .orderBy(desc(createdAt), desc(code))
    .limit(limit)
}

/** Returns nothing when it was closed already. */
export async function closeLink(tx: Tx, code: string, at: string) {
  const [row] = await tx
    .update(sourceLinks)
    .set({ closedAt: at })
    .where(and(eq(sourceLinks.code, code), isNull(sourceLinks.closedAt)))
    .returning()
  return row
}

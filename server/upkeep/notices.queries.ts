import { and, count, desc, eq, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm'
import { contentEditions, contentEntries, contentItems } from '../content/content.table.ts'
import type { Db, Tx } from '../db/database.ts'
import { reports } from '../feedback/reports.table.ts'
import { staff } from '../staff/staff.table.ts'
import { notices } from './notices.table.ts'

const MOST_COUNTED = 100

/** Live pages to be reviewed by that day, with the owner where somebody who may sign in owns them. */
export async function listDue(db: Db, until: string) {
  const { reviewBy } = contentEditions
  const rows = await db
    .select({ entryId: contentEntries.id, staffId: contentEntries.ownerId, dueOn: reviewBy })
    .from(contentEditions)
    .innerJoin(contentEntries, eq(contentEntries.id, contentEditions.entryId))
    .innerJoin(staff, eq(staff.id, contentEntries.ownerId))
    .where(
      and(eq(contentEditions.state, 'published'), isNotNull(reviewBy), lte(reviewBy, until), isNull(staff.disabledAt)),
    )
  return rows.flatMap(({ entryId, staffId, dueOn }) =>
    staffId === null || dueOn === null ? [] : [{ entryId, staffId, dueOn }],
  )
}

export async function insertNotice(tx: Tx, notice: typeof notices.$inferInsert) {
  await tx.insert(notices).values(notice).onConflictDoNothing()
}

export async function listNotices(
  db: Db,
  { staffId, after, limit }: { staffId: string; after?: { sortKey: string; id: string }; limit: number },
) {
  const { id, kind, entryId, reportId, dueOn, at, readAt } = notices
  return db
    .select({
      id,
      kind,
      entryId,
      reportId,
      dueOn,
      at,
      readAt,
      title: sql<string>`coalesce(${reports.code}, ${contentItems.title}, ${contentEntries.slug}, '')`,
    })
    .from(notices)
    .leftJoin(contentEntries, eq(contentEntries.id, entryId))
    .leftJoin(contentItems, eq(contentItems.id, entryId))
    .leftJoin(reports, eq(reports.id, reportId))
    .where(
      and(
        eq(notices.staffId, staffId),
        after && or(lt(at, after.sortKey), and(eq(at, after.sortKey), lt(id, after.id))),
      ),
    )
    .orderBy(desc(at), desc(id))
    .limit(limit)
}

export async function countUnread(db: Db, staffId: string): Promise<number> {
  const some = db
    .select({ id: notices.id })
    .from(notices)
    .where(and(eq(notices.staffId, staffId), isNull(notices.readAt)))
    .limit(MOST_COUNTED)
    .as('some')
  const [row] = await db.select({ count: count() }).from(some)
  return row?.count ?? 0
}

export async function findNotice(db: Db, { id, staffId }: { id: string; staffId: string }) {
  const [row] = await db
    .select({
      readAt: notices.readAt,
      entryId: notices.entryId,
      reportId: notices.reportId,
      unitId: sql<string>`coalesce(${reports.unitId}, ${contentEntries.unitId})`,
    })
    .from(notices)
    .leftJoin(contentEntries, eq(contentEntries.id, notices.entryId))
    .leftJoin(reports, eq(reports.id, notices.reportId))
    .where(and(eq(notices.id, id), eq(notices.staffId, staffId)))
  return row
}

export async function markRead(tx: Tx, { id, at }: { id: string; at: string }) {
  await tx
    .update(notices)
    .set({ readAt: at })
    .where(and(eq(notices.id, id), isNull(notices.readAt)))
}

import { and, count, desc, eq, gte, isNull, lt, or, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { publicReports, reportFollows } from './answers.table.ts'
import { feedbackCategories } from './settings.table.ts'

export type PublicRow = typeof publicReports.$inferSelect

const shown = {
  reportId: publicReports.reportId,
  code: publicReports.code,
  title: publicReports.title,
  content: publicReports.content,
  answer: publicReports.answer,
  folded: publicReports.folded,
  categoryId: publicReports.categoryId,
  categoryName: feedbackCategories.name,
  unitId: publicReports.unitId,
  receivedOn: publicReports.receivedOn,
  answeredOn: publicReports.answeredOn,
  publishedAt: publicReports.publishedAt,
}

/** What may be read by everybody, newest first. */
export async function listPublic(
  db: Db,
  wish: {
    words: string[]
    categoryId?: string
    since?: string
    after?: { sortKey: string; id: string }
    limit: number
  },
) {
  const { publishedAt, reportId } = publicReports
  return db
    .select(shown)
    .from(publicReports)
    .innerJoin(feedbackCategories, eq(feedbackCategories.id, publicReports.categoryId))
    .where(
      and(
        isNull(publicReports.hiddenReason),
        wish.categoryId === undefined ? undefined : eq(publicReports.categoryId, wish.categoryId),
        wish.since === undefined ? undefined : gte(publishedAt, wish.since),
        ...wish.words.map((word) => sql`instr(${publicReports.folded}, ${word}) > 0`),
        wish.after &&
          or(
            lt(publishedAt, wish.after.sortKey),
            and(eq(publishedAt, wish.after.sortKey), lt(reportId, wish.after.id)),
          ),
      ),
    )
    .orderBy(desc(publishedAt), desc(reportId))
    .limit(wish.limit)
}

export async function findPublicByCode(db: Db, code: string) {
  const [row] = await db
    .select(shown)
    .from(publicReports)
    .innerJoin(feedbackCategories, eq(feedbackCategories.id, publicReports.categoryId))
    .where(and(eq(publicReports.code, code), isNull(publicReports.hiddenReason)))
  return row
}

export async function findPublic(db: Db, reportId: string): Promise<PublicRow | undefined> {
  const [row] = await db.select().from(publicReports).where(eq(publicReports.reportId, reportId))
  return row
}

export async function savePublic(tx: Tx, row: PublicRow) {
  const { reportId: _, ...rest } = row
  await tx.insert(publicReports).values(row).onConflictDoUpdate({ target: publicReports.reportId, set: rest })
}

/** Returns nothing when it is hidden already. */
export async function hidePublic(tx: Tx, reportId: string, reason: string) {
  const [row] = await tx
    .update(publicReports)
    .set({ hiddenReason: reason, version: sql`${publicReports.version} + 1` })
    .where(and(eq(publicReports.reportId, reportId), isNull(publicReports.hiddenReason)))
    .returning()
  return row
}

export async function countFollowers(db: Db, reportIds: string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ reportId: reportFollows.reportId, count: count() })
    .from(reportFollows)
    .where(inIds(reportFollows.reportId, reportIds))
    .groupBy(reportFollows.reportId)
  return new Map(rows.map((row) => [row.reportId, row.count]))
}

/** Following twice is following once. */
export async function insertFollow(tx: Tx, follow: typeof reportFollows.$inferInsert) {
  await tx.insert(reportFollows).values(follow).onConflictDoNothing()
}

/** Hidden or not. */
export async function findFollowed(db: Db, { code, citizenId }: { code: string; citizenId: string }) {
  const [row] = await db
    .select({ code: publicReports.code, reportId: publicReports.reportId })
    .from(publicReports)
    .innerJoin(reportFollows, eq(reportFollows.reportId, publicReports.reportId))
    .where(and(eq(publicReports.code, code), eq(reportFollows.citizenId, citizenId)))
  return row
}

export async function deleteFollow(tx: Tx, { reportId, citizenId }: { reportId: string; citizenId: string }) {
  await tx
    .delete(reportFollows)
    .where(and(eq(reportFollows.reportId, reportId), eq(reportFollows.citizenId, citizenId)))
}

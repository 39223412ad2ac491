import { and, asc, between, desc, eq, sql, sum } from 'drizzle-orm'
import { contentItems } from '../content/content.table.ts'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import type { Read } from './reads.rules.ts'
import { pageReads } from './reads.table.ts'

export async function addReads(tx: Tx, counted: (Read & { count: number })[]) {
  for (const read of counted) {
    await tx
      .insert(pageReads)
      .values(read)
      .onConflictDoUpdate({
        target: [pageReads.day, pageReads.kind, pageReads.slug, pageReads.unitId, pageReads.src],
        set: { count: sql`${pageReads.count} + excluded.count` },
      })
  }
}

export type Period = { from: string; to: string; unitIds: string[] }

const counted = sql<number>`sum(${pageReads.count})`

function within({ from, to, unitIds }: Period) {
  return and(between(pageReads.day, from, to), inIds(pageReads.unitId, unitIds))
}

export async function readsByPage(db: Db, { limit, ...period }: Period & { limit: number }) {
  return db
    .select({
      type: pageReads.kind,
      slug: pageReads.slug,
      name: sql<string>`coalesce(${contentItems.title}, ${pageReads.slug})`,
      count: counted,
    })
    .from(pageReads)
    .leftJoin(contentItems, and(eq(contentItems.kind, pageReads.kind), eq(contentItems.slug, pageReads.slug)))
    .where(within(period))
    .groupBy(pageReads.kind, pageReads.slug)
    .orderBy(desc(counted), asc(pageReads.kind), asc(pageReads.slug))
    .limit(limit)
}

export async function readsByUnit(db: Db, period: Period) {
  return db
    .select({ unitId: pageReads.unitId, count: counted })
    .from(pageReads)
    .where(within(period))
    .groupBy(pageReads.unitId)
    .orderBy(desc(counted), asc(pageReads.unitId))
}

export async function readsByDay(db: Db, period: Period) {
  return db
    .select({ day: pageReads.day, count: counted })
    .from(pageReads)
    .where(within(period))
    .groupBy(pageReads.day)
    .orderBy(asc(pageReads.day))
}

export async function sumReads(db: Db, period: Period) {
  const [row] = await db
    .select({ total: sum(pageReads.count).mapWith(Number) })
    .from(pageReads)
    .where(within(period))
  return row?.total ?? 0
}

import { and, desc, eq, gte, isNull, lt, lte, or, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { preparedOnce } from '../db/prepared-once.ts'
import { feedbackCategories, feedbackRoutes, replyTemplates } from './settings.table.ts'

export type CategoryRow = typeof feedbackCategories.$inferSelect
export type RouteRow = typeof feedbackRoutes.$inferSelect
export type TemplateRow = typeof replyTemplates.$inferSelect

export async function listCategories(db: Db): Promise<CategoryRow[]> {
  return db.select().from(feedbackCategories).orderBy(feedbackCategories.position, feedbackCategories.id)
}

const category = preparedOnce((db) =>
  db
    .select()
    .from(feedbackCategories)
    .where(eq(feedbackCategories.id, sql.placeholder('id')))
    .limit(1)
    .prepare(),
)

export async function findCategory(db: Db, id: string): Promise<CategoryRow | undefined> {
  const [row] = await category(db).execute({ id })
  return row
}

/** False when the id is taken. */
export async function insertCategory(tx: Tx, category: CategoryRow): Promise<boolean> {
  const rows = await tx.insert(feedbackCategories).values(category).onConflictDoNothing().returning()
  return rows.length > 0
}

/** Returns nothing when somebody has changed it since `version`. */
export async function changeCategory(
  tx: Tx,
  { id, version }: { id: string; version: number },
  change: Partial<CategoryRow>,
) {
  const [row] = await tx
    .update(feedbackCategories)
    .set({ ...change, version: version + 1 })
    .where(and(eq(feedbackCategories.id, id), eq(feedbackCategories.version, version)))
    .returning()
  return row
}

const nearestRoute = preparedOnce((db) => {
  const { categoryId, concernedUnitId, validFrom, validTo, unitId, id } = feedbackRoutes
  const onDate = sql.placeholder('onDate')
  return db
    .select({ unitId })
    .from(feedbackRoutes)
    .where(
      and(
        eq(categoryId, sql.placeholder('categoryId')),
        lte(validFrom, onDate),
        or(isNull(validTo), gte(validTo, onDate)),
        or(isNull(concernedUnitId), eq(concernedUnitId, sql.placeholder('concernedUnitId'))),
      ),
    )
    .orderBy(sql`${concernedUnitId} IS NULL`, desc(validFrom), desc(id))
    .limit(1)
    .prepare()
})

/** Who handles a category on a day: a route for the very unit it is about goes before one for all. */
export async function findRoute(
  db: Db,
  { categoryId, concernedUnitId, onDate }: { categoryId: string; concernedUnitId: string | null; onDate: string },
): Promise<string | undefined> {
  const [row] = await nearestRoute(db).execute({ categoryId, concernedUnitId, onDate })
  return row?.unitId
}

export async function listRoutes(db: Db): Promise<RouteRow[]> {
  return db.select().from(feedbackRoutes).orderBy(feedbackRoutes.categoryId, desc(feedbackRoutes.validFrom))
}

export async function findRouteById(db: Db, id: string): Promise<RouteRow | undefined> {
  const [row] = await db.select().from(feedbackRoutes).where(eq(feedbackRoutes.id, id))
  return row
}

export async function insertRoute(tx: Tx, row: RouteRow) {
  await tx.insert(feedbackRoutes).values(row)
}

/** The route that this one takes the place of ends the day before. */
export async function endRoutesBefore(
  tx: Tx,
  { categoryId, concernedUnitId, validFrom }: Pick<RouteRow, 'categoryId' | 'concernedUnitId' | 'validFrom'>,
) {
  await tx
    .update(feedbackRoutes)
    .set({ validTo: sql`date(${validFrom}, '-1 day')` })
    .where(
      and(
        eq(feedbackRoutes.categoryId, categoryId),
        concernedUnitId === null
          ? isNull(feedbackRoutes.concernedUnitId)
          : eq(feedbackRoutes.concernedUnitId, concernedUnitId),
        isNull(feedbackRoutes.validTo),
        lt(feedbackRoutes.validFrom, validFrom),
      ),
    )
}

/** Returns nothing when the route has an end already. */
export async function endRoute(tx: Tx, id: string, validTo: string) {
  const [row] = await tx
    .update(feedbackRoutes)
    .set({ validTo })
    .where(and(eq(feedbackRoutes.id, id), isNull(feedbackRoutes.validTo)))
    .returning()
  return row
}

export async function listTemplates(db: Db, unitIds: string[]): Promise<TemplateRow[]> {
  return db.select().from(replyTemplates).where(inIds(replyTemplates.unitId, unitIds)).orderBy(replyTemplates.title)
}

export async function findTemplate(db: Db, id: string): Promise<TemplateRow | undefined> {
  const [row] = await db.select().from(replyTemplates).where(eq(replyTemplates.id, id))
  return row
}

export async function insertTemplate(tx: Tx, row: TemplateRow) {
  await tx.insert(replyTemplates).values(row)
}

export async function changeTemplate(
  tx: Tx,
  { id, version }: { id: string; version: number },
  change: Partial<TemplateRow>,
) {
  const [row] = await tx
    .update(replyTemplates)
    .set({ ...change, version: version + 1 })
    .where(and(eq(replyTemplates.id, id), eq(replyTemplates.version, version)))
    .returning()
  return row
}

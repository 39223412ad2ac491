import { and, asc, count, eq, gt, inArray, max, notExists, notInArray, notLike, or, type SQL, sql } from 'drizzle-orm'
import { contentEditions, contentEntries, contentItems, contentReferences } from '../content/content.table.ts'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import type { LinkState } from './links.schemas.ts'
import { linkChecks, linkUses } from './links.table.ts'

const LIVE = ['published', 'withdrawn'] as const
const READ_OR_WRITTEN = [...LIVE, 'draft', 'submitted', 'returned', 'approved', 'scheduled'] as const
const AT_ONCE = 200

export type LinkUse = typeof linkUses.$inferInsert
export type LinkRow = typeof linkChecks.$inferSelect

/** Bodies people read or write, a page at a time: all of them at once may be a hundred megabytes. */
export async function listBodies(db: Db, afterId: string) {
  return db
    .select({ id: contentEditions.id, entryId: contentEditions.entryId, body: contentEditions.body })
    .from(contentEditions)
    .where(and(inArray(contentEditions.state, READ_OR_WRITTEN), gt(contentEditions.id, afterId)))
    .orderBy(asc(contentEditions.id))
    .limit(AT_ONCE)
}

/** Names that public pages give of pages which are not public. */
export async function listDeadNames(db: Db): Promise<LinkUse[]> {
  const { entryId, name } = contentReferences
  const kind = sql`substr(${name}, 1, instr(${name}, ':') - 1)`
  const rest = sql`substr(${name}, instr(${name}, ':') + 1)`
  const known = db
    .select({ one: sql`1` })
    .from(contentItems)
    .where(and(eq(contentItems.kind, kind), or(eq(contentItems.slug, rest), eq(contentItems.code, rest))))
  return (
    db
      .select({ address: name, editionId: contentEditions.id, entryId, field: sql<string>`''` })
      .from(contentReferences)
      .innerJoin(contentEditions, and(eq(contentEditions.entryId, entryId), inArray(contentEditions.state, LIVE)))
      // A document's number may be named whether or not the document is published here.
      .where(and(notLike(name, 'number:%'), notExists(known)))
  )
}

export async function listChecks(db: Db): Promise<LinkRow[]> {
  return db.select().from(linkChecks)
}

export async function keepChecks(tx: Tx, checks: LinkRow[]) {
  for (const { address, ...found } of checks)
    await tx
      .insert(linkChecks)
      .values({ address, ...found })
      .onConflictDoUpdate({ target: linkChecks.address, set: found })
}

/** What is used where, anew; an address nobody uses any more is forgotten. */
export async function replaceUses(tx: Tx, uses: LinkUse[]) {
  await tx.delete(linkUses)
  for (const use of uses) await tx.insert(linkUses).values(use).onConflictDoNothing()
  const used = tx.selectDistinct({ address: linkUses.address }).from(linkUses)
  await tx.delete(linkChecks).where(notInArray(linkChecks.address, used))
}

const RANK = sql<number>`CASE ${linkChecks.state} WHEN 'dead' THEN 0 WHEN 'unreachable' THEN 1 WHEN 'moved' THEN 2 ELSE 3 END`

/** Used by a page that people read now, of one of these units. */
function isShown(unitIds: string[]): SQL {
  return sql`EXISTS (
    SELECT 1 FROM ${linkUses} u
    JOIN ${contentEditions} ed ON ed.id = u.edition_id AND ed.state IN ('published', 'withdrawn')
    JOIN ${contentEntries} en ON en.id = u.entry_id
    WHERE u.address = ${linkChecks.address} AND en.unit_id IN (SELECT value FROM json_each(${JSON.stringify(unitIds)})))`
}

type Wish = { unitIds: string[]; state?: LinkState; after?: { rank: number; address: string }; limit: number }

/** The worst first. */
export async function listShown(db: Db, { unitIds, state, after, limit }: Wish) {
  const { address } = linkChecks
  return db
    .select({ check: linkChecks, rank: RANK })
    .from(linkChecks)
    .where(
      and(
        state === undefined ? undefined : eq(linkChecks.state, state),
        after && or(gt(RANK, after.rank), and(eq(RANK, after.rank), gt(address, after.address))),
        isShown(unitIds),
      ),
    )
    .orderBy(asc(RANK), asc(address))
    .limit(limit)
}

export async function countShown(db: Db, unitIds: string[]) {
  return db
    .select({ state: linkChecks.state, count: count() })
    .from(linkChecks)
    .where(isShown(unitIds))
    .groupBy(linkChecks.state)
}

export async function findLastCheck(db: Db): Promise<string | null> {
  const [row] = await db.select({ at: max(linkChecks.checkedAt) }).from(linkChecks)
  return row?.at ?? null
}

/** For each address how many pages of these units show it, and the first few of them. */
export async function listUses(
  db: Db,
  { addresses, unitIds, shown }: { addresses: string[]; unitIds: string[]; shown: number },
) {
  const place = sql<number>`row_number() OVER (PARTITION BY ${linkUses.address} ORDER BY ${contentEditions.title})`
  const uses = db
    .select({
      address: linkUses.address,
      id: contentEntries.id,
      kind: contentEntries.kind,
      title: contentEditions.title,
      unitId: contentEntries.unitId,
      field: linkUses.field,
      place: place.as('place'),
      uses: sql<number>`count(*) OVER (PARTITION BY ${linkUses.address})`.as('uses'),
    })
    .from(linkUses)
    .innerJoin(contentEditions, and(eq(contentEditions.id, linkUses.editionId), inArray(contentEditions.state, LIVE)))
    .innerJoin(contentEntries, eq(contentEntries.id, linkUses.entryId))
    .where(and(inIds(linkUses.address, addresses), inIds(contentEntries.unitId, unitIds)))
    .as('uses_of')
  return db.select().from(uses).where(sql`${uses.place} <= ${shown}`).orderBy(asc(uses.place))
}

export async function findChecks(db: Db, addresses: string[]): Promise<LinkRow[]> {
  return db.select().from(linkChecks).where(inIds(linkChecks.address, addresses))
}

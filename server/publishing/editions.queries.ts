import {
  and,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  max,
  ne,
  not,
  notExists,
  or,
  sql,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type ContentKind, contentEditions, contentEntries } from '../content/content.table.ts'
import type { EditionState } from '../content/editions.schemas.ts'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { staff } from '../staff/staff.table.ts'

export const LIVE = ['published', 'withdrawn'] as const
export const OPEN = ['draft', 'submitted', 'returned', 'approved', 'scheduled'] as const

export type EditionRow = typeof contentEditions.$inferSelect
export type EntryRecord = typeof contentEntries.$inferSelect

export async function findEntry(db: Db, id: string): Promise<EntryRecord | undefined> {
  const [row] = await db.select().from(contentEntries).where(eq(contentEntries.id, id))
  return row
}

export async function findEdition(db: Db, id: string) {
  const [row] = await db
    .select({ edition: contentEditions, entry: contentEntries })
    .from(contentEditions)
    .innerJoin(contentEntries, eq(contentEntries.id, contentEditions.entryId))
    .where(eq(contentEditions.id, id))
  return row
}

/** The entry's edition in one of these states; there is at most one for `LIVE` and for `OPEN`. */
export async function findEditionIn(db: Db, entryId: string, states: readonly EditionState[]) {
  const [row] = await db
    .select()
    .from(contentEditions)
    .where(and(eq(contentEditions.entryId, entryId), inArray(contentEditions.state, [...states])))
    .orderBy(desc(contentEditions.number))
    .limit(1)
  return row
}

export async function listEditions(db: Db, entryId: string) {
  const { id, number, state, title, updatedAt, publishedAt, changeKind, changeNote } = contentEditions
  return db
    .select({ id, number, state, title, updatedAt, publishedAt, changeKind, changeNote })
    .from(contentEditions)
    .where(eq(contentEditions.entryId, entryId))
    .orderBy(desc(number))
}

export async function isSlugTaken(tx: Tx, kind: ContentKind, slug: string) {
  const [row] = await tx
    .select({ id: contentEntries.id })
    .from(contentEntries)
    .where(and(eq(contentEntries.kind, kind), eq(contentEntries.slug, slug)))
  return row !== undefined
}

export async function insertEntry(tx: Tx, entry: typeof contentEntries.$inferInsert) {
  await tx.insert(contentEntries).values(entry)
}

export async function updateEntry(
  tx: Tx,
  id: string,
  change: Partial<Pick<EntryRecord, 'ownerId' | 'unitId' | 'goneAt' | 'goneTo'>>,
) {
  await tx.update(contentEntries).set(change).where(eq(contentEntries.id, id))
}

export async function insertEdition(tx: Tx, edition: typeof contentEditions.$inferInsert) {
  await tx.insert(contentEditions).values(edition)
}

export async function nextNumber(tx: Tx, entryId: string) {
  const [row] = await tx
    .select({ newest: max(contentEditions.number) })
    .from(contentEditions)
    .where(eq(contentEditions.entryId, entryId))
  return (row?.newest ?? 0) + 1
}

/** Returns nothing when somebody has changed the edition since `version`, or it has left these states. */
export async function changeEdition(
  tx: Tx,
  { id, version, states }: { id: string; version: number; states: readonly EditionState[] },
  change: Partial<Omit<EditionRow, 'id' | 'entryId' | 'number' | 'version'>>,
): Promise<EditionRow | undefined> {
  const [row] = await tx
    .update(contentEditions)
    .set({ ...change, version: version + 1 })
    .where(
      and(
        eq(contentEditions.id, id),
        eq(contentEditions.version, version),
        inArray(contentEditions.state, [...states]),
      ),
    )
    .returning()
  return row
}

/** The live edition makes room for the one that is about to go out. */
export async function supersedeLiveBut(tx: Tx, entryId: string, editionId: string, at: string) {
  await tx
    .update(contentEditions)
    .set({ state: 'superseded', supersededAt: at, version: sql`${contentEditions.version} + 1` })
    .where(
      and(
        eq(contentEditions.entryId, entryId),
        inArray(contentEditions.state, [...LIVE]),
        ne(contentEditions.id, editionId),
      ),
    )
}

export async function listScheduled(db: Db, until: string) {
  return db
    .select({ id: contentEditions.id, version: contentEditions.version })
    .from(contentEditions)
    .where(and(eq(contentEditions.state, 'scheduled'), lte(contentEditions.scheduledFor, until)))
    .orderBy(contentEditions.scheduledFor)
}

export type ListWish = {
  unitIds: string[]
  kinds: readonly ContentKind[]
  kind?: ContentKind
  state?: EditionState
  /** Folded. */
  words: string[]
  dueOn?: string
  needsSecondLook?: boolean
  authorId?: string
  notAuthorId?: string
  after?: { sortKey: string; id: string }
  limit: number
}

const newer = alias(contentEditions, 'newer')
const live = alias(contentEditions, 'live')

/** One row an entry, its newest edition, last changed first; constant in the number of entries before the page. */
export async function listEntries(db: Db, wish: ListWish) {
  const { id, entryId, number, state, title, updatedAt, reviewBy, scheduledFor } = contentEditions
  const overtaken = db
    .select({ one: sql`1` })
    .from(newer)
    .where(and(eq(newer.entryId, entryId), gt(newer.number, number), ne(newer.state, 'discarded')))
  const isLive = db
    .select({ one: sql`1` })
    .from(live)
    .where(and(eq(live.entryId, entryId), inArray(live.state, [...LIVE])))
  return (
    db
      .select({
        id: contentEntries.id,
        kind: contentEntries.kind,
        slug: contentEntries.slug,
        unitId: contentEntries.unitId,
        title,
        editionId: id,
        state,
        updatedAt,
        reviewBy,
        scheduledFor,
        needsSecondLook: sql<number>`${secondLook}`,
        isLive: sql<number>`${exists(isLive)}`,
      })
      .from(contentEditions)
      // In this order: the newest editions first by their index, each with its entry, until the page is full.
      .crossJoin(contentEntries)
      .where(
        and(
          eq(contentEntries.id, entryId),
          notExists(overtaken),
          ne(state, 'discarded'),
          inIds(contentEntries.unitId, wish.unitIds),
          wish.kind === undefined ? inIds(contentEntries.kind, wish.kinds) : eq(contentEntries.kind, wish.kind),
          wish.state === undefined ? undefined : eq(state, wish.state),
          ...wish.words.map((word) => sql`instr(${contentEditions.folded}, ${word}) > 0`),
          wish.dueOn === undefined ? undefined : and(eq(state, 'published'), lte(reviewBy, wish.dueOn)),
          wish.needsSecondLook ? secondLook : undefined,
          wish.authorId === undefined ? undefined : writtenBy(wish.authorId),
          wish.notAuthorId === undefined ? undefined : not(writtenBy(wish.notAuthorId)),
          wish.after &&
            or(lt(updatedAt, wish.after.sortKey), and(eq(updatedAt, wish.after.sortKey), lt(id, wish.after.id))),
        ),
      )
      .orderBy(desc(updatedAt), desc(id))
      .limit(wish.limit)
  )
}

const writtenBy = (id: string) => sql`EXISTS (SELECT 1 FROM json_each(${contentEditions.authors}) WHERE value = ${id})`

const secondLook = and(
  eq(contentEditions.state, 'published'),
  isNotNull(contentEditions.urgentReason),
  isNull(contentEditions.secondLookBy),
)

export async function findStaffName(db: Db, id: string | null): Promise<string | null> {
  if (id === null) return null
  const [row] = await db.select({ name: staff.name }).from(staff).where(eq(staff.id, id))
  return row?.name ?? null
}

import { and, desc, eq, inArray, isNotNull, ne, type SQL } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { contentEditions, contentEntries, contentItems, contentReferences } from './content.table.ts'

const LIVE = ['published', 'withdrawn'] as const

export type LiveEdition = NonNullable<Awaited<ReturnType<typeof findLive>>>

/** The edition people read, if there is one. */
export async function findLive(tx: Tx, entryId: string) {
  const [row] = await tx
    .select({
      id: contentEditions.id,
      entryId: contentEditions.entryId,
      number: contentEditions.number,
      kind: contentEntries.kind,
      slug: contentEntries.slug,
      state: contentEditions.state,
      body: contentEditions.body,
      withdrawnOn: contentEditions.withdrawnOn,
      withdrawnReason: contentEditions.withdrawnReason,
    })
    .from(contentEditions)
    .innerJoin(contentEntries, eq(contentEntries.id, contentEditions.entryId))
    .where(and(eq(contentEditions.entryId, entryId), inArray(contentEditions.state, LIVE)))
  return row
}

/** Names the item; its reply, when it has one already, stays until it is made anew. */
export async function upsertItem(tx: Tx, item: Omit<typeof contentItems.$inferInsert, 'reply' | 'summary'>) {
  const { id, ...changed } = item
  await tx
    .insert(contentItems)
    .values({ id, ...changed, reply: '', summary: '' })
    .onConflictDoUpdate({ target: contentItems.id, set: changed })
}

/** `false` when the reply is what it was. */
export async function setReply(
  tx: Tx,
  id: string,
  made: { reply: string; summary: string; replyHash: string },
): Promise<boolean> {
  const changed = await tx
    .update(contentItems)
    .set(made)
    .where(and(eq(contentItems.id, id), ne(contentItems.replyHash, made.replyHash)))
    .returning({ id: contentItems.id })
  return changed.length > 0
}

export async function deleteItem(tx: Tx, id: string) {
  await tx.delete(contentItems).where(eq(contentItems.id, id))
}

export async function findItemNames(tx: Tx, id: string) {
  const [row] = await tx
    .select({ kind: contentItems.kind, slug: contentItems.slug, code: contentItems.code })
    .from(contentItems)
    .where(eq(contentItems.id, id))
  return row
}

export async function replaceReferences(tx: Tx, entryId: string, names: { name: string; role: 'replacedBy' | null }[]) {
  await tx.delete(contentReferences).where(eq(contentReferences.entryId, entryId))
  for (const { name, role } of names)
    await tx.insert(contentReferences).values({ entryId, name, role }).onConflictDoNothing()
}

export async function listReferences(tx: Tx, entryId: string) {
  return tx
    .select({ name: contentReferences.name, role: contentReferences.role })
    .from(contentReferences)
    .where(eq(contentReferences.entryId, entryId))
}

/** Entries that name any of these. */
export async function listNaming(tx: Tx, names: string[]): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ entryId: contentReferences.entryId })
    .from(contentReferences)
    .where(inIds(contentReferences.name, names))
  return rows.map(({ entryId }) => entryId)
}

/** The public things behind these names. */
export async function listNamed(tx: Tx, names: string[]): Promise<string[]> {
  const rows = await findNamed(tx, names)
  return rows.map(({ id }) => id)
}

/** `kind:slug` or `procedure:code` of each public thing, with what a link to it shows. */
export async function findNamed(db: Db, names: string[]) {
  if (names.length === 0) return []
  const known = new Set(names)
  const kinds = [...new Set(names.map((name) => name.slice(0, name.indexOf(':'))))]
  const rests = [...new Set(names.map((name) => name.slice(name.indexOf(':') + 1)))]
  const bySlug = await itemsWhere(db, kinds, inIds(contentItems.slug, rests))
  const byCode = await itemsWhere(db, kinds, inIds(contentItems.code, rests))
  return [...bySlug, ...byCode].filter(
    ({ kind, slug, code }) => known.has(`${kind}:${slug}`) || known.has(`${kind}:${code}`),
  )
}

function itemsWhere(db: Db, kinds: string[], named: SQL) {
  const { id, kind, slug, code, title } = contentItems
  return db
    .select({ id, kind, slug, code, title })
    .from(contentItems)
    .where(and(inIds(kind, kinds), named))
}

/** Public documents of these numbers. */
export async function findDocuments(db: Db, numbers: string[]) {
  if (numbers.length === 0) return []
  return db
    .select({ slug: contentItems.slug, code: contentItems.code })
    .from(contentItems)
    .where(and(eq(contentItems.kind, 'document'), inIds(contentItems.code, numbers)))
}

/** Documents that say this one now stands in their place. */
export async function listReplacing(db: Db, name: string): Promise<string[]> {
  const rows = await db
    .select({ slug: contentItems.slug })
    .from(contentReferences)
    .innerJoin(contentItems, eq(contentItems.id, contentReferences.entryId))
    .where(and(eq(contentReferences.name, name), eq(contentReferences.role, 'replacedBy')))
    .orderBy(contentItems.sortKey)
  return rows.map(({ slug }) => `document:${slug}`)
}

/** Notes of the changes worth telling, newest first, as the days they went out in UTC. */
export async function listMajorChanges(tx: Tx, entryId: string) {
  const rows = await tx
    .select({ at: contentEditions.publishedAt, note: contentEditions.changeNote })
    .from(contentEditions)
    .where(
      and(
        eq(contentEditions.entryId, entryId),
        eq(contentEditions.changeKind, 'major'),
        isNotNull(contentEditions.publishedAt),
        isNotNull(contentEditions.changeNote),
      ),
    )
    .orderBy(desc(contentEditions.number))
    .limit(10)
  return rows.flatMap(({ at, note }) => (at === null || note === null ? [] : [{ at, note }]))
}

/** Everything people read now, in the order it was first written down. */
export async function listLiveBodies(db: Db) {
  return db
    .select({ kind: contentEntries.kind, slug: contentEntries.slug, body: contentEditions.body })
    .from(contentEditions)
    .innerJoin(contentEntries, eq(contentEntries.id, contentEditions.entryId))
    .where(inArray(contentEditions.state, LIVE))
    .orderBy(contentEntries.id)
}

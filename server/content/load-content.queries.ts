import { and, desc, eq, inArray, isNotNull, notExists, sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { type ContentKind, contentEditions, contentEntries } from './content.table.ts'

const LIVE = ['published', 'withdrawn'] as const

/** An entry with its newest edition; `isTouched` once anybody but the files has had a hand in it. */
export async function findEntry(tx: Tx, kind: ContentKind, slug: string) {
  const [row] = await tx
    .select({
      id: contentEntries.id,
      number: contentEditions.number,
      bodyHash: contentEditions.bodyHash,
      isTouched: sql<number>`${contentEntries.goneAt} IS NOT NULL OR EXISTS (
        SELECT 1 FROM ${contentEditions} AS own
        WHERE own.entry_id = ${contentEntries.id} AND (own.origin = 'staff' OR own.state = 'withdrawn'))`,
    })
    .from(contentEntries)
    .innerJoin(contentEditions, eq(contentEditions.entryId, contentEntries.id))
    .where(and(eq(contentEntries.kind, kind), eq(contentEntries.slug, slug)))
    .orderBy(desc(contentEditions.number))
    .limit(1)
  return row && { ...row, isTouched: Boolean(row.isTouched) }
}

export async function insertEntry(tx: Tx, entry: typeof contentEntries.$inferInsert) {
  await tx.insert(contentEntries).values(entry)
}

type Described = Pick<typeof contentEditions.$inferInsert, 'title' | 'body' | 'bodyHash' | 'folded' | 'reviewBy'>

/** The new edition takes the place of the live one in the same breath. */
export async function insertFileEdition(
  tx: Tx,
  { at, ...edition }: Described & { id: string; entryId: string; number: number; at: string },
) {
  await tx
    .update(contentEditions)
    .set({ state: 'superseded', supersededAt: at, version: sql`${contentEditions.version} + 1` })
    .where(and(eq(contentEditions.entryId, edition.entryId), inArray(contentEditions.state, LIVE)))
  await tx.insert(contentEditions).values({
    ...edition,
    state: 'published',
    version: 1,
    origin: 'file',
    authors: '[]',
    createdAt: at,
    updatedAt: at,
    publishedAt: at,
  })
}

/** Entries nobody but the files has had a hand in, so that a removed file removes what it had published. */
export async function listFileEntries(tx: Tx) {
  const touched = tx
    .select({ one: sql`1` })
    .from(contentEditions)
    .where(and(eq(contentEditions.entryId, contentEntries.id), eq(contentEditions.origin, 'staff')))
  return tx
    .select({ id: contentEntries.id, kind: contentEntries.kind, slug: contentEntries.slug })
    .from(contentEntries)
    .where(and(notExists(touched), sql`${contentEntries.goneAt} IS NULL`))
}

export async function deleteEntry(tx: Tx, id: string) {
  await tx.delete(contentEditions).where(eq(contentEditions.entryId, id))
  await tx.delete(contentEntries).where(eq(contentEntries.id, id))
}

export async function listLiveEntries(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ entryId: contentEditions.entryId })
    .from(contentEditions)
    .where(and(inArray(contentEditions.state, LIVE), isNotNull(contentEditions.publishedAt)))
  return rows.map(({ entryId }) => entryId)
}

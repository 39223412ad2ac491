import { and, eq, gt, inArray, max } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import type { SearchType } from './search.schemas.ts'
import { searchDocuments } from './search.table.ts'
import { foldedWords } from './vietnamese-text.ts'

/** A thing to be found, as whoever publishes it describes it. */
export type SearchDocument = {
  type: SearchType
  slug: string
  code: string | null
  /** Predecessor codes and document numbers that lead here too. */
  otherCodes: string[]
  title: string
  plainTitle: string
  summary: string
  /** Other wordings people use for it. */
  terms: string[]
  body: string
  /** Only a name and a link are known. */
  listedOnly: boolean
}

/** Makes a thing findable, in the same transaction that publishes it. */
export async function indexDocument(tx: Tx, document: SearchDocument) {
  const { type, slug, code, title, summary, listedOnly } = document
  const row = {
    type,
    slug,
    code,
    title,
    summary,
    names: JSON.stringify([...new Set([document.plainTitle, title, ...document.terms])]),
    codes: JSON.stringify([...new Set([...(code === null ? [] : [code]), ...document.otherCodes])]),
    body: [...new Set(foldedWords(`${summary}\n${document.body}`))].join(' '),
    listedOnly,
    isRemoved: false,
    generation: await nextGeneration(tx),
  }
  await tx
    .insert(searchDocuments)
    .values(row)
    .onConflictDoUpdate({ target: [searchDocuments.type, searchDocuments.slug], set: row })
}

export async function removeDocument(tx: Tx, { types, slug }: { types: SearchType[]; slug: string }) {
  await tx
    .update(searchDocuments)
    .set({ isRemoved: true, generation: await nextGeneration(tx) })
    .where(
      and(inArray(searchDocuments.type, types), eq(searchDocuments.slug, slug), eq(searchDocuments.isRemoved, false)),
    )
}

async function nextGeneration(tx: Tx) {
  const [row] = await tx.select({ newest: max(searchDocuments.generation) }).from(searchDocuments)
  return (row?.newest ?? 0) + 1
}

export async function listChangedSince(db: Db, generation: number) {
  return db
    .select()
    .from(searchDocuments)
    .where(gt(searchDocuments.generation, generation))
    .orderBy(searchDocuments.generation)
}

/** The wordings a phone needs to search without a network. */
export async function listTerms(db: Db) {
  const rows = await db
    .select({ type: searchDocuments.type, slug: searchDocuments.slug, names: searchDocuments.names })
    .from(searchDocuments)
    .where(eq(searchDocuments.isRemoved, false))
  return rows.map(({ type, slug, names }) => ({ type, slug, words: (JSON.parse(names) as string[]).join(' | ') }))
}

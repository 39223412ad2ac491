import { and, eq } from 'drizzle-orm'
import type { SearchWords } from '../content/seed-item.ts'
import type { Db, Tx } from '../db/database.ts'
import { searchDocuments } from './search.table.ts'

export async function indexDocument(tx: Tx, doc: SearchWords & { slug: string; code: string | null; title: string }) {
  const row = {
    type: doc.type,
    slug: doc.slug,
    code: doc.code,
    title: doc.title,
    summary: doc.summary,
    terms: doc.terms.join(' | '),
  }
  await tx
    .insert(searchDocuments)
    .values(row)
    .onConflictDoUpdate({ target: [searchDocuments.type, searchDocuments.slug], set: row })
}

export async function removeDocument(tx: Tx, { type, slug }: { type: string; slug: string }) {
  await tx.delete(searchDocuments).where(and(eq(searchDocuments.type, type), eq(searchDocuments.slug, slug)))
}

export async function listTerms(db: Db) {
  const rows = await db
    .select({ type: searchDocuments.type, slug: searchDocuments.slug, words: searchDocuments.terms })
    .from(searchDocuments)
  return rows
}

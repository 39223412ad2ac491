import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const CONTENT_KINDS = ['procedure', 'article', 'document', 'index', 'situation', 'column', 'calendar'] as const
export type ContentKind = (typeof CONTENT_KINDS)[number]

/**
 * One thing that can be read. `reply` and `summary` are the JSON that leaves for it, made when an edition
 * goes live, so that a read is one row and no work.
 */
export const contentItems = sqliteTable(
  'content_items',
  {
    id: text().primaryKey(),
    kind: text({ enum: CONTENT_KINDS }).notNull(),
    slug: text().notNull(),
    /** Procedure code, article key or document number: what people quote. */
    code: text(),
    title: text().notNull(),
    sortKey: text().notNull(),
    /** The list a thing is filtered by: a procedure's field, an article's column. */
    section: text(),
    summary: text().notNull(),
    reply: text().notNull(),
  },
  (table) => [
    uniqueIndex('content_items_kind_slug').on(table.kind, table.slug),
    index('content_items_kind_code').on(table.kind, table.code),
    index('content_items_kind_sort').on(table.kind, table.sortKey, table.id),
  ],
)

/** What was written, edition by edition. The live one has no `supersededAt`. */
export const contentEditions = sqliteTable(
  'content_editions',
  {
    id: text().primaryKey(),
    itemId: text()
      .notNull()
      .references(() => contentItems.id),
    number: integer().notNull(),
    body: text().notNull(),
    bodyHash: text().notNull(),
    origin: text({ enum: ['file', 'staff'] }).notNull(),
    publishedAt: text().notNull(),
    supersededAt: text(),
  },
  (table) => [
    uniqueIndex('content_editions_item_number').on(table.itemId, table.number),
    uniqueIndex('content_editions_live').on(table.itemId).where(sql`superseded_at IS NULL`),
  ],
)

/** One row: what the content folder was when it was last loaded, so that an unchanged one is not read again. */
export const contentLoads = sqliteTable('content_loads', {
  id: integer().primaryKey(),
  fingerprint: text().notNull(),
  loadedAt: text().notNull(),
})

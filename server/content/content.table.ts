import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { EDITION_STATES } from './editions.schemas.ts'

export const CONTENT_KINDS = [
  'procedure',
  'article',
  'document',
  'index',
  'situation',
  'answer',
  'announcement',
  'column',
  'calendar',
] as const
export type ContentKind = (typeof CONTENT_KINDS)[number]

/** One thing somebody writes and looks after, public or not yet. It keeps its id and its name through all editions. */
export const contentEntries = sqliteTable(
  'content_entries',
  {
    id: text().primaryKey(),
    kind: text({ enum: CONTENT_KINDS }).notNull(),
    slug: text().notNull(),
    /** Whose people write it and see its drafts. */
    unitId: text().notNull(),
    /** Who is reminded when it is due for review. */
    ownerId: text(),
    createdAt: text().notNull(),
    /** Set when it was taken off: its address answers 410, or leads to `goneTo`, a path of the app. */
    goneAt: text(),
    goneTo: text(),
  },
  (table) => [
    uniqueIndex('content_entries_kind_slug').on(table.kind, table.slug),
    index('content_entries_unit').on(table.unitId, table.kind),
  ],
)

/** What was written, edition by edition: at most one of them is live and at most one is being worked on. */
export const contentEditions = sqliteTable(
  'content_editions',
  {
    id: text().primaryKey(),
    entryId: text()
      .notNull()
      .references(() => contentEntries.id),
    number: integer().notNull(),
    state: text({ enum: EDITION_STATES }).notNull(),
    /** Grows with every change of the row: what `If-Match` is compared with. */
    version: integer().notNull(),
    origin: text({ enum: ['file', 'staff'] }).notNull(),
    title: text().notNull(),
    body: text().notNull(),
    bodyHash: text().notNull(),
    /** Folded words of the title and the text, for looking through drafts. */
    folded: text().notNull(),
    reviewBy: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
    /** JSON array of staff ids: everybody who has written in it, none of whom may approve or publish it. */
    authors: text().notNull(),
    submittedBy: text(),
    approvedBy: text(),
    changeKind: text({ enum: ['major', 'minor'] }),
    changeNote: text(),
    /** When it is to go out, ISO 8601 in UTC. */
    scheduledFor: text(),
    scheduledBy: text(),
    publishedAt: text(),
    publishedBy: text(),
    /** Why one person alone published it; until `secondLookBy` is set it waits for a second one (hậu kiểm). */
    urgentReason: text(),
    secondLookBy: text(),
    supersededAt: text(),
    withdrawnOn: text(),
    withdrawnReason: text(),
  },
  (table) => [
    uniqueIndex('content_editions_entry_number').on(table.entryId, table.number),
    uniqueIndex('content_editions_one_live').on(table.entryId).where(sql`state IN ('published', 'withdrawn')`),
    uniqueIndex('content_editions_one_open')
      .on(table.entryId)
      .where(sql`state IN ('draft', 'submitted', 'returned', 'approved', 'scheduled')`),
    index('content_editions_state').on(table.state, table.updatedAt, table.id),
    index('content_editions_updated').on(table.updatedAt, table.id),
    index('content_editions_scheduled').on(table.scheduledFor).where(sql`state = 'scheduled'`),
    index('content_editions_review').on(table.reviewBy).where(sql`state = 'published'`),
  ],
)

/**
 * What is public. `reply` and `summary` are the JSON that leaves for it, made when an edition goes live, so that
 * a read is one row and no work.
 */
export const contentItems = sqliteTable(
  'content_items',
  {
    /** The entry's. */
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
    replyHash: text().notNull().default(''),
    /** A withdrawn thing is still read by its address, but no list and no search leads to it. */
    isListed: integer({ mode: 'boolean' }).notNull().default(true),
  },
  (table) => [
    uniqueIndex('content_items_kind_slug').on(table.kind, table.slug),
    index('content_items_kind_code').on(table.kind, table.code),
    index('content_items_kind_sort').on(table.kind, table.sortKey, table.id),
  ],
)

/** Which public things name which others: their replies carry each other's titles. */
export const contentReferences = sqliteTable(
  'content_references',
  {
    entryId: text().notNull(),
    /** `kind:slug`, `procedure:code`, or `number:` and a document's number. */
    name: text().notNull(),
    role: text({ enum: ['replacedBy'] }),
  },
  (table) => [
    primaryKey({ columns: [table.entryId, table.name] }),
    index('content_references_name').on(table.name, table.role),
  ],
)

/** One row: what the content folder was when it was last loaded, so that an unchanged one is not read again. */
export const contentLoads = sqliteTable('content_loads', {
  id: integer().primaryKey(),
  fingerprint: text().notNull(),
  loadedAt: text().notNull(),
})

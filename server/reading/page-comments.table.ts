import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { COMMENT_STATES } from './page-comments.schemas.ts'
import { READ_KINDS } from './reading.schemas.ts'

/** What people said of a page, masked before it came here; nothing tells who said it. */
export const pageComments = sqliteTable(
  'page_comments',
  {
    id: text().primaryKey(),
    kind: text({ enum: READ_KINDS }).notNull(),
    slug: text().notNull(),
    /** Whose people look after the page. */
    unitId: text().notNull(),
    isUseful: integer({ mode: 'boolean' }).notNull(),
    /** Empty when only a button was pressed. */
    comment: text().notNull(),
    at: text().notNull(),
    state: text({ enum: COMMENT_STATES }).notNull(),
    note: text().notNull(),
    handledBy: text(),
    version: integer().notNull(),
  },
  (table) => [
    index('page_comments_state').on(table.state, table.id),
    index('page_comments_page').on(table.kind, table.slug, table.id),
  ],
)

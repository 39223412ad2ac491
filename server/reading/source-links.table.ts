import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Addresses handed out by a unit (a poster, a post), so that it learns how many came by them. */
export const sourceLinks = sqliteTable(
  'source_links',
  {
    code: text().primaryKey(),
    unitId: text().notNull(),
    label: text().notNull(),
    /** Where in the app it leads. */
    path: text().notNull(),
    createdBy: text().notNull(),
    createdAt: text().notNull(),
    closedAt: text(),
  },
  (table) => [index('source_links_unit').on(table.unitId, table.createdAt)],
)

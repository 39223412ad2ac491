import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Questions nobody could answer, counted by day in their folded form; numbers and addresses are masked before. */
export const searchMisses = sqliteTable(
  'search_misses',
  {
    day: text().notNull(),
    query: text().notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.query] })],
)

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** One row, rewritten to prove that the file can still be written. */
export const heartbeat = sqliteTable('heartbeat', {
  id: integer().primaryKey(),
  at: text().notNull(),
})

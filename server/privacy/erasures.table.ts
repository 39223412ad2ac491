import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Whose data this database has erased; the ledger beside it may know of more after a restore. */
export const citizenErasures = sqliteTable('citizen_erasures', {
  citizenId: text().primaryKey(),
  at: text().notNull(),
})

/** Events of the Mini App that were carried out, by their key in the inbox, so that one sent twice is done once. */
export const miniAppEvents = sqliteTable(
  'mini_app_events',
  { hash: text().primaryKey(), at: text().notNull() },
  (table) => [index('mini_app_events_at').on(table.at)],
)

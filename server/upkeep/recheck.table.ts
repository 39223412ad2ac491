import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { RECHECK_OUTCOMES } from './recheck.schemas.ts'

/** An official list of procedures compared with what we say. */
export const rechecks = sqliteTable(
  'rechecks',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    exportedOn: text().notNull(),
    unitId: text().notNull(),
    createdBy: text().notNull(),
    createdAt: text().notNull(),
    version: integer().notNull(),
    changed: integer().notNull(),
    same: integer().notNull(),
    new: integer().notNull(),
    missing: integer().notNull(),
    elsewhere: integer().notNull(),
  },
  (table) => [index('rechecks_unit').on(table.unitId, table.id)],
)

export const recheckRows = sqliteTable(
  'recheck_rows',
  {
    recheckId: text()
      .notNull()
      .references(() => rechecks.id),
    code: text().notNull(),
    outcome: text({ enum: RECHECK_OUTCOMES }).notNull(),
    title: text().notNull(),
    entryId: text(),
    /** The live edition it was compared with. */
    editionId: text(),
    /** JSON: the fields that differ, before and after, as texts. */
    fields: text().notNull(),
    /** JSON: what the export says. */
    told: text().notNull(),
    draftId: text(),
  },
  (table) => [
    primaryKey({ columns: [table.recheckId, table.code] }),
    index('recheck_rows_outcome').on(table.recheckId, table.outcome, table.code),
  ],
)

import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { contentEntries } from '../content/content.table.ts'
import { LINK_PROBLEMS, LINK_STATES } from './links.schemas.ts'

/** What each address answered when it was last asked. */
export const linkChecks = sqliteTable(
  'link_checks',
  {
    /** A web address without its fragment, or the name of a page of ours. */
    address: text().primaryKey(),
    state: text({ enum: LINK_STATES }).notNull(),
    status: integer(),
    problem: text({ enum: LINK_PROBLEMS }),
    movedTo: text(),
    /** Nights in a row without an answer, and the last day that was counted. */
    failedNights: integer().notNull(),
    failedOn: text(),
    checkedAt: text().notNull(),
  },
  (table) => [index('link_checks_state').on(table.state, table.address)],
)

/** Where each address stands; a use of an edition that is no longer live is not shown. */
export const linkUses = sqliteTable(
  'link_uses',
  {
    address: text().notNull(),
    editionId: text().notNull(),
    entryId: text()
      .notNull()
      .references(() => contentEntries.id, { onDelete: 'cascade' }),
    field: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.address, table.editionId] }),
    index('link_uses_edition').on(table.editionId),
    index('link_uses_entry').on(table.entryId),
  ],
)

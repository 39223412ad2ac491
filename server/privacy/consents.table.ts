import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { CONSENT_ACTS, CONSENT_CHANNELS, CONSENT_PURPOSES } from './consents.schemas.ts'

/**
 * Who agreed to what, and who took it back: the newest row for a person and a purpose is how it stands. Rows are
 * added, never changed (triggers of the migration), and stay as evidence when the citizen has been erased.
 */
export const consents = sqliteTable(
  'consents',
  {
    id: text().primaryKey(),
    citizenId: text().notNull(),
    purpose: text({ enum: CONSENT_PURPOSES }).notNull(),
    act: text({ enum: CONSENT_ACTS }).notNull(),
    textVersion: integer().notNull(),
    textHash: text().notNull(),
    channel: text({ enum: CONSENT_CHANNELS }).notNull(),
    /** Given by a parent or guardian of somebody under 16. */
    isGuardian: integer({ mode: 'boolean' }).notNull(),
    at: text().notNull(),
  },
  (table) => [
    index('consents_citizen').on(table.citizenId, table.purpose),
    // What was agreed to is pointed to together with whose it is.
    uniqueIndex('consents_whose').on(table.id, table.citizenId),
  ],
)

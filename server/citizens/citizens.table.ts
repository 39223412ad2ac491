import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { CITIZEN_KINDS } from './citizens.schemas.ts'

export const citizens = sqliteTable(
  'citizens',
  {
    id: text().primaryKey(),
    kind: text({ enum: CITIZEN_KINDS }).notNull(),
    /** Blind index of the id that Zalo gives for our app; nothing for a device. */
    zaloIndex: text(),
    /** The same id sealed, for writing to the person through Zalo. */
    zaloIdSealed: text(),
    createdAt: text().notNull(),
  },
  (table) => [uniqueIndex('citizens_zalo').on(table.zaloIndex)],
)

export const citizenSessions = sqliteTable(
  'citizen_sessions',
  {
    id: text().primaryKey(),
    citizenId: text()
      .notNull()
      .references(() => citizens.id, { onDelete: 'cascade' }),
    kind: text({ enum: CITIZEN_KINDS }).notNull(),
    /** SHA-256 of what the device holds. */
    tokenHash: text().notNull(),
    createdAt: text().notNull(),
    expiresAt: text().notNull(),
    lastSeenAt: text().notNull(),
    revokedAt: text(),
  },
  (table) => [
    uniqueIndex('citizen_sessions_token').on(table.tokenHash),
    index('citizen_sessions_citizen').on(table.citizenId),
    index('citizen_sessions_expires').on(table.expiresAt),
  ],
)

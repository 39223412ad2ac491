import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { MESSAGE_STATES, MESSAGE_TEMPLATES } from './outbox.schemas.ts'

/** What is to be told to people, written in the transaction of what it tells of; sent afterwards, once. */
export const outboxMessages = sqliteTable(
  'outbox_messages',
  {
    id: text().primaryKey(),
    /** The same thing is told once, however often it is asked for. */
    dedupeKey: text().notNull(),
    citizenId: text().notNull(),
    template: text({ enum: MESSAGE_TEMPLATES }).notNull(),
    /** JSON: what the words are filled with. Never a name, a number or a text of a person. */
    params: text().notNull(),
    state: text({ enum: MESSAGE_STATES }).notNull(),
    attempts: integer().notNull(),
    nextAt: text().notNull(),
    createdAt: text().notNull(),
    sentAt: text(),
    problem: text(),
  },
  (table) => [
    uniqueIndex('outbox_messages_dedupe').on(table.dedupeKey),
    index('outbox_messages_waiting').on(table.state, table.nextAt),
    index('outbox_messages_citizen').on(table.citizenId),
  ],
)

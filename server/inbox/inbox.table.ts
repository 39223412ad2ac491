import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { MESSAGE_TEMPLATES } from '../outbox/outbox.schemas.ts'

/** What a person finds in the app under "Tin của tôi". */
export const inboxMessages = sqliteTable(
  'inbox_messages',
  {
    /** That of the outbox message, so that sending it twice leaves one. */
    id: text().primaryKey(),
    citizenId: text().notNull(),
    template: text({ enum: MESSAGE_TEMPLATES }).notNull(),
    params: text().notNull(),
    at: text().notNull(),
    readAt: text(),
  },
  (table) => [index('inbox_messages_citizen').on(table.citizenId, table.id)],
)

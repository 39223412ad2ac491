import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { ANSWER_BANDS, CHANNELS } from '../chat/chat.schemas.ts'
import { chatPeople } from '../chat/chat.table.ts'
import { HANDOFF_REASONS, HANDOFF_STATES, VOTES } from './conversations.schemas.ts'

/** Somebody who wants to talk with an officer. */
export const chatHandoffs = sqliteTable(
  'chat_handoffs',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => chatPeople.id, { onDelete: 'cascade' }),
    /** Told to the person, so that both name the same thing. */
    ticket: integer().notNull(),
    reason: text({ enum: HANDOFF_REASONS }).notNull(),
    state: text({ enum: HANDOFF_STATES }).notNull(),
    askedAt: text().notNull(),
    claimedBy: text(),
    claimedAt: text(),
    /** Of the last word of either side: silence gives the person back to the bot. */
    lastWordAt: text().notNull(),
    endedAt: text(),
    /** How they found it, 1 to 5, when they told. */
    rating: integer(),
    version: integer().notNull(),
  },
  (table) => [
    index('chat_handoffs_state').on(table.state, table.askedAt),
    index('chat_handoffs_person').on(table.personId, table.state),
    index('chat_handoffs_asked').on(table.askedAt),
    index('chat_handoffs_ticket').on(table.ticket),
  ],
)

/** A question and what the bot made of it: without who asked. Numbers that could name a person are masked. */
export const chatQuestions = sqliteTable(
  'chat_questions',
  {
    id: text().primaryKey(),
    at: text().notNull(),
    channel: text({ enum: CHANNELS }).notNull(),
    text: text().notNull(),
    folded: text().notNull(),
    band: text({ enum: ANSWER_BANDS }).notNull(),
    /** What was answered with, `procedure:1.005092`. */
    answeredWith: text(),
    vote: text({ enum: VOTES }),
    /** Staff have seen to it. */
    settledAt: text(),
  },
  (table) => [
    index('chat_questions_band').on(table.band, table.settledAt, table.at),
    index('chat_questions_at').on(table.at),
  ],
)

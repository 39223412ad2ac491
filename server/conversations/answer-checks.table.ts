import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The reviewed questions asked of what is published, each time that has changed. */
export const chatAnswerChecks = sqliteTable(
  'chat_answer_checks',
  {
    id: text().primaryKey(),
    at: text().notNull(),
    /** What was published, and what was asked: the same two are not tried twice. */
    contentMark: text().notNull(),
    questionsMark: text().notNull(),
    questions: integer().notNull(),
    /** Whose answer came first, and among the first three. */
    first: integer().notNull(),
    amongThree: integer().notNull(),
    /** JSON: the questions that were missed, and what was found in place of what was expected. */
    missed: text().notNull(),
    /** Not noticeably worse than the last good one with the same questions. */
    isGood: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [index('chat_answer_checks_at').on(table.at)],
)

import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { reports } from './reports.table.ts'

const reportId = () =>
  text()
    .notNull()
    .references(() => reports.id)

/** What the office answers, one a round; whoever drafted it does not approve it. */
export const reportAnswers = sqliteTable(
  'report_answers',
  {
    reportId: reportId(),
    round: integer().notNull(),
    text: text().notNull(),
    /** JSON: everybody who wrote in it, the last one last. */
    authors: text().notNull(),
    approvedBy: text(),
    /** The day on which it goes out with others; nothing: at once. */
    answerDay: text(),
    sentAt: text(),
  },
  (table) => [
    primaryKey({ columns: [table.reportId, table.round] }),
    index('report_answers_day').on(table.answerDay, table.sentAt),
  ],
)

/** What everybody may read of an answered report: texts of its own, looked over by staff. */
export const publicReports = sqliteTable(
  'public_reports',
  {
    reportId: text()
      .primaryKey()
      .references(() => reports.id),
    code: text().notNull(),
    title: text().notNull(),
    content: text().notNull(),
    answer: text().notNull(),
    /** Title and content, folded: what it is searched by. */
    folded: text().notNull(),
    categoryId: text().notNull(),
    unitId: text().notNull(),
    receivedOn: text().notNull(),
    answeredOn: text().notNull(),
    publishedAt: text().notNull(),
    publishedBy: text().notNull(),
    /** Why it was taken off again; the row stays. */
    hiddenReason: text(),
    version: integer().notNull(),
  },
  (table) => [
    index('public_reports_newest').on(table.publishedAt),
    index('public_reports_category').on(table.categoryId, table.publishedAt),
    index('public_reports_unit').on(table.unitId, table.publishedAt),
  ],
)

/** "Tôi cũng gặp": who wants to hear the answer too, once a person. */
export const reportFollows = sqliteTable(
  'report_follows',
  { reportId: reportId(), citizenId: text().notNull(), at: text().notNull() },
  (table) => [
    primaryKey({ columns: [table.reportId, table.citizenId] }),
    index('report_follows_citizen').on(table.citizenId),
  ],
)

/** One a round, by the sender. */
export const reportRatings = sqliteTable(
  'report_ratings',
  {
    reportId: reportId(),
    round: integer().notNull(),
    stars: integer().notNull(),
    comment: text().notNull(),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.round] })],
)

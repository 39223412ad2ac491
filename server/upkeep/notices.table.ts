import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { contentEntries } from '../content/content.table.ts'
import { reports } from '../feedback/reports.table.ts'
import { staff } from '../staff/staff.table.ts'
import { NOTICE_KINDS } from './notices.schemas.ts'

/** What a member of staff is told inside the staff web. */
export const notices = sqliteTable(
  'notices',
  {
    id: text().primaryKey(),
    staffId: text()
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    kind: text({ enum: NOTICE_KINDS }).notNull(),
    /** What it is about: a page, or a report in one of its rounds. */
    entryId: text().references(() => contentEntries.id, { onDelete: 'cascade' }),
    reportId: text().references(() => reports.id, { onDelete: 'cascade' }),
    round: integer(),
    dueOn: text().notNull(),
    at: text().notNull(),
    readAt: text(),
  },
  (table) => [
    // The same thing is told once, however often the clock comes by.
    uniqueIndex('notices_once').on(table.staffId, table.kind, table.entryId, table.dueOn),
    uniqueIndex('notices_once_a_round').on(table.reportId, table.kind, table.round, table.staffId),
    index('notices_staff').on(table.staffId, table.at, table.id),
    index('notices_entry').on(table.entryId),
  ],
)

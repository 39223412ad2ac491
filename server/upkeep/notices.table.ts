import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { contentEntries } from '../content/content.table.ts'
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
    entryId: text()
      .notNull()
      .references(() => contentEntries.id, { onDelete: 'cascade' }),
    dueOn: text().notNull(),
    at: text().notNull(),
    readAt: text(),
  },
  (table) => [
    // The same thing is told once, however often the clock comes by.
    uniqueIndex('notices_once').on(table.staffId, table.kind, table.entryId, table.dueOn),
    index('notices_staff').on(table.staffId, table.at, table.id),
    index('notices_entry').on(table.entryId),
  ],
)

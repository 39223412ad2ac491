import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Who changed what and when, with the values before and after. Rows are added, never changed. */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    id: text().primaryKey(),
    at: text().notNull(),
    /** Staff id, `citizen` for whichever of them, or `system` for what happens by the clock. */
    actorId: text().notNull(),
    actorName: text().notNull(),
    /** `session` or the id of the token that was shown; for a citizen `zalo` or `device`. */
    via: text().notNull(),
    action: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: text().notNull(),
    /** The unit whose people may read this row. */
    unitId: text(),
    /** JSON, or nothing where nothing was there before. Never a password, a token or a contact. */
    before: text(),
    after: text(),
    remark: text(),
  },
  (table) => [
    index('audit_entries_subject').on(table.subjectKind, table.subjectId, table.id),
    index('audit_entries_unit').on(table.unitId, table.id),
  ],
)

import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { contentItems } from '../content/content.table.ts'

/** Codes die and are replaced, sometimes by several: every code ever used leads to what stands in its place. */
export const procedureCodes = sqliteTable(
  'procedure_codes',
  {
    code: text().notNull(),
    itemId: text()
      .notNull()
      .references(() => contentItems.id),
    isCurrent: integer({ mode: 'boolean' }).notNull(),
    reason: text(),
    /** Which successor comes first when there are several. */
    position: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.itemId] }), index('procedure_codes_item').on(table.itemId)],
)

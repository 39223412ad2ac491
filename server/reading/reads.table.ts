import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { READ_KINDS } from './reading.schemas.ts'

/** How often a thing was opened, by day of Vietnam and the link that led to the app. Nothing tells who read. */
export const pageReads = sqliteTable(
  'page_reads',
  {
    day: text().notNull(),
    kind: text({ enum: READ_KINDS }).notNull(),
    slug: text().notNull(),
    /** The unit whose link it was; empty without one. */
    unitId: text().notNull(),
    src: text().notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.kind, table.slug, table.unitId, table.src] })],
)

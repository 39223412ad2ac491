import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * Pictures of texts, after re-encoding, under the hash of their bytes: an address never shows anything else.
 * They live in the database so that a backup holds the texts and their pictures of one moment.
 */
export const images = sqliteTable(
  'images',
  {
    hash: text().primaryKey(),
    bytes: blob({ mode: 'buffer' }).notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    unitId: text().notNull(),
    createdBy: text().notNull(),
    createdAt: text().notNull(),
  },
  (table) => [index('images_unit').on(table.unitId, table.createdAt)],
)

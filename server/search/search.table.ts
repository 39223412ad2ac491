import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const searchDocuments = sqliteTable(
  'search_documents',
  {
    id: integer().primaryKey(),
    type: text().notNull(),
    slug: text().notNull(),
    code: text(),
    title: text().notNull(),
    summary: text().notNull(),
    terms: text().notNull(),
  },
  (table) => [uniqueIndex('search_documents_type_slug').on(table.type, table.slug)],
)

import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { SEARCH_TYPES } from './search.schemas.ts'

/**
 * What can be found, one row a thing, written with the thing itself. `generation` grows with every change, so
 * that the search process reads only what is new; a removed row stays as a mark that it has gone.
 */
export const searchDocuments = sqliteTable(
  'search_documents',
  {
    id: integer().primaryKey(),
    type: text({ enum: SEARCH_TYPES }).notNull(),
    slug: text().notNull(),
    code: text(),
    title: text().notNull(),
    summary: text().notNull(),
    /** JSON array: the title and every other wording people use for it. */
    names: text().notNull(),
    /** JSON array: numbers that lead here, its own and those it has replaced. */
    codes: text().notNull(),
    /** Folded words of everything it says. */
    body: text().notNull(),
    listedOnly: integer({ mode: 'boolean' }).notNull(),
    isRemoved: integer({ mode: 'boolean' }).notNull(),
    generation: integer().notNull(),
  },
  (table) => [
    uniqueIndex('search_documents_type_slug').on(table.type, table.slug),
    index('search_documents_generation').on(table.generation),
  ],
)

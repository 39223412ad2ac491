import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { contentEntries } from '../content/content.table.ts'

/** Addresses under which somebody without an account may read a draft, until they are revoked or run out. */
export const previewLinks = sqliteTable(
  'preview_links',
  {
    id: text().primaryKey(),
    entryId: text()
      .notNull()
      .references(() => contentEntries.id),
    /** SHA-256 of the token, which is shown once. */
    tokenHash: text().notNull(),
    label: text().notNull(),
    createdBy: text().notNull(),
    createdAt: text().notNull(),
    expiresAt: text().notNull(),
    revokedAt: text(),
  },
  (table) => [
    uniqueIndex('preview_links_token').on(table.tokenHash),
    index('preview_links_entry').on(table.entryId, table.createdAt),
  ],
)

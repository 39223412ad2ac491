import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Answers to keyed requests, so that a repeated one is answered and not done again. Kept for two days. */
export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    actorId: text().notNull(),
    key: text().notNull(),
    requestHash: text().notNull(),
    /** JSON; nothing while the first request is under way, or when its answer is a secret shown once. */
    reply: text(),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.actorId, table.key] }), index('idempotency_keys_at').on(table.at)],
)

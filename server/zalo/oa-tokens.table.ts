import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The pair of tokens of one Official Account. A refresh token is good for one use, so one row and one refresher. */
export const oaTokens = sqliteTable('oa_tokens', {
  oaId: text().primaryKey(),
  accessSealed: text().notNull(),
  refreshSealed: text().notNull(),
  accessExpiresAt: text().notNull(),
  /** A refresh token lives for three months from here. */
  refreshedAt: text().notNull(),
  /** Grows with every pair. */
  version: integer().notNull(),
  /** `in_flight` is written before Zalo is asked: whoever finds it after a crash knows that the answer was lost. */
  state: text({ enum: ['ready', 'in_flight', 'needs_reauth'] }).notNull(),
  inFlightSince: text(),
  problem: text(),
})

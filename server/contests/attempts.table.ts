import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { ATTEMPT_STATES } from './contests.schemas.ts'
import { contestEntries, contestRounds } from './contests.table.ts'

/**
 * One paper of one person, one row, changed by statements that carry their own conditions. Times are milliseconds
 * since 1970 by the server's clock.
 */
export const contestAttempts = sqliteTable(
  'contest_attempts',
  {
    id: text().primaryKey(),
    roundId: text()
      .notNull()
      .references(() => contestRounds.id),
    entryId: text()
      .notNull()
      .references(() => contestEntries.id),
    number: integer().notNull(),
    state: text({ enum: ATTEMPT_STATES }).notNull(),
    startedMs: integer().notNull(),
    /** min(start + limit, closing), fixed at the start and never moved. */
    deadlineMs: integer().notNull(),
    /** Questions and their options in the order shown: `12:2031;5:10;…` is place in the pool, then options' places. */
    paper: text().notNull(),
    /** By the paper's order, options as shown: `0,,13,2031`. */
    sheet: text().notNull(),
    /** The highest number a phone has sent with a sheet. */
    sheetSeq: integer().notNull(),
    prediction: integer(),
    savedMs: integer(),
    submittedMs: integer(),
    /** Marks of the sheet when it was submitted; how it counts in a result stands there. */
    score: integer(),
  },
  (table) => [
    uniqueIndex('contest_attempts_number').on(table.roundId, table.entryId, table.number),
    index('contest_attempts_state').on(table.roundId, table.state, table.deadlineMs),
    index('contest_attempts_entry').on(table.entryId),
  ],
)

/**
 * What happened, in the order it was committed: one row for all that one commit carried, chained by hashes, so that
 * a changed byte anywhere is found and every score can be computed again from here alone. Rows are never changed.
 */
export const contestEvents = sqliteTable('contest_events', {
  seq: integer().primaryKey({ autoIncrement: true }),
  atMs: integer().notNull(),
  /** Lines of JSON, one event each; `event-chain.rules.ts` says which. Nothing in them tells who somebody is. */
  events: text().notNull(),
  prevHash: text().notNull(),
  /** SHA-256 of prevHash, atMs and events. */
  hash: text().notNull(),
})

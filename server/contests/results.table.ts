import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { COMPLAINT_STATES, RESULT_STATES } from './contests.schemas.ts'
import { contestEntries, contestRounds, contests } from './contests.table.ts'

/** One computing of a round's ranking, or the whole contest's; never changed, a later one stands beside it. */
export const contestResults = sqliteTable(
  'contest_results',
  {
    id: text().primaryKey(),
    contestId: text()
      .notNull()
      .references(() => contests.id),
    /** Nothing for the whole contest. */
    roundId: text().references(() => contestRounds.id),
    number: integer().notNull(),
    state: text({ enum: RESULT_STATES }).notNull(),
    madeAt: text().notNull(),
    madeBy: text(),
    /** Why there is another one after the official. */
    reason: text(),
    /** What a prediction is measured against; nothing without one. */
    entrants: integer().notNull(),
    allCorrect: integer().notNull(),
    /** Of the rows in their order, the number before included: two computings that agree have the same. */
    hash: text().notNull(),
    /** HMAC of the hash with the service's key, who signed and when; nothing while provisional. */
    signature: text(),
    signedBy: text(),
    signedAt: text(),
    /** The last event it counts. */
    lastSeq: integer().notNull(),
  },
  (table) => [
    uniqueIndex('contest_results_number').on(table.contestId, table.roundId, table.number),
    index('contest_results_state').on(table.contestId, table.state),
  ],
)

export const resultRows = sqliteTable(
  'result_rows',
  {
    resultId: text()
      .notNull()
      .references(() => contestResults.id, { onDelete: 'cascade' }),
    entryId: text()
      .notNull()
      .references(() => contestEntries.id),
    blockId: text().notNull(),
    /** Place in the block's list; ranks are shared, places are not. */
    place: integer().notNull(),
    rank: integer().notNull(),
    attemptId: text().notNull(),
    score: integer().notNull(),
    outOf: integer().notNull(),
    prediction: integer(),
    /** How far off the prediction was. */
    distance: integer(),
    takenMs: integer().notNull(),
    submittedMs: integer().notNull(),
    /** Number drawn for it, where the draw decided. */
    draw: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.resultId, table.entryId] }),
    index('result_rows_place').on(table.resultId, table.blockId, table.place),
    index('result_rows_entry').on(table.entryId),
  ],
)

export const resultUnits = sqliteTable(
  'result_units',
  {
    resultId: text()
      .notNull()
      .references(() => contestResults.id, { onDelete: 'cascade' }),
    unitId: text().notNull(),
    blockId: text().notNull(),
    /** Nothing for a unit that is listed apart. */
    rank: integer(),
    apart: text({ enum: ['too_small', 'too_few', 'no_headcount'] }),
    headcount: integer(),
    participants: integer().notNull(),
    /** 0 to 1. */
    participation: real(),
    /** Mean share of marks, 0 to 1. */
    quality: real().notNull(),
    points: real(),
  },
  (table) => [primaryKey({ columns: [table.resultId, table.blockId, table.unitId] })],
)

export const contestComplaints = sqliteTable(
  'contest_complaints',
  {
    id: text().primaryKey(),
    roundId: text()
      .notNull()
      .references(() => contestRounds.id),
    entryId: text()
      .notNull()
      .references(() => contestEntries.id),
    text: text().notNull(),
    state: text({ enum: COMPLAINT_STATES }).notNull(),
    answer: text(),
    answeredBy: text(),
    answeredAt: text(),
    createdAt: text().notNull(),
    version: integer().notNull(),
  },
  (table) => [
    index('contest_complaints_round').on(table.roundId, table.state, table.createdAt),
    index('contest_complaints_entry').on(table.entryId),
  ],
)

/** A proof anybody can check by its code; what it shows is masked. */
export const contestCertificates = sqliteTable(
  'contest_certificates',
  {
    code: text().primaryKey(),
    resultId: text()
      .notNull()
      .references(() => contestResults.id),
    entryId: text()
      .notNull()
      .references(() => contestEntries.id),
    issuedAt: text().notNull(),
    revokedAt: text(),
  },
  (table) => [uniqueIndex('contest_certificates_entry').on(table.resultId, table.entryId)],
)

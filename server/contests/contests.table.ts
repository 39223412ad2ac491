import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { questionVersions } from '../quizzes/questions.table.ts'
import { AGE_BANDS, CONTEST_STATES, ENTRY_STATUSES } from './contests.schemas.ts'

export const contests = sqliteTable(
  'contests',
  {
    id: text().primaryKey(),
    slug: text().notNull(),
    unitId: text().notNull(),
    /** Up to `scheduled` the contest's own; from then on the least of its rounds. */
    state: text({ enum: CONTEST_STATES }).notNull(),
    /** JSON: `ContestSettings`; fixed once it is scheduled, but for later closing times. */
    settings: text().notNull(),
    name: text().notNull(),
    /** Decides every draw. Its SHA-256 is published before the first round opens, it itself with the official result. */
    drawSeed: text().notNull(),
    /** JSON array of staff ids who have written it: none of them may review it. */
    authors: text().notNull(),
    reviewedBy: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
    version: integer().notNull(),
  },
  (table) => [uniqueIndex('contests_slug').on(table.slug), index('contests_state').on(table.state)],
)

const contestId = () =>
  text()
    .notNull()
    .references(() => contests.id, { onDelete: 'cascade' })

export const contestRounds = sqliteTable(
  'contest_rounds',
  {
    id: text().primaryKey(),
    contestId: contestId(),
    number: integer().notNull(),
    name: text().notNull(),
    opensAt: text().notNull(),
    closesAt: text().notNull(),
    state: text({ enum: CONTEST_STATES }).notNull(),
    /** Until when the provisional result may be disputed. */
    complaintsUntil: text(),
    version: integer().notNull(),
  },
  (table) => [
    uniqueIndex('contest_rounds_number').on(table.contestId, table.number),
    index('contest_rounds_state').on(table.state, table.closesAt),
  ],
)

const roundId = () =>
  text()
    .notNull()
    .references(() => contestRounds.id, { onDelete: 'cascade' })

/** What a block's papers are drawn from, frozen when the contest is scheduled. `place` names a question in a paper. */
export const contestPool = sqliteTable(
  'contest_pool',
  {
    roundId: roundId(),
    blockId: text().notNull(),
    place: integer().notNull(),
    versionId: text()
      .notNull()
      .references(() => questionVersions.id),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.blockId, table.place] }),
    index('contest_pool_version').on(table.versionId),
  ],
)

/** Taken out of the marking by a decision that everybody can read: each paper that has it gets its mark. */
export const contestVoids = sqliteTable(
  'contest_voids',
  {
    roundId: roundId(),
    versionId: text().notNull(),
    reason: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.versionId] })],
)

/** People a unit has told, by their staff or student code; the name helps a head to see who has not taken part. */
export const contestMembers = sqliteTable(
  'contest_members',
  {
    id: text().primaryKey(),
    contestId: contestId(),
    unitId: text().notNull(),
    blockId: text().notNull(),
    /** Blind index of the code within the contest. */
    codeMark: text().notNull(),
    /** Sealed: name and code. */
    sealed: text().notNull(),
    /** On the committee: may try a paper and is never ranked. */
    isOrganiser: integer({ mode: 'boolean' }).notNull(),
    addedAt: text().notNull(),
  },
  (table) => [
    uniqueIndex('contest_members_code').on(table.contestId, table.codeMark),
    index('contest_members_unit').on(table.contestId, table.unitId),
  ],
)

/** Somebody who asked to be told when a round opens, and before it closes. */
export const contestReminders = sqliteTable(
  'contest_reminders',
  { contestId: contestId(), citizenId: text().notNull(), at: text().notNull() },
  (table) => [
    primaryKey({ columns: [table.contestId, table.citizenId] }),
    index('contest_reminders_citizen').on(table.citizenId),
  ],
)

/** One person in one contest. */
export const contestEntries = sqliteTable(
  'contest_entries',
  {
    id: text().primaryKey(),
    contestId: contestId(),
    /** Nothing once the person's data is erased: the attempt stays, nobody's. */
    citizenId: text(),
    blockId: text().notNull(),
    unitId: text(),
    status: text({ enum: ENTRY_STATUSES }).notNull(),
    ageBand: text({ enum: AGE_BANDS }).notNull(),
    /** A parent has agreed by the one-time link. */
    guardianAgreedAt: text(),
    /** SHA-256 of the link's token; nothing when it is used or was not needed. */
    guardianTokenHash: text(),
    guardianExpiresAt: text(),
    /** Sealed whole name; nothing once erased. */
    nameSealed: text(),
    /** What a public ranking shows: made when entering, `public-name.ts`. */
    publicName: text().notNull(),
    codeMark: text(),
    consentId: text(),
    createdAt: text().notNull(),
  },
  (table) => [
    uniqueIndex('contest_entries_person').on(table.contestId, table.citizenId),
    index('contest_entries_code').on(table.contestId, table.codeMark),
    index('contest_entries_unit').on(table.contestId, table.unitId, table.blockId),
    index('contest_entries_status').on(table.contestId, table.status),
    index('contest_entries_citizen').on(table.citizenId),
    uniqueIndex('contest_entries_guardian').on(table.guardianTokenHash),
  ],
)

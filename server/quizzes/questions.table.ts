import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { DIFFICULTIES, QUESTION_FLAGS, QUESTION_KINDS, QUESTION_POOLS, VERSION_STATES } from './questions.schemas.ts'

export const quizTopics = sqliteTable('quiz_topics', {
  id: text().primaryKey(),
  name: text().notNull(),
  position: integer().notNull(),
})

/** One question somebody looks after; it keeps its id and its code through all versions. */
export const quizQuestions = sqliteTable(
  'quiz_questions',
  {
    id: text().primaryKey(),
    code: text().notNull(),
    unitId: text().notNull(),
    flag: text({ enum: QUESTION_FLAGS }),
    createdAt: text().notNull(),
    /** Taken out of use; papers drawn before still show it. */
    retiredAt: text(),
    /** Grows with every change of the question or its open version: what `If-Match` is compared with. */
    version: integer().notNull(),
  },
  (table) => [uniqueIndex('quiz_questions_code').on(table.code), index('quiz_questions_unit').on(table.unitId)],
)

/** What was asked, version by version. A published one never changes, so that old papers stay what they were. */
export const questionVersions = sqliteTable(
  'question_versions',
  {
    id: text().primaryKey(),
    questionId: text()
      .notNull()
      .references(() => quizQuestions.id),
    number: integer().notNull(),
    state: text({ enum: VERSION_STATES }).notNull(),
    kind: text({ enum: QUESTION_KINDS }).notNull(),
    topic: text().notNull(),
    difficulty: text({ enum: DIFFICULTIES }).notNull(),
    pool: text({ enum: QUESTION_POOLS }).notNull(),
    /** JSON array. */
    audiences: text().notNull(),
    text: text().notNull(),
    /** JSON array of texts, in the order they were written. */
    options: text().notNull(),
    legalSource: text(),
    documentNumber: text(),
    /** JSON: `Source[]`. */
    sources: text().notNull(),
    /** JSON array of references. */
    related: text().notNull(),
    checkedOn: text().notNull(),
    reviewBy: text().notNull(),
    /** JSON array. */
    unverified: text().notNull(),
    /** Folded text and options, for looking through the bank. */
    folded: text().notNull(),
    /** JSON array of staff ids: none of them may publish it. */
    authors: text().notNull(),
    origin: text({ enum: ['file', 'staff', 'import'] }).notNull(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
    publishedAt: text(),
    publishedBy: text(),
  },
  (table) => [
    uniqueIndex('question_versions_number').on(table.questionId, table.number),
    uniqueIndex('question_versions_one_published').on(table.questionId).where(sql`state = 'published'`),
    uniqueIndex('question_versions_one_draft').on(table.questionId).where(sql`state = 'draft'`),
    index('question_versions_bank').on(table.state, table.topic, table.updatedAt, table.questionId),
    index('question_versions_list').on(table.state, table.updatedAt, table.questionId),
    index('question_versions_document').on(table.documentNumber),
    index('question_versions_review').on(table.reviewBy).where(sql`state = 'published'`),
  ],
)

/**
 * Right answers, away from what is asked: no query for somebody who takes a paper joins this table. A corrected key
 * is a new number; the highest one counts.
 */
export const questionKeys = sqliteTable(
  'question_keys',
  {
    versionId: text()
      .notNull()
      .references(() => questionVersions.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    /** JSON array of places in `options`. */
    key: text().notNull(),
    explanation: text().notNull(),
    by: text(),
    at: text().notNull(),
    /** Why it was corrected; nothing for the first. */
    reason: text(),
  },
  (table) => [primaryKey({ columns: [table.versionId, table.number] })],
)

/** A class answering together. Players are nicknames; all of it is deleted a day after. */
export const quizRooms = sqliteTable(
  'quiz_rooms',
  {
    id: text().primaryKey(),
    /** What is typed to join; free again when the room has ended. */
    pin: text().notNull(),
    /** SHA-256 of what the teacher's browser holds. */
    hostTokenHash: text().notNull(),
    title: text().notNull(),
    /** JSON array of version ids, in the order they are asked. */
    questions: text().notNull(),
    secondsEach: integer().notNull(),
    stage: text({ enum: ['lobby', 'asking', 'showing', 'ended'] }).notNull(),
    /** Place of the question on the screen, from 0. */
    at: integer().notNull(),
    askedAt: text(),
    createdAt: text().notNull(),
    endsAt: text().notNull(),
    /** Grows with every change, so that a phone knows whether it has to look again. */
    version: integer().notNull(),
  },
  (table) => [
    uniqueIndex('quiz_rooms_pin').on(table.pin).where(sql`stage <> 'ended'`),
    index('quiz_rooms_ends').on(table.endsAt),
  ],
)

export const roomPlayers = sqliteTable(
  'room_players',
  {
    id: text().primaryKey(),
    roomId: text()
      .notNull()
      .references(() => quizRooms.id, { onDelete: 'cascade' }),
    tokenHash: text().notNull(),
    nickname: text().notNull(),
    joinedAt: text().notNull(),
  },
  (table) => [
    uniqueIndex('room_players_token').on(table.tokenHash),
    uniqueIndex('room_players_nickname').on(table.roomId, table.nickname),
  ],
)

export const roomAnswers = sqliteTable(
  'room_answers',
  {
    playerId: text()
      .notNull()
      .references(() => roomPlayers.id, { onDelete: 'cascade' }),
    /** Place of the question in the room's list. */
    at: integer().notNull(),
    /** JSON array of places. */
    answer: text().notNull(),
    isRight: integer({ mode: 'boolean' }).notNull(),
    answeredMs: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.playerId, table.at] })],
)

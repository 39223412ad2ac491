import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { consents } from '../privacy/consents.table.ts'
import { CLOCK_KINDS } from './clock.schemas.ts'
import {
  EVENT_KINDS,
  FILE_KINDS,
  REPORT_CHANNELS,
  REPORT_KINDS,
  REPORT_STATES,
  RETURN_REASONS,
} from './feedback.schemas.ts'

/** A citizen's report (phản ánh, kiến nghị, góp ý, khen). Who sent it is in `report_contacts`, sealed. */
export const reports = sqliteTable(
  'reports',
  {
    id: text().primaryKey(),
    code: text().notNull(),
    kind: text({ enum: REPORT_KINDS }).notNull(),
    categoryId: text().notNull(),
    /** The unit it is about, where the sender knows it. */
    concernedUnitId: text(),
    /** The unit that holds it. */
    unitId: text().notNull(),
    /** Of that unit, the person it was given to. */
    assigneeId: text(),
    state: text({ enum: REPORT_STATES }).notNull(),
    /** Somebody still owes it work: neither answered nor handed back. */
    isOpen: integer({ mode: 'boolean' }).notNull(),
    content: text().notNull(),
    place: text().notNull(),
    /** The officer it complains of, as the sender wrote it; that officer does not see who sent it. */
    namedOfficer: text().notNull(),
    /** Words of a khiếu nại or tố cáo were found, and the sender said it is none. */
    saidNotLegal: integer({ mode: 'boolean' }).notNull(),
    /** Whether the sender allows the answer to be published, without who they are. */
    mayPublish: integer({ mode: 'boolean' }).notNull(),
    channel: text({ enum: REPORT_CHANNELS }).notNull(),
    /** The sender, and what they agreed to; both are nothing once what identifies them has been erased. */
    citizenId: text(),
    consentId: text(),
    erasedAt: text(),
    receivedAt: text().notNull(),
    /** When the present round began: receipt, or the last reopening. The limit is counted from here. */
    roundStartedAt: text().notNull(),
    limitDays: integer().notNull(),
    /** Nothing while the clock stands still. */
    dueAt: text(),
    /** Holidays that far ahead are not announced yet. */
    isDueApproximate: integer({ mode: 'boolean' }).notNull(),
    firstAnsweredAt: text(),
    /** When it was due as it was first answered, and the working minutes that took; pauses do not count. */
    firstDueAt: text(),
    firstAnswerMinutes: integer(),
    /** Working minutes of all rounds that are over. */
    workedMinutes: integer().notNull(),
    answeredAt: text(),
    closedAt: text(),
    /** Until when the sender may reopen it. */
    reopenUntil: text(),
    /** How often it was answered; each answer may be rated once. */
    rounds: integer().notNull(),
    returnReason: text({ enum: RETURN_REASONS }),
    mergedIntoId: text(),
    splitFromId: text(),
    escalatedAt: text(),
    updatedAt: text().notNull(),
    version: integer().notNull(),
    /** The sender's `Idempotency-Key` and what was sent with it: a retry is not a second report. */
    requestKey: text(),
    requestHash: text(),
    /** Grows when the private link is made anew, which closes the old one. */
    linkVersion: integer().notNull(),
  },
  (table) => [
    // No report of somebody without an agreement of the same person; one without either has been erased.
    foreignKey({
      name: 'reports_consent',
      columns: [table.consentId, table.citizenId],
      foreignColumns: [consents.id, consents.citizenId],
    }),
    check(
      'reports_agreed',
      sql`(${table.erasedAt} IS NULL AND ${table.citizenId} IS NOT NULL AND ${table.consentId} IS NOT NULL) OR
        (${table.erasedAt} IS NOT NULL AND ${table.citizenId} IS NULL AND ${table.consentId} IS NULL)`,
    ),
    uniqueIndex('reports_code').on(table.code),
    uniqueIndex('reports_request').on(table.citizenId, table.requestKey),
    index('reports_citizen').on(table.citizenId, table.id),
    // Ids sort by the time they were made, so each of these gives a page of the inbox, newest first.
    index('reports_unit').on(table.unitId, table.id),
    index('reports_unit_state').on(table.unitId, table.state, table.id),
    index('reports_unit_category').on(table.unitId, table.categoryId, table.id),
    index('reports_unit_both').on(table.unitId, table.state, table.categoryId, table.id),
    index('reports_open').on(table.unitId, table.id).where(sql`${table.isOpen} = 1`),
    // With what it is filtered by, so that reports of other kinds are passed over without being read.
    index('reports_due')
      .on(table.unitId, table.dueAt, table.id, table.state, table.categoryId)
      .where(sql`${table.isOpen} = 1`),
    index('reports_assignee').on(table.assigneeId, table.id).where(sql`${table.isOpen} = 1`),
    index('reports_merged').on(table.mergedIntoId),
    index('reports_closing').on(table.state, table.reopenUntil),
    index('reports_late').on(table.dueAt).where(sql`${table.isOpen} = 1 AND ${table.escalatedAt} IS NULL`),
    index('reports_ended').on(table.categoryId, table.closedAt).where(sql`${table.erasedAt} IS NULL`),
    index('reports_month').on(table.receivedAt, table.unitId),
  ],
)

/** Who sent a report, sealed; found by phone through a mark that only our key can make. */
export const reportContacts = sqliteTable(
  'report_contacts',
  {
    reportId: text()
      .primaryKey()
      .references(() => reports.id),
    sealed: text().notNull(),
    phoneMark: text(),
    /** The last four digits, marked for this report alone. */
    lastDigitsMark: text(),
  },
  (table) => [index('report_contacts_phone').on(table.phoneMark)],
)

const reportId = () =>
  text()
    .notNull()
    .references(() => reports.id)

/** What happened to a report. The sender reads those that are not `internal`, in words of their own. */
export const reportEvents = sqliteTable(
  'report_events',
  {
    id: text().primaryKey(),
    reportId: reportId(),
    at: text().notNull(),
    kind: text({ enum: EVENT_KINDS }).notNull(),
    isInternal: integer({ mode: 'boolean' }).notNull(),
    /** Staff id; nothing for the sender and for the clock. */
    staffId: text(),
    unitId: text(),
    text: text(),
  },
  (table) => [index('report_events_report').on(table.reportId, table.id)],
)

/** Whose time is running; each begins where the one before ended. */
export const reportClocks = sqliteTable(
  'report_clocks',
  {
    reportId: reportId(),
    number: integer().notNull(),
    unitId: text().notNull(),
    kind: text({ enum: CLOCK_KINDS }).notNull(),
    startedAt: text().notNull(),
    endedAt: text(),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.number] })],
)

/** What was sent along, after re-encoding; the bytes are files under opaque names. */
export const reportFiles = sqliteTable(
  'report_files',
  {
    id: text().primaryKey(),
    /** Nothing until the report is sent. */
    reportId: text().references(() => reports.id),
    citizenId: text(),
    kind: text({ enum: FILE_KINDS }).notNull(),
    bytes: integer().notNull(),
    width: integer(),
    height: integer(),
    /** The file with parts blacked out, where staff made one. */
    redactedName: text(),
    createdAt: text().notNull(),
  },
  (table) => [
    index('report_files_report').on(table.reportId),
    index('report_files_citizen').on(table.citizenId, table.createdAt),
    index('report_files_waiting').on(table.createdAt).where(sql`${table.reportId} IS NULL`),
    index('report_files_redacted').on(table.redactedName).where(sql`${table.redactedName} IS NOT NULL`),
  ],
)

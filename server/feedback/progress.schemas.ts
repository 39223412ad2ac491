import { z } from '@hono/zod-openapi'
import { FILE_KINDS, Id, MOST_FILES, REPORT_KINDS, RETURN_REASONS, ReportCode } from './feedback.schemas.ts'
import { prose } from './written-text.schemas.ts'

/** States in a citizen's words; staff have finer ones. */
export const CITIZEN_STATES = [
  'received',
  'processing',
  'waiting_for_you',
  'answered',
  'closed',
  'returned',
  'merged',
] as const

/** What happened, as far as the sender is told. */
export const CITIZEN_EVENTS = [
  'sent',
  'triaged',
  'assigned',
  'begun',
  'asked',
  'supplied',
  'answered',
  'closed',
  'reopened',
  'returned',
  'merged',
  'withdrawn',
] as const

const moment = z.string()

export const ReportSummary = z
  .strictObject({
    code: z.string(),
    kind: z.enum(REPORT_KINDS),
    categoryName: z.string(),
    state: z.enum(CITIZEN_STATES),
    /** The beginning of what was written. */
    excerpt: z.string(),
    receivedAt: moment,
    dueAt: moment.nullable(),
  })
  .openapi('ReportSummary')

export const MyReports = z
  .strictObject({ items: z.array(ReportSummary), nextCursor: z.string().nullable() })
  .openapi('MyReports')

export const ReportProgress = z
  .strictObject({
    code: z.string(),
    kind: z.enum(REPORT_KINDS),
    categoryName: z.string(),
    state: z.enum(CITIZEN_STATES),
    /** Only for the sender, and for whoever has the private link. */
    own: z
      .strictObject({
        content: z.string(),
        place: z.string(),
        files: z.array(z.strictObject({ id: z.string(), kind: z.enum(FILE_KINDS) })),
        /** The one who asks may answer back, rate and reopen. */
        maySupply: z.boolean(),
        mayReopen: z.boolean(),
        mayRate: z.boolean(),
      })
      .nullable(),
    receivedAt: moment,
    countedFrom: moment.nullable(),
    dueAt: moment.nullable(),
    isDueApproximate: z.boolean(),
    isOverdue: z.boolean(),
    /** Who has it now. */
    unitName: z.string(),
    returnReason: z.enum(RETURN_REASONS).nullable(),
    mergedIntoCode: z.string().nullable(),
    reopenUntil: moment.nullable(),
    answer: z.strictObject({ text: z.string(), at: moment, unitName: z.string() }).nullable(),
    events: z.array(
      z.strictObject({
        at: moment,
        kind: z.enum(CITIZEN_EVENTS),
        unitName: z.string().nullable(),
        text: z.string().nullable(),
      }),
    ),
  })
  .openapi('ReportProgress')

/** Two things only the sender has together. */
export const StatusAsked = z.strictObject({ code: ReportCode, lastDigits: z.string().regex(/^\d{4}$/) })
export const LinkAsked = z.strictObject({ code: ReportCode, linkToken: z.string().max(40) })

export const Supplement = z.strictObject({
  text: prose(4_000).min(2),
  fileIds: z.array(Id).max(MOST_FILES),
})
export const Rating = z.strictObject({ stars: z.int().min(1).max(5), comment: prose(1_000) })
export const Reopening = z.strictObject({ text: prose(2_000).min(5) })

export const PublicReport = z
  .strictObject({
    code: z.string(),
    title: z.string(),
    content: z.string(),
    answer: z.string(),
    categoryId: z.string(),
    categoryName: z.string(),
    unitName: z.string(),
    receivedOn: z.string(),
    answeredOn: z.string(),
    followers: z.int(),
    /** Photos with parts blacked out by staff. */
    files: z.array(z.strictObject({ id: z.string() })),
  })
  .openapi('PublicReport')
export const PublicReportList = z
  .strictObject({ items: z.array(PublicReport), nextCursor: z.string().nullable() })
  .openapi('PublicReportList')
export const PublicReportQuery = z.strictObject({
  q: z.string().max(100).optional(),
  categoryId: z.string().max(60).optional(),
  cursor: z.string().max(200).optional(),
})
export const Following = z.strictObject({ code: z.string(), followers: z.int() }).openapi('Following')

import { z } from '@hono/zod-openapi'
import { CLOCK_KINDS } from './clock.schemas.ts'
import {
  EVENT_KINDS,
  FILE_KINDS,
  Id,
  REPORT_CHANNELS,
  REPORT_KINDS,
  REPORT_STATES,
  RETURN_REASONS,
} from './feedback.schemas.ts'
import { STAFF_STEPS } from './steps.schemas.ts'

export const DUES = ['overdue', 'soon'] as const

export const InboxQuery = z.strictObject({
  /** Everything open unless told otherwise. */
  state: z.enum([...REPORT_STATES, 'open', 'all']).default('open'),
  unitId: Id.optional(),
  categoryId: z.string().max(60).optional(),
  due: z.enum(DUES).optional(),
  mine: z.literal('yes').optional(),
  /** One report by its code, as somebody reads it aloud; the rest of the wish is left aside. */
  code: z.string().max(20).optional(),
  cursor: z.string().max(200).optional(),
})

export const InboxRow = z
  .strictObject({
    id: z.string(),
    code: z.string(),
    kind: z.enum(REPORT_KINDS),
    state: z.enum(REPORT_STATES),
    categoryId: z.string(),
    categoryName: z.string(),
    unitId: z.string(),
    unitName: z.string(),
    assigneeName: z.string().nullable(),
    excerpt: z.string(),
    receivedAt: z.string(),
    dueAt: z.string().nullable(),
    isOverdue: z.boolean(),
    /** The day on which its approved answer goes out with others. */
    answerDay: z.string().nullable(),
    version: z.int(),
  })
  .openapi('InboxRow')
export const Inbox = z.strictObject({ items: z.array(InboxRow), nextCursor: z.string().nullable() }).openapi('Inbox')

export const InboxCounts = z
  .strictObject({
    open: z.int(),
    overdue: z.int(),
    soon: z.int(),
    mine: z.int(),
    states: z.array(z.strictObject({ state: z.enum(REPORT_STATES), count: z.int() })),
  })
  .openapi('InboxCounts')

const moment = z.string()

export const Case = z
  .strictObject({
    id: z.string(),
    code: z.string(),
    kind: z.enum(REPORT_KINDS),
    state: z.enum(REPORT_STATES),
    version: z.int(),
    categoryId: z.string(),
    categoryName: z.string(),
    concernedUnitName: z.string().nullable(),
    unitId: z.string(),
    unitName: z.string(),
    assigneeId: z.string().nullable(),
    assigneeName: z.string().nullable(),
    channel: z.enum(REPORT_CHANNELS),
    content: z.string(),
    place: z.string(),
    namedOfficer: z.string(),
    saidNotLegal: z.boolean(),
    mayPublish: z.boolean(),
    /** Whether somebody said who they are; the words themselves are opened one report at a time. */
    hasContact: z.boolean(),
    mayOpenContact: z.boolean(),
    /** The reader is named in it, so nothing may be done with it by them. */
    isAboutYou: z.boolean(),
    receivedAt: moment,
    limitDays: z.int(),
    countedFrom: moment.nullable(),
    dueAt: moment.nullable(),
    isDueApproximate: z.boolean(),
    isOverdue: z.boolean(),
    reopenUntil: moment.nullable(),
    returnReason: z.enum(RETURN_REASONS).nullable(),
    mergedIntoCode: z.string().nullable(),
    splitFromCode: z.string().nullable(),
    mergedCodes: z.array(z.string()),
    files: z.array(z.strictObject({ id: z.string(), kind: z.enum(FILE_KINDS), redactedName: z.string().nullable() })),
    answer: z
      .strictObject({
        round: z.int(),
        text: z.string(),
        authorNames: z.array(z.string()),
        approvedByName: z.string().nullable(),
        answerDay: z.string().nullable(),
        sentAt: moment.nullable(),
      })
      .nullable(),
    ratings: z.array(z.strictObject({ round: z.int(), stars: z.int(), comment: z.string(), at: moment })),
    events: z.array(
      z.strictObject({
        id: z.string(),
        at: moment,
        kind: z.enum(EVENT_KINDS),
        isInternal: z.boolean(),
        byName: z.string().nullable(),
        unitName: z.string().nullable(),
        text: z.string().nullable(),
      }),
    ),
    /** Working minutes each unit has held it, and the spells they are made of. */
    clock: z.strictObject({
      usedMinutes: z.int(),
      limitMinutes: z.int(),
      /** What one working day is worth in these hours. */
      dayMinutes: z.int(),
      units: z.array(z.strictObject({ unitId: z.string(), unitName: z.string(), minutes: z.int() })),
      spells: z.array(
        z.strictObject({
          unitName: z.string(),
          kind: z.enum(CLOCK_KINDS),
          startedAt: moment,
          endedAt: moment.nullable(),
          minutes: z.int(),
        }),
      ),
    }),
    public: z
      .strictObject({
        title: z.string(),
        content: z.string(),
        answer: z.string(),
        hiddenReason: z.string().nullable(),
        version: z.int(),
      })
      .nullable(),
    /** Steps this person may take now. */
    steps: z.array(z.enum(STAFF_STEPS)),
    may: z.strictObject({ note: z.boolean(), merge: z.boolean(), split: z.boolean(), moderate: z.boolean() }),
  })
  .openapi('Case')

export const ContactOpened = z
  .strictObject({
    sender: z
      .strictObject({
        name: z.string(),
        address: z.string(),
        phone: z.string().nullable(),
        email: z.string().nullable(),
      })
      .nullable(),
    isUnder16: z.boolean(),
    guardian: z.strictObject({ name: z.string(), phone: z.string() }).nullable(),
  })
  .openapi('ReportContact')
export const ContactAsked = z.strictObject({ reason: z.string().trim().min(5).max(300) })

export const NewPublicReport = z.strictObject({
  title: z.string().trim().min(10).max(160),
  content: z.string().trim().min(10).max(4_000),
  answer: z.string().trim().min(3).max(6_000),
  reason: z.string().trim().max(300),
})
export const Hiding = z.strictObject({ reason: z.string().trim().min(5).max(300) })

export const HandlersQuery = z.strictObject({ unitId: Id.optional() })
export const HandlerList = z
  .strictObject({ items: z.array(z.strictObject({ id: z.string(), name: z.string() })) })
  .openapi('HandlerList')

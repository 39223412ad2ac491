import { z } from '@hono/zod-openapi'
import { IsoDate, Slug, Source } from '../content/provenance.schemas.ts'
import { CHANNELS, TIME_UNITS } from '../procedures/procedures.schemas.ts'

const OUTCOMES = ['due', 'calendar_unknown', 'not_computable'] as const
export const NOT_COMPUTABLE_REASONS = ['no_amount', 'counted_from_event'] as const
const SKIP_REASONS = ['weekend', 'day_off'] as const

export const PromisedDateQuery = z.strictObject({
  /** Code, replaced code or slug. */
  procedure: z.string().min(1).max(120),
  channel: z.enum(CHANNELS),
  /** ISO 8601 with an offset, seconds optional. A `+` that was not percent-encoded arrives as a space. */
  receivedAt: z
    .string()
    .max(40)
    .overwrite((text) => text.replace(/ (?=\d{2}:\d{2}$)/, '+').replace(/T(\d{2}:\d{2})(?=Z|[+-])/, 'T$1:00'))
    .pipe(z.iso.datetime({ offset: true })),
})

export const SkippedDay = z
  .strictObject({
    date: IsoDate,
    reason: z.enum(SKIP_REASONS),
    /** The holiday's name; `null` for an ordinary weekend. */
    name: z.string().nullable(),
  })
  .openapi('SkippedDay')

/** One time limit of the procedure and the day it falls due; the dates are `null` unless the outcome is `due`. */
const PromisedDate = z
  .strictObject({
    text: z.string(),
    appliesWhen: z.strictObject({ question: Slug, text: z.string(), answer: z.enum(['yes', 'no']) }).nullable(),
    amount: z.int().nullable(),
    unit: z.enum(TIME_UNITS).nullable(),
    cutOff: z.string().nullable(),
    countedFromEvent: z.string().nullable(),
    outcome: z.enum(OUTCOMES),
    reason: z.enum(NOT_COMPUTABLE_REASONS).nullable(),
    /** The day the dossier counts as received on; the count starts the day after. */
    countedFrom: IsoDate.nullable(),
    dueOn: IsoDate.nullable(),
    skipped: z.array(SkippedDay),
    /** The last day was a day off, so the term ends on the next working day. */
    movedToWorkingDay: z.boolean(),
  })
  .openapi('PromisedDate')

export const PromisedDates = z
  .strictObject({
    procedure: z.strictObject({ code: z.string(), slug: z.string(), plainName: z.string() }),
    channel: z.enum(CHANNELS),
    receivedAt: z.string(),
    /** Empty when the source names no time limit for this channel. */
    dates: z.array(PromisedDate),
    calendar: z.strictObject({
      knownFrom: IsoDate.nullable(),
      knownUntil: IsoDate.nullable(),
      sources: z.array(Source),
      unverified: z.array(z.string()),
    }),
  })
  .openapi('PromisedDates')

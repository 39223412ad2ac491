import { z } from '@hono/zod-openapi'
import { IsoDate } from '../content/provenance.schemas.ts'

const DAY_MS = 86_400_000
const LONGEST_DAYS = 366
const VIETNAM = '+07:00'

/** Days in Vietnam, both included. */
export const Period = z
  .strictObject({ from: IsoDate, to: IsoDate })
  .refine(({ from, to }) => from <= to && (Date.parse(to) - Date.parse(from)) / DAY_MS <= LONGEST_DAYS, {
    path: ['to'],
  })

/** From the first moment of a period until before the one after it. */
export function momentsOf({ from, to }: z.output<typeof Period>) {
  const start = Date.parse(`${from}T00:00:00${VIETNAM}`)
  const end = Date.parse(`${to}T00:00:00${VIETNAM}`) + DAY_MS
  return { from: new Date(start).toISOString(), until: new Date(end).toISOString() }
}

export const QuestionGroups = z
  .strictObject({
    /** Of all groups; the most asked of them stand here. */
    total: z.int(),
    items: z.array(
      z.strictObject({
        question: z.string(),
        count: z.int(),
        newestAt: z.string(),
        wordings: z.array(z.string()),
        /** What to name when it is settled. */
        folded: z.array(z.string()),
      }),
    ),
  })
  .openapi('ChatQuestionGroups')

export const Settling = z.strictObject({ folded: z.array(z.string().min(1).max(2_000)).min(1).max(500) })
export const Settled = z.strictObject({ settled: z.int() }).openapi('ChatQuestionsSettled')

const Counted = { questions: z.int(), answered: z.int(), menu: z.int(), fallback: z.int() }

export const ChatFigures = z
  .strictObject({
    /** What was asked, and how the bot fared: answered, offered a choice, or had nothing. */
    total: z.strictObject(Counted),
    days: z.array(z.strictObject({ day: IsoDate, ...Counted })),
    /** Who wrote, and who of them wanted an officer. */
    people: z.strictObject({ wrote: z.int(), wantedOfficer: z.int() }),
    handoffs: z.strictObject({
      asked: z.int(),
      claimed: z.int(),
      cancelled: z.int(),
      /** Half were taken within so many working minutes; null where none was. */
      medianMinutes: z.int().nullable(),
      ratings: z.int(),
      averageRating: z.number().nullable(),
    }),
    /** What was answered with, the most used first, and what people thought of it. */
    answers: z.array(
      z.strictObject({
        answeredWith: z.string(),
        title: z.string().nullable(),
        count: z.int(),
        useful: z.int(),
        useless: z.int(),
      }),
    ),
    /** Messages that did not reach anybody, by why. */
    failures: z.array(z.strictObject({ problem: z.string(), count: z.int() })),
    sent: z.int(),
  })
  .openapi('ChatFigures')

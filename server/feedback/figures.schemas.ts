import { z } from '@hono/zod-openapi'
import { IsoDate } from '../content/provenance.schemas.ts'

const LONGEST_DAYS = 731
const DAY_MS = 86_400_000

export const FIGURES_BY = ['unit', 'category', 'month'] as const

/** Days in Vietnam on which reports were received, both included. */
const period = { from: IsoDate, to: IsoDate }

function isInOrder({ from, to }: { from: string; to: string }) {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS
  return days >= 0 && days <= LONGEST_DAYS
}

export const FeedbackFiguresQuery = z
  .strictObject({ ...period, by: z.enum(FIGURES_BY).default('unit') })
  .refine(isInOrder, { path: ['to'] })

export const ReportExportQuery = z
  .strictObject({
    ...period,
    /** With who sent each, for those who may know. */
    contact: z.literal('yes').optional(),
  })
  .refine(isInOrder, { path: ['to'] })

/** Of the reports received in the period, as they stand now. */
const FiguresRow = z.strictObject({
  key: z.string(),
  name: z.string(),
  received: z.int(),
  /** At least once. */
  answered: z.int(),
  returned: z.int(),
  merged: z.int(),
  open: z.int(),
  overdue: z.int(),
  reopened: z.int(),
  /** Of those answered, how many had their first answer by the day it was due. */
  onTime: z.int(),
  /** Half were first answered within so many working minutes. */
  medianMinutes: z.number().nullable(),
  ratings: z.int(),
  averageStars: z.number().nullable(),
})

export const FeedbackFigures = z
  .strictObject({
    total: FiguresRow,
    /** Units by how much they received, categories in their order, months one after another. */
    rows: z.array(FiguresRow),
  })
  .openapi('FeedbackFigures')

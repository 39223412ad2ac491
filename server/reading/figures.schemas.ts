import { z } from '@hono/zod-openapi'
import { IsoDate } from '../content/provenance.schemas.ts'
import { READ_KINDS } from './reading.schemas.ts'

const LONGEST_DAYS = 731

const period = { from: IsoDate, to: IsoDate }

function isInOrder({ from, to }: { from: string; to: string }) {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  return days >= 0 && days <= LONGEST_DAYS
}

export const GROUPINGS = ['page', 'unit', 'day'] as const

export const ReadsQuery = z
  .strictObject({
    ...period,
    /** Only what came by the links of this unit and those below it. */
    unitId: z.string().max(80).optional(),
    groupBy: z.enum(GROUPINGS).default('page'),
  })
  .refine(isInOrder, { path: ['to'] })

export const ReadFigures = z
  .strictObject({
    total: z.int(),
    /** The most read first; days in their order. */
    rows: z.array(
      z.strictObject({
        key: z.string(),
        name: z.string(),
        /** Where a page is read. */
        type: z.enum(READ_KINDS).optional(),
        slug: z.string().optional(),
        count: z.int(),
      }),
    ),
  })
  .openapi('ReadFigures')

export const MissesQuery = z
  .strictObject({ ...period, cursor: z.string().max(200).optional() })
  .refine(isInOrder, { path: ['to'] })

export const MissGroups = z
  .strictObject({
    items: z.array(
      z.strictObject({
        /** The wording asked most often. */
        query: z.string(),
        count: z.int(),
        newestDay: z.string(),
        /** Other wordings of the same question, at most ten. */
        wordings: z.array(z.string()),
      }),
    ),
    total: z.int(),
    nextCursor: z.string().nullable(),
  })
  .openapi('MissGroups')

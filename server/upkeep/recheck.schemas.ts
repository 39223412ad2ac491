import { z } from '@hono/zod-openapi'
import { IsoDate } from '../content/provenance.schemas.ts'

/** `new`: we do not have it. `missing`: we have it, the export does not. */
export const RECHECK_OUTCOMES = ['changed', 'same', 'new', 'missing'] as const
export type RecheckOutcome = (typeof RECHECK_OUTCOMES)[number]

export const ACCEPT_RESULTS = [
  'drafted',
  'already_accepted',
  /** Somebody is writing it: their draft is left alone. */
  'being_written',
  /** What people read is no longer what was compared. */
  'changed_meanwhile',
  'not_ours_to_write',
  /** New and missing procedures are added and taken off by hand. */
  'nothing_to_accept',
] as const

const counts = { changed: z.int(), same: z.int(), new: z.int(), missing: z.int() }

export const RecheckSummary = z
  .strictObject({
    id: z.string(),
    /** Where the list comes from, as drafts will name it. */
    name: z.string(),
    exportedOn: IsoDate,
    unitId: z.string(),
    createdAt: z.string(),
    version: z.int(),
    counts: z.strictObject(counts),
    /** Rows of procedures that other units write, which were left out. */
    elsewhere: z.int(),
  })
  .openapi('RecheckSummary')

export const RecheckRow = z
  .strictObject({
    code: z.string(),
    outcome: z.enum(RECHECK_OUTCOMES),
    title: z.string(),
    entryId: z.string().nullable(),
    /** What differs: what we say, what the export says. */
    fields: z.array(
      z.strictObject({
        field: z.string(),
        parts: z.array(z.strictObject({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
      }),
    ),
    /** The draft that was made of it. */
    draftId: z.string().nullable(),
  })
  .openapi('RecheckRow')

export const Recheck = z
  .strictObject({ ...RecheckSummary.shape, items: z.array(RecheckRow), nextCursor: z.string().nullable() })
  .openapi('Recheck')
export const RecheckList = z
  .strictObject({ items: z.array(RecheckSummary), nextCursor: z.string().nullable() })
  .openapi('RecheckList')

const cursor = z.string().max(200).optional()
export const RecheckListQuery = z.strictObject({ cursor })
export const RecheckQuery = z.strictObject({ outcome: z.enum(RECHECK_OUTCOMES).optional(), cursor })
export const NewRecheck = z.strictObject({
  name: z.string().trim().min(3).max(160),
  exportedOn: IsoDate,
  unitId: z.string().min(1).max(80),
})

export const RowsAccepted = z.strictObject({ rows: z.array(z.string().min(1).max(40)).min(1).max(500) })
export const AcceptReport = z
  .strictObject({
    version: z.int(),
    results: z.array(
      z.strictObject({ code: z.string(), result: z.enum(ACCEPT_RESULTS), draftId: z.string().nullable() }),
    ),
  })
  .openapi('AcceptReport')

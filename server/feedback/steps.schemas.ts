import { z } from '@hono/zod-openapi'
import { IsoDate } from '../content/provenance.schemas.ts'
import { CategoryId, Id, RETURN_REASONS } from './feedback.schemas.ts'

export const STAFF_STEPS = [
  'triage',
  'return',
  'assign',
  'begin',
  'ask',
  'go_on',
  'draft',
  'submit',
  'return_answer',
  'approve',
  'send',
  'close',
] as const
export type StaffStep = (typeof STAFF_STEPS)[number]

/** What is said with a step; each step reads what it needs. */
export const StepSaid = z.strictObject({
  /** To the sender where the step is theirs to read, else to colleagues. */
  text: z.string().trim().min(3).max(4_000).optional(),
  reason: z.enum(RETURN_REASONS).optional(),
  /** With `triage`: what it is about, corrected. */
  categoryId: CategoryId.optional(),
  /** With `assign`: the unit, and of that unit the person. */
  unitId: Id.optional(),
  assigneeId: Id.nullable().optional(),
  /** With `approve`: the day on which it goes out with others. */
  answerDay: IsoDate.optional(),
})
export type StepSaid = z.output<typeof StepSaid>

export const BulkStep = z.strictObject({
  step: z.enum(['triage', 'assign', 'send', 'close']),
  items: z
    .array(z.strictObject({ id: Id, version: z.int().min(1) }))
    .min(1)
    .max(100),
  said: StepSaid.default({}),
})
/** Each by itself: one that was refused leaves the others done. */
export const BulkResult = z
  .strictObject({
    done: z.array(z.string()),
    refused: z.array(z.strictObject({ id: z.string(), code: z.string() })),
  })
  .openapi('BulkResult')

export const Merge = z.strictObject({ intoCode: z.string().max(20), text: z.string().trim().max(1_000).optional() })
export const Split = z.strictObject({
  content: z.string().trim().min(10).max(4_000),
  categoryId: CategoryId,
  unitId: Id,
})
export const Note = z.strictObject({ text: z.string().trim().min(2).max(2_000) })

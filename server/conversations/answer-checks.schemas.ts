import { z } from '@hono/zod-openapi'

export const AnswerCheck = z
  .strictObject({
    id: z.string(),
    at: z.string(),
    questions: z.int(),
    first: z.int(),
    amongThree: z.int(),
    /** Of the questions, those whose answer is among the first three. */
    percent: z.number(),
    isGood: z.boolean(),
    missed: z.array(z.strictObject({ ask: z.string(), expects: z.array(z.string()), found: z.array(z.string()) })),
  })
  .openapi('AnswerCheck')

export const AnswerChecks = z
  .strictObject({
    /** The newest first. */
    items: z.array(AnswerCheck),
    lastGood: AnswerCheck.nullable(),
    /** The newest is more than two points below the last good one. */
    hasFallen: z.boolean(),
  })
  .openapi('AnswerChecks')

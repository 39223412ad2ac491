import { z } from '@hono/zod-openapi'
import { READ_KINDS } from './reading.schemas.ts'

export const COMMENT_STATES = ['new', 'actionable', 'not_actionable', 'done'] as const
export type CommentState = (typeof COMMENT_STATES)[number]

export const PageComment = z
  .strictObject({
    id: z.string(),
    type: z.enum(READ_KINDS),
    slug: z.string(),
    title: z.string(),
    isUseful: z.boolean(),
    comment: z.string(),
    at: z.string(),
    state: z.enum(COMMENT_STATES),
    note: z.string(),
    handledByName: z.string().nullable(),
    version: z.int(),
  })
  .openapi('PageComment')

export const PageCommentList = z
  .strictObject({ items: z.array(PageComment), nextCursor: z.string().nullable() })
  .openapi('PageCommentList')

export const PageCommentQuery = z.strictObject({
  state: z.enum(COMMENT_STATES).optional(),
  kind: z.enum(READ_KINDS).optional(),
  slug: z.string().max(120).optional(),
  cursor: z.string().max(200).optional(),
})

/** How many found a page useful and how many did not, pages with the most complaints first. */
export const PageVerdicts = z
  .strictObject({
    items: z.array(
      z.strictObject({
        type: z.enum(READ_KINDS),
        slug: z.string(),
        title: z.string(),
        useful: z.int(),
        notUseful: z.int(),
        /** Comments nobody has looked at. */
        waiting: z.int(),
      }),
    ),
  })
  .openapi('PageVerdicts')

export const Triage = z
  .strictObject({ state: z.enum(COMMENT_STATES), note: z.string().trim().max(1_000).default('') })
  .openapi('Triage')

export const CommentParams = z.object({ id: z.string().min(1).max(80) })

import { z } from '@hono/zod-openapi'

/** What people read a page of, and so can say something about. */
export const READ_KINDS = ['procedure', 'article', 'document', 'index', 'situation', 'answer'] as const
export type ReadKind = (typeof READ_KINDS)[number]

export const LONGEST_COMMENT = 500

/** Counted as people count: a letter with its marks may be several code units. */
const CommentText = z
  .string()
  .max(4 * LONGEST_COMMENT)
  .refine((text) => [...text].length <= LONGEST_COMMENT, 'too long')

const Slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9-]+$/)

export const NewComment = z
  .strictObject({
    type: z.enum(READ_KINDS),
    slug: Slug,
    isUseful: z.boolean(),
    /** Kept without names, numbers and addresses. */
    comment: CommentText.optional(),
  })
  .openapi('NewComment')

export const NewRead = z
  .strictObject({
    type: z.enum(READ_KINDS),
    slug: Slug,
    /** The code of the link that led here, as its `?src=` says. */
    src: z.string().max(20).optional(),
  })
  .openapi('NewRead')

export const Taken = z.strictObject({}).openapi('Taken')

import { z } from '@hono/zod-openapi'

/** `review_due`: a page of theirs is to be compared with its sources again. */
export const NOTICE_KINDS = ['review_due'] as const

export const Notice = z
  .strictObject({
    id: z.string(),
    kind: z.enum(NOTICE_KINDS),
    entryId: z.string(),
    /** The page's title today. */
    title: z.string(),
    dueOn: z.string(),
    at: z.string(),
    readAt: z.string().nullable(),
  })
  .openapi('Notice')

export const NoticeList = z
  .strictObject({
    /** Not read yet, at most a hundred counted. */
    unread: z.int(),
    items: z.array(Notice),
    nextCursor: z.string().nullable(),
  })
  .openapi('NoticeList')
export const NoticeQuery = z.strictObject({ cursor: z.string().max(200).optional() })

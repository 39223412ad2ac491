import { z } from '@hono/zod-openapi'

/**
 * `review_due`: a page of theirs is to be compared with its sources again. `report_due_soon`, `report_late`: a report
 * of the unit they lead is due by the end of the next working day, or was due.
 */
export const NOTICE_KINDS = ['review_due', 'report_due_soon', 'report_late'] as const

export const Notice = z
  .strictObject({
    id: z.string(),
    kind: z.enum(NOTICE_KINDS),
    /** One of the two: what it is about. */
    entryId: z.string().nullable(),
    reportId: z.string().nullable(),
    /** The page's title today, or the report's code. */
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

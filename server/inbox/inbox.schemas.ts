import { z } from '@hono/zod-openapi'
import { MESSAGE_TEMPLATES } from '../outbox/outbox.schemas.ts'

export const InboxMessages = z
  .strictObject({
    unread: z.int(),
    items: z.array(
      z.strictObject({
        id: z.string(),
        template: z.enum(MESSAGE_TEMPLATES),
        params: z.record(z.string(), z.string()),
        at: z.string(),
        isRead: z.boolean(),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .openapi('InboxMessages')
export const InboxMessagesQuery = z.strictObject({ cursor: z.string().max(80).optional() })

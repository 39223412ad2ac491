import { z } from '@hono/zod-openapi'

/** Typed in the chat as `#lienket 123456`; told once, good for ten minutes and one use. */
export const ChatLinkCode = z
  .strictObject({
    code: z.string(),
    expiresAt: z.string(),
    /** The account to write to; nothing where none is set. */
    oaId: z.string().nullable(),
  })
  .openapi('ChatLinkCode')

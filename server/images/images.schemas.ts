import { z } from '@hono/zod-openapi'

/** `address` is what a text's Markdown names. */
export const Image = z
  .strictObject({ address: z.string(), width: z.int(), height: z.int(), bytes: z.int() })
  .openapi('Image')
export const ImageQuery = z.strictObject({ unitId: z.string().min(1).max(80) })

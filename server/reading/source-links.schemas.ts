import { z } from '@hono/zod-openapi'

export const NewSourceLink = z
  .strictObject({
    unitId: z.string().min(1).max(80),
    /** Where it hangs or is sent, in the unit's own words. */
    label: z.string().trim().min(3).max(120),
    path: z
      .string()
      .max(160)
      .regex(/^\/([a-z0-9.-]+(\/[a-z0-9.-]+)*)?$/i)
      .default('/'),
  })
  .openapi('NewSourceLink')

const link = {
  code: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  label: z.string(),
  path: z.string(),
  url: z.string(),
  createdAt: z.string(),
  isClosed: z.boolean(),
}

export const SourceLink = z
  .strictObject({
    ...link,
    /** The address as a picture to print. */
    qrSvg: z.string(),
  })
  .openapi('SourceLink')

export const SourceLinkList = z
  .strictObject({ items: z.array(z.strictObject(link)), nextCursor: z.string().nullable() })
  .openapi('SourceLinkList')

export const SourceLinkQuery = z.strictObject({
  unitId: z.string().max(80).optional(),
  cursor: z.string().max(200).optional(),
})

export const SourceLinkChange = z.strictObject({ closed: z.literal(true) }).openapi('SourceLinkChange')
export const SourceLinkParams = z.object({ code: z.string().min(1).max(20) })

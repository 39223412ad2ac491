import { z } from '@hono/zod-openapi'

/** A calendar date in Vietnam, `YYYY-MM-DD`. */
export const IsoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date YYYY-MM-DD')
  .refine(isDay, 'no such day')

/** JavaScript reads 30 February as 2 March, so the day must come back as it went in. */
function isDay(text: string) {
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

export const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')

export const Source = z
  .strictObject({
    title: z.string().min(3),
    url: z.url({ protocol: /^https?$/ }).nullable(),
  })
  .openapi('Source')

/** Where a published item comes from, when it was last looked at, and what in it nobody has confirmed. */
export const provenance = {
  sources: z.array(Source).min(1),
  checkedOn: IsoDate,
  reviewBy: IsoDate,
  owner: z.string().min(3),
  unverified: z.array(z.string().min(5)),
}

/** A reference such as `procedure:2.002854` after loading: enough to show a link without another request. */
export const Link = z
  .strictObject({
    type: z.enum(['procedure', 'article', 'document', 'situation', 'index']),
    slug: z.string(),
    code: z.string().nullable(),
    title: z.string(),
  })
  .openapi('Link')

/** What has happened to a thing since it was first published. */
export const standing = {
  /** Still readable, but no longer to be relied on. */
  withdrawn: z.strictObject({ on: IsoDate, reason: z.string() }).optional(),
  /** Changes worth telling, newest first. */
  updates: z.array(z.strictObject({ on: IsoDate, note: z.string() })).optional(),
}
const Standing = z.strictObject(standing)
export type Standing = z.infer<typeof Standing>

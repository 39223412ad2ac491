import { z } from '@hono/zod-openapi'

/** What a public ranking may show of somebody, and nothing else: a plain text does not fit where this is asked for. */
export const PublicName = z.string().brand<'PublicName', 'inout'>()
export type PublicName = z.output<typeof PublicName>

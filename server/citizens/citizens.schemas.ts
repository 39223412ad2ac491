import { z } from '@hono/zod-openapi'

/** How a citizen is known: to Zalo, or only as the device that was here before. */
export const CITIZEN_KINDS = ['zalo', 'device'] as const

/** What may stand in a header, as Zalo's tokens do. */
const ZaloToken = z
  .string()
  .min(1)
  .max(4_096)
  .regex(/^[\x21-\x7e]+$/)

export const NewSession = z
  .strictObject({
    /** Of `getAccessToken`; without it the session is the device's. */
    zaloAccessToken: ZaloToken.optional(),
  })
  .openapi('NewSession')

export const Session = z.strictObject({ via: z.enum(CITIZEN_KINDS), expiresAt: z.string() }).openapi('Session')

export const OpenedSession = z
  .strictObject({
    /** Sent as `Authorization: Bearer`; told once. */
    token: z.string(),
    via: z.enum(CITIZEN_KINDS),
    expiresAt: z.string(),
  })
  .openapi('OpenedSession')

/** Both from the phone at the moment the person agrees: neither is kept. */
export const PhoneRequest = z.strictObject({ zaloAccessToken: ZaloToken, code: ZaloToken }).openapi('PhoneRequest')

/** For the form to be filled in with; kept nowhere until the person sends the form. */
export const Phone = z.strictObject({ phone: z.string() }).openapi('Phone')

export const Done = z.strictObject({}).openapi('Done')

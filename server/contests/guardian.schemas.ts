import { z } from '@hono/zod-openapi'

/** Shown once, to the child's own phone; it opens nothing but the agreement. */
export const GuardianLink = z.strictObject({ token: z.string(), expiresAt: z.string() }).openapi('GuardianLink')

export const GuardianToken = z.strictObject({ token: z.string().regex(/^[\w-]{22}$/) })

/** What a parent reads before agreeing. */
export const GuardianAsked = z
  .strictObject({
    contestName: z.string(),
    /** Initials and unit: enough for a parent to know whose link it is. */
    publicName: z.string(),
    text: z.string(),
    consentVersion: z.int(),
    expiresAt: z.string(),
  })
  .openapi('GuardianAsked')

export const GuardianAgreement = GuardianToken.extend({ consentVersion: z.int() })
export const GuardianAgreed = z.strictObject({ agreedAt: z.string() }).openapi('GuardianAgreed')

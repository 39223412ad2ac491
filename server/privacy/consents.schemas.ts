import { z } from '@hono/zod-openapi'

/** What is done with personal data only while the person agrees. */
export const CONSENT_PURPOSES = [
  'feedback.handling',
  'feedback.publishing',
  'contest.taking',
  'contest.naming',
  'notices',
] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

export const CONSENT_ACTS = ['granted', 'withdrawn'] as const
export const CONSENT_CHANNELS = ['mini_app', 'browser', 'zalo', 'erasure'] as const
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number]

/** What a person is asked to agree to, in the words that are kept as evidence. */
export const Purposes = z
  .strictObject({
    items: z.array(
      z.strictObject({
        purpose: z.enum(CONSENT_PURPOSES),
        text: z.string(),
        textVersion: z.int(),
        retention: z.string(),
        recipients: z.array(z.string()),
      }),
    ),
  })
  .openapi('Purposes')

export const NewConsent = z
  .strictObject({
    purpose: z.enum(CONSENT_PURPOSES),
    /** Of the text that was on the screen. */
    textVersion: z.int(),
    /** Given by a parent or guardian of somebody under 16. */
    isGuardian: z.boolean().default(false),
  })
  .openapi('NewConsent')

export const ConsentParams = z.object({ purpose: z.enum(CONSENT_PURPOSES) })

export const Consents = z
  .strictObject({
    items: z.array(
      z.strictObject({
        purpose: z.enum(CONSENT_PURPOSES),
        isGranted: z.boolean(),
        /** When it was granted or withdrawn; nothing when it was never asked. */
        at: z.string().nullable(),
        textVersion: z.int().nullable(),
        isGuardian: z.boolean(),
      }),
    ),
  })
  .openapi('Consents')

export const Erased = z.strictObject({ erasedAt: z.string() }).openapi('Erased')

export const OwnData = z
  .strictObject({
    exportedAt: z.string(),
    /** Why each thing is kept, for how long, and who sees it. */
    purposes: z.array(
      z.strictObject({
        purpose: z.string(),
        basis: z.string(),
        items: z.array(z.string()),
        retention: z.string(),
        recipients: z.array(z.string()),
      }),
    ),
    data: z.record(z.string(), z.unknown()),
  })
  .openapi('OwnData')

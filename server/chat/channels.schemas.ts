import { z } from '@hono/zod-openapi'
import { CHANNELS, OUTGOING_KINDS, OUTGOING_STATES } from './chat.schemas.ts'

export const ChannelName = z.enum(CHANNELS)

export const ChannelSettingsDraft = z
  .strictObject({
    isOff: z.boolean(),
    /** What everybody hears while it is off; empty: the usual words. */
    notice: z.string().trim().max(500),
    hasButtons: z.boolean(),
    mayPay: z.boolean(),
  })
  .openapi('ChannelSettingsDraft')

const Counted = z.strictObject({ name: z.string(), count: z.int() })

export const ChatChannel = z
  .strictObject({
    channel: ChannelName,
    /** Whether the settings of the service name an account for it. */
    isSet: z.boolean(),
    settings: ChannelSettingsDraft,
    lastEventAt: z.string().nullable(),
    /** Of the last seven days. */
    events: z.array(Counted),
    outgoing: z.array(z.strictObject({ state: z.enum(OUTGOING_STATES), count: z.int() })),
    /** Why messages failed in the last seven days, the most frequent first. */
    failures: z.array(Counted),
  })
  .openapi('ChatChannel')

export const ZaloGrant = z
  .strictObject({
    state: z.enum(['none', 'ready', 'in_flight', 'needs_reauth']),
    problem: z.string().nullable(),
    accessExpiresAt: z.string().nullable(),
    refreshExpiresAt: z.string().nullable(),
  })
  .openapi('ZaloGrant')

export const ChatChannelList = z
  .strictObject({ items: z.array(ChatChannel), grant: ZaloGrant })
  .openapi('ChatChannelList')

/** What Zalo says of the account; nothing where it cannot be asked now. */
export const ZaloAccount = z
  .strictObject({
    problem: z.string().nullable(),
    name: z.string().nullable(),
    isVerified: z.boolean().nullable(),
    package: z.string().nullable(),
    packageEnds: z.string().nullable(),
    followers: z.int().nullable(),
  })
  .openapi('ZaloAccount')

export const GrantAddress = z.strictObject({ url: z.string() }).openapi('GrantAddress')

export const GrantReturn = z
  .strictObject({
    state: z.string().min(1).max(200),
    code: z.string().min(1).max(2_000),
    oaId: z.string().regex(/^\d{1,32}$/),
  })
  .openapi('GrantReturn')

export const TokenPairDraft = z
  .strictObject({ access: z.string().trim().min(10).max(3_000), refresh: z.string().trim().min(10).max(3_000) })
  .openapi('TokenPairDraft')

export const Undelivered = z
  .strictObject({
    id: z.string(),
    channel: ChannelName,
    kind: z.enum(OUTGOING_KINDS),
    at: z.string(),
    problem: z.string(),
    /** The beginning of it, numbers that could name a person masked; nothing once it was forgotten. */
    text: z.string().nullable(),
  })
  .openapi('Undelivered')

export const UndeliveredList = z
  .strictObject({ total: z.int(), items: z.array(Undelivered) })
  .openapi('UndeliveredList')

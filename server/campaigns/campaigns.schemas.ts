import { z } from '@hono/zod-openapi'
import { IsoDate, Source } from '../content/provenance.schemas.ts'

export const CAMPAIGN_STATES = ['draft', 'approved', 'ended'] as const
export type CampaignState = (typeof CAMPAIGN_STATES)[number]
export const PIECE_KINDS = ['article', 'quiz', 'poster', 'event'] as const
export const CAMPAIGN_AUDIENCES = ['citizen', 'parent', 'student', 'teacher', 'official'] as const
/** `article`: an article of the Official Account. `broadcast`: that article to its followers. `message`: one by one. */
export const SEND_KINDS = ['article', 'broadcast', 'message'] as const
export type SendKind = (typeof SEND_KINDS)[number]
/** Two people: whoever made it cannot approve it. `unknown`: Zalo may have taken it; a person decides. */
export const SEND_STATES = [
  'draft',
  'previewed',
  'approved',
  'sending',
  'sent',
  'stopped',
  'failed',
  'unknown',
] as const
export type SendState = (typeof SEND_STATES)[number]
/** Why somebody is not written to. */
export const SKIP_REASONS = [
  'not_follower',
  'opted_out',
  'window_closed',
  'paid_only',
  'other_unit',
  'no_interest',
] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** The clock's job that moves sendings on; started too when one is approved. */
export const CAMPAIGN_SENDS_JOB = 'campaigns.send'

export const CampaignSlug = z.object({ slug: z.string().max(120) })

/** One thing of the calendar, as everybody sees it. */
const Piece = z
  .strictObject({
    id: z.string(),
    kind: z.enum(PIECE_KINDS),
    title: z.string(),
    summary: z.string(),
    onDay: IsoDate,
    place: z.string(),
    /** Where it is in the app; nothing for a poster, an event, or what is not there yet. */
    path: z.string().nullable(),
    /** Told of before its day. */
    isAhead: z.boolean(),
  })
  .openapi('CampaignPiece')

export const Campaign = z
  .strictObject({
    slug: z.string(),
    name: z.string(),
    goals: z.string(),
    startsOn: IsoDate,
    endsOn: IsoDate,
    /** Its last day has passed: a link sent to somebody still shows what it was. */
    isOver: z.boolean(),
    audiences: z.array(z.enum(CAMPAIGN_AUDIENCES)),
    unitName: z.string(),
    sources: z.array(Source),
    pieces: z.array(Piece),
  })
  .openapi('Campaign')

export const CampaignList = z.strictObject({ items: z.array(Campaign) }).openapi('CampaignList')

import { z } from '@hono/zod-openapi'
import { OUTGOING_STATES } from '../chat/chat.schemas.ts'
import { UnitId } from '../units/units.schemas.ts'
import { SEND_KINDS, SEND_STATES, SKIP_REASONS } from './campaigns.schemas.ts'

const Id = z.string().max(40)
export const SendParams = z.object({ id: Id })
/** A follower's interest is known by what they do here; what somebody asks is kept without who asked it. */
export const INTERESTS = ['contests'] as const

/** Who is meant, of the followers of the Official Account who want news. */
export const Segment = z
  .strictObject({
    /** Those who entered a contest for one of these units; everybody when empty. */
    unitIds: z.array(UnitId).max(200),
    interests: z.array(z.enum(INTERESTS)).max(INTERESTS.length),
    /** `free`: spoke with us within 48 hours. `open`: within 7 days, which costs where paying is allowed. */
    window: z.enum(['free', 'open']),
  })
  .openapi('CampaignSegment')
export type Segment = z.output<typeof Segment>

const body = {
  /** Zalo refuses a title of 150. */
  title: z.string().trim().min(5).max(140),
  /** Under the title of an article. */
  summary: z.string().trim().max(250),
  text: z.string().trim().min(10).max(4_000),
  /** Of an article: at a public address, under 500 kB. */
  coverUrl: z
    .url({ protocol: /^https$/ })
    .max(500)
    .nullable(),
}
export const SendBody = z.strictObject(body).openapi('CampaignSendBody')
export type SendBody = z.output<typeof SendBody>

export const SendDraft = z
  .strictObject({
    kind: z.enum(SEND_KINDS),
    pieceId: Id.nullable(),
    segment: Segment,
    body: SendBody,
    notBefore: z.iso.datetime(),
  })
  .openapi('CampaignSendDraft')
export type SendDraft = z.output<typeof SendDraft>

/** `sent_after_all`, `send_again` and `give_up` settle a broadcast whose answer was lost. */
export const SEND_STEPS = [
  'make_article',
  'approve',
  'return',
  'stop',
  'sent_after_all',
  'send_again',
  'give_up',
] as const
export type SendStep = (typeof SEND_STEPS)[number]
export const SendStepParams = z.object({ id: Id, step: z.enum(SEND_STEPS) })
export const SendStepSaid = z
  .strictObject({ remark: z.string().trim().min(3).max(500).optional() })
  .openapi('CampaignSendStepSaid')

export const SendSummary = z
  .strictObject({
    id: z.string(),
    kind: z.enum(SEND_KINDS),
    state: z.enum(SEND_STATES),
    title: z.string(),
    notBefore: z.string(),
    sentAt: z.string().nullable(),
    problem: z.string().nullable(),
  })
  .openapi('CampaignSendSummary')

const Count = z.int()
/** How many would be written to now, and why the others would not. */
export const Audience = z
  .strictObject({
    people: Count,
    toSend: Count,
    skipped: z.array(z.strictObject({ reason: z.enum(SKIP_REASONS), people: Count })),
    /** Of those skipped by a closed window: known to the app, so told in its inbox. */
    inInbox: Count,
  })
  .openapi('CampaignAudience')

export const StaffSend = z
  .strictObject({
    id: z.string(),
    campaignId: z.string(),
    campaignName: z.string(),
    unitId: z.string(),
    version: z.int(),
    state: z.enum(SEND_STATES),
    draft: SendDraft,
    /** As it will be read. */
    preview: z.string(),
    /** Said to the account from a test phone, it answers with the preview. */
    previewCode: z.string(),
    previewedAt: z.string().nullable(),
    article: z.enum(['none', 'being_made', 'made']),
    authors: z.array(z.string()),
    approvedBy: z.string().nullable(),
    startedAt: z.string().nullable(),
    sentAt: z.string().nullable(),
    problem: z.string().nullable(),
    mayEdit: z.boolean(),
    steps: z.array(z.enum(SEND_STEPS)),
    /** Nothing for what is not sent one by one. */
    audience: Audience.nullable(),
    outcomes: z.array(
      z.strictObject({ state: z.enum(OUTGOING_STATES), problem: z.string().nullable(), people: Count }),
    ),
    history: z.array(
      z.strictObject({
        id: z.string(),
        at: z.string(),
        actorName: z.string(),
        action: z.string(),
        remark: z.string().nullable(),
      }),
    ),
  })
  .openapi('StaffCampaignSend')

export const RecipientsQuery = z.strictObject({ cursor: z.string().max(40).optional() })
export const RecipientList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: z.string(),
        personId: z.string(),
        at: z.string(),
        skipped: z.enum(SKIP_REASONS).nullable(),
        state: z.enum(OUTGOING_STATES).nullable(),
        problem: z.string().nullable(),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .openapi('CampaignRecipientList')

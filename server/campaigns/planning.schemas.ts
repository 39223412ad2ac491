import { z } from '@hono/zod-openapi'
import { IsoDate, Source } from '../content/provenance.schemas.ts'
import { UnitId } from '../units/units.schemas.ts'
import { CAMPAIGN_AUDIENCES, CAMPAIGN_STATES, PIECE_KINDS } from './campaigns.schemas.ts'
import { SendSummary } from './sends.schemas.ts'

const Id = z.string().max(40)
const Name = z.string().trim().min(5).max(120)
export const CampaignParams = z.object({ id: Id })

export const NewCampaign = z
  .strictObject({ unitId: UnitId, name: Name, startsOn: IsoDate, endsOn: IsoDate })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ['endsOn'], message: 'ends before it starts' })
  .openapi('NewCampaign')

/** What a piece may lead to: a page of the app, by its kind and its name there. */
export const REFERENCE_KINDS = ['article', 'document', 'procedure', 'situation', 'quiz', 'contest'] as const
const Reference = z.string().regex(new RegExp(`^(${REFERENCE_KINDS.join('|')}):[a-z0-9][a-z0-9._-]{0,119}$`))

const PieceDraft = z
  .strictObject({
    /** Of a piece that was there before, so that sendings still know it; a new one has none. */
    id: Id.nullable(),
    kind: z.enum(PIECE_KINDS),
    title: z.string().trim().min(3).max(140),
    summary: z.string().trim().max(1_000),
    reference: Reference.nullable(),
    onDay: IsoDate,
    place: z.string().trim().max(200),
  })
  .openapi('CampaignPieceDraft')

const plan = {
  name: Name,
  goals: z.string().trim().max(1_000),
  startsOn: IsoDate,
  endsOn: IsoDate,
  audiences: z.array(z.enum(CAMPAIGN_AUDIENCES)).max(CAMPAIGN_AUDIENCES.length),
  unitIds: z.array(UnitId).max(200),
  sources: z.array(Source).max(10),
  pieces: z.array(PieceDraft).max(100),
}
export const CampaignPlan = z
  .strictObject(plan)
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ['endsOn'], message: 'ends before it starts' })
  .openapi('CampaignPlan')
export type CampaignPlan = z.output<typeof CampaignPlan>

export const CAMPAIGN_STEPS = ['approve', 'reopen', 'end'] as const
export type CampaignStep = (typeof CAMPAIGN_STEPS)[number]
export const CampaignStepParams = z.object({ id: Id, step: z.enum(CAMPAIGN_STEPS) })
export const CampaignStepSaid = z
  .strictObject({ remark: z.string().trim().min(3).max(500).optional() })
  .openapi('CampaignStepSaid')

/** What keeps a campaign from being approved. */
export const CAMPAIGN_PROBLEMS = [
  'no_goals',
  'no_sources',
  'no_audiences',
  'no_pieces',
  'piece_outside_period',
  'piece_leads_nowhere',
] as const
export const FoundCampaignProblem = z
  .strictObject({ problem: z.enum(CAMPAIGN_PROBLEMS), piece: z.string().nullable() })
  .openapi('CampaignProblem')

const summary = {
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  state: z.enum(CAMPAIGN_STATES),
  startsOn: IsoDate,
  endsOn: IsoDate,
  updatedAt: z.string(),
}
export const StaffCampaignList = z
  .strictObject({ items: z.array(z.strictObject(summary).openapi('StaffCampaignSummary')) })
  .openapi('StaffCampaignList')

export const StaffCampaign = z
  .strictObject({
    ...summary,
    version: z.int(),
    plan: CampaignPlan,
    authors: z.array(z.string()),
    approvedBy: z.string().nullable(),
    problems: z.array(FoundCampaignProblem),
    /** What the reader may do with it as it stands. */
    mayEdit: z.boolean(),
    maySend: z.boolean(),
    steps: z.array(z.enum(CAMPAIGN_STEPS)),
    sends: z.array(SendSummary),
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
  .openapi('StaffCampaign')

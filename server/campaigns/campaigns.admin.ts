import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import {
  CampaignParams,
  CampaignPlan,
  CampaignStepParams,
  CampaignStepSaid,
  NewCampaign,
  StaffCampaign,
  StaffCampaignList,
} from './planning.schemas.ts'
import {
  createCampaign,
  editCampaign,
  listStaffCampaigns,
  showStaffCampaign,
  takeCampaignStep,
} from './planning.usecases.ts'
import { takeSendStep } from './send-steps.usecases.ts'
import {
  RecipientList,
  RecipientsQuery,
  SendDraft,
  SendParams,
  SendStepParams,
  SendStepSaid,
  StaffSend,
} from './sends.schemas.ts'
import { createSend, editSend, listSendRecipients, showSend } from './sends.usecases.ts'

const reads = { access: { may: 'campaigns.read' } } as const
const writes = { access: { may: 'campaigns.write' } } as const

const list = route('GET /admin/api/campaigns', {
  ...reads,
  summary: 'Campaigns of one’s units, the newest period first',
  reply: StaffCampaignList,
})
const create = route('POST /admin/api/campaigns', {
  ...writes,
  summary: 'Begin a campaign',
  body: NewCampaign,
  reply: StaffCampaign,
  status: 201,
})
const show = route('GET /admin/api/campaigns/{id}', {
  ...reads,
  summary: 'A campaign with its calendar and its sendings',
  params: CampaignParams,
  reply: StaffCampaign,
  problems: ['campaign.not_found'],
})
const edit = route('PUT /admin/api/campaigns/{id}', {
  ...writes,
  summary: 'Change the plan of a draft',
  params: CampaignParams,
  body: CampaignPlan,
  reply: StaffCampaign,
  needsIfMatch: true,
  problems: ['campaign.not_found', 'campaign.wrong_state', 'campaign.changed_meanwhile'],
})
const step = route('POST /admin/api/campaigns/{id}/steps/{step}', {
  ...reads,
  summary: 'Approve, open again, end; each step asks for its own permission',
  params: CampaignStepParams,
  body: CampaignStepSaid,
  reply: StaffCampaign,
  needsIfMatch: true,
  problems: [
    ...(['campaign.not_found', 'campaign.wrong_state', 'campaign.own_work', 'campaign.not_ready'] as const),
    ...(['campaign.step_says_more', 'campaign.changed_meanwhile'] as const),
  ],
})
const createSending = route('POST /admin/api/campaigns/{id}/sends', {
  ...writes,
  summary: 'Draft a sending',
  params: CampaignParams,
  body: SendDraft,
  reply: StaffSend,
  status: 201,
  problems: ['campaign.not_found', 'campaign.wrong_state'],
})
const showSending = route('GET /admin/api/campaign-sends/{id}', {
  ...reads,
  summary: 'A sending as it will be read, to how many, and how it went',
  params: SendParams,
  reply: StaffSend,
  problems: ['campaign.send_not_found'],
})
const editSending = route('PUT /admin/api/campaign-sends/{id}', {
  ...writes,
  summary: 'Change a sending that is not approved',
  params: SendParams,
  body: SendDraft,
  reply: StaffSend,
  needsIfMatch: true,
  problems: ['campaign.send_not_found', 'campaign.wrong_state', 'campaign.changed_meanwhile'],
})
const stepSending = route('POST /admin/api/campaign-sends/{id}/steps/{step}', {
  ...reads,
  summary: 'Make the article, approve, return, stop, settle; each step asks for its own permission',
  params: SendStepParams,
  body: SendStepSaid,
  reply: StaffSend,
  needsIfMatch: true,
  problems: [
    ...(['campaign.send_not_found', 'campaign.wrong_state', 'campaign.own_work', 'campaign.no_account'] as const),
    ...(['campaign.article_refused', 'campaign.zalo_unreachable', 'campaign.step_says_more'] as const),
    'campaign.changed_meanwhile',
  ],
})
const recipients = route('GET /admin/api/campaign-sends/{id}/recipients', {
  ...reads,
  summary: 'Whom it reached or left out, and why: one row a person',
  params: SendParams,
  query: RecipientsQuery,
  reply: RecipientList,
  problems: ['campaign.send_not_found'],
})

export function campaignAdminDoors(api: StaffApi) {
  api.serve(list, (ctx) => listStaffCampaigns(ctx))
  api.serve(create, (ctx, { body }) => createCampaign(ctx, body))
  api.serve(show, (ctx, { params }) => showStaffCampaign(ctx, params.id))
  api.serve(edit, (ctx, { params, body, ifMatch }) => editCampaign(ctx, { id: params.id, version: ifMatch }, body))
  api.serve(step, (ctx, { params, body, ifMatch }) =>
    takeCampaignStep(ctx, { id: params.id, step: params.step, version: ifMatch }, body),
  )
  api.serve(createSending, (ctx, { params, body }) => createSend(ctx, params.id, body))
  api.serve(showSending, (ctx, { params }) => showSend(ctx, params.id))
  api.serve(editSending, (ctx, { params, body, ifMatch }) => editSend(ctx, { id: params.id, version: ifMatch }, body))
  api.serve(stepSending, (ctx, { params, body, ifMatch }) =>
    takeSendStep(ctx, { id: params.id, step: params.step, version: ifMatch }, body),
  )
  api.serve(recipients, (ctx, { params, query }) => listSendRecipients(ctx, params.id, query))
}

import type { Api } from '../http/api.ts'
import { route } from '../http/route.ts'
import { Campaign, CampaignList, CampaignSlug } from './campaigns.schemas.ts'
import { listCurrent, showCampaign } from './campaigns.usecases.ts'

const current = route('GET /api/campaigns/current', {
  summary: 'Campaigns of today: what has come of each, and its events ahead',
  access: 'anyone',
  reply: CampaignList,
})
const one = route('GET /api/campaigns/{slug}', {
  summary: 'One campaign that has begun',
  access: 'anyone',
  params: CampaignSlug,
  reply: Campaign,
  problems: ['campaign.not_found'],
})

export function campaignDoors(api: Api) {
  api.serve(current, (ctx) => listCurrent(ctx))
  api.serve(one, (ctx, { params }) => showCampaign(ctx, params.slug))
}

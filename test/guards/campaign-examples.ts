import { previewOnPhone } from '../../server/campaigns/send-steps.usecases.ts'
import {
  asFollower,
  type Campaign,
  draftCampaign,
  draftSend,
  ifMatch,
  makeFollowers,
  ok,
  readSend,
  type Send,
  sendDraft,
  step,
} from '../campaigns/making-campaigns.ts'
import type { Call, Example, Office } from './staff-example.ts'

const written = ({ author, unitId, canary }: Office) => draftCampaign(author, { unitId, name: canary })
const approved = async (office: Office) => ok(await step(office.rootBoss, await written(office), 'approve'))
const path = ({ id }: { id: string }) => `/admin/api/campaigns/${id}`
const stepOn = (campaign: Campaign, name: string, body: object = {}): Call => ({
  path: `${path(campaign)}/steps/${name}`,
  body,
  headers: ifMatch(campaign),
})

async function drafted(office: Office): Promise<Send> {
  return draftSend(office.author, await approved(office), { body: { title: office.canary } })
}

/** Somebody has looked at it on a phone. */
async function looked(office: Office): Promise<Send> {
  const send = await drafted(office)
  const [person] = await makeFollowers(office.service, 1, () => ({ refusesNews: true }))
  if (person) await previewOnPhone(asFollower(office.service, person), send.previewCode)
  return readSend(office.author, send)
}

const sendPath = ({ id }: { id: string }) => `/admin/api/campaign-sends/${id}`
const stepSending = (send: Send, name: string, body: object = {}): Call => ({
  path: `${sendPath(send)}/steps/${name}`,
  body,
  headers: ifMatch(send),
})

const STEP = 'POST /admin/api/campaigns/{id}/steps/{step}'
const SEND_STEP = 'POST /admin/api/campaign-sends/{id}/steps/{step}'
const REASON = { remark: 'Sai ngày trong tin.' }

export const CAMPAIGN_EXAMPLES: Example[] = [
  {
    line: 'GET /admin/api/campaigns',
    needs: 'campaigns.read',
    scope: 'list',
    call: async (office) => {
      await written(office)
      return { path: '/admin/api/campaigns' }
    },
  },
  {
    line: 'POST /admin/api/campaigns',
    needs: 'campaigns.write',
    scope: 'object',
    call: ({ unitId, canary }) => ({
      path: '/admin/api/campaigns',
      body: { unitId, name: canary, startsOn: '2026-12-01', endsOn: '2026-12-31' },
    }),
  },
  {
    line: 'GET /admin/api/campaigns/{id}',
    needs: 'campaigns.read',
    scope: 'object',
    call: async (office) => ({ path: path(await written(office)) }),
  },
  {
    line: 'PUT /admin/api/campaigns/{id}',
    needs: 'campaigns.write',
    scope: 'object',
    call: async (office) => {
      const campaign = await written(office)
      return { path: path(campaign), body: { ...campaign.plan, goals: 'Viết lại.' }, headers: ifMatch(campaign) }
    },
  },
  {
    line: STEP,
    needs: 'campaigns.approve',
    scope: 'object',
    call: async (office) => stepOn(await written(office), 'approve'),
  },
  {
    line: STEP,
    needs: 'campaigns.write',
    scope: 'object',
    call: async (office) => stepOn(await approved(office), 'reopen', REASON),
  },
  {
    line: 'POST /admin/api/campaigns/{id}/sends',
    needs: 'campaigns.write',
    scope: 'object',
    call: async (office) => ({
      path: `${path(await approved(office))}/sends`,
      body: sendDraft({ body: { title: office.canary } }),
    }),
  },
  {
    line: 'GET /admin/api/campaign-sends/{id}',
    needs: 'campaigns.read',
    scope: 'object',
    call: async (office) => ({ path: sendPath(await drafted(office)) }),
  },
  {
    line: 'PUT /admin/api/campaign-sends/{id}',
    needs: 'campaigns.write',
    scope: 'object',
    call: async (office) => {
      const send = await drafted(office)
      return { path: sendPath(send), body: sendDraft({ body: { title: office.canary } }), headers: ifMatch(send) }
    },
  },
  {
    line: SEND_STEP,
    needs: 'campaigns.write',
    scope: 'object',
    call: async (office) => stepSending(await drafted(office), 'stop', REASON),
  },
  {
    // The account speaks for the whole Sở.
    line: SEND_STEP,
    needs: 'campaigns.approve',
    scope: 'root',
    call: async (office) => stepSending(await looked(office), 'approve'),
  },
  {
    line: 'GET /admin/api/campaign-sends/{id}/recipients',
    needs: 'campaigns.read',
    scope: 'object',
    call: async (office) => ({ path: `${sendPath(await drafted(office))}/recipients` }),
  },
]

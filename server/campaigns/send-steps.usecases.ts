import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Citizen, Ctx, Staff } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { requirePermission } from '../staff/access.rules.ts'
import { type Articles, articlesOf, toArticle } from './articles.ts'
import { findCampaign } from './campaigns.queries.ts'
import { CAMPAIGN_SENDS_JOB } from './campaigns.schemas.ts'
import { readList } from './planning.usecases.ts'
import { stopWaiting } from './recipients.queries.ts'
import * as queries from './sends.queries.ts'
import { mayTakeSend, readBody, SEND_MOVES, unitAsked } from './sends.rules.ts'
import type { SendStep, SendStepSaid, StaffSend } from './sends.schemas.ts'
import { type OpenedSend, openSend, previewOf, showSend } from './sends.usecases.ts'

type Taken = { id: string; step: SendStep; version: number }

/** One step of a sending; what the clock does with it afterwards is in `sending.usecases.ts`. */
export async function takeSendStep(
  ctx: Ctx<Staff>,
  { id, step, version }: Taken,
  { remark }: z.output<typeof SendStepSaid>,
): Promise<z.input<typeof StaffSend>> {
  const opened = await openSend(ctx, id)
  const { send, campaign } = opened
  const { from, to, needs } = SEND_MOVES[step]
  requirePermission(ctx, needs, unitAsked(needs, campaign.unitId))
  checkStep(ctx, step, opened, remark)
  const made = step === 'make_article' ? await makeArticle(ctx, send) : {}
  await ctx.write(async (tx) => {
    const change = { ...made, ...changeOf(ctx, step), ...(to === 'same' ? {} : { state: to }) }
    const changed = await queries.changeSend(tx, { id, version, states: from }, change)
    if (changed === undefined) throw await whyRefused(tx, id, from)
    if (step === 'stop') await stopWaiting(tx, id)
    await recordAudit(tx, ctx, {
      action: `sending.${step}`,
      subject: { kind: 'campaign_send', id },
      unitId: campaign.unitId,
      before: { state: send.state },
      after: { state: changed.state },
      remark,
    })
  })
  if (step === 'approve' || step === 'send_again') ctx.clock().start(CAMPAIGN_SENDS_JOB)
  return showSend(ctx, id)
}

function checkStep({ actor }: Ctx<Staff>, step: SendStep, { send, campaign }: OpenedSend, remark?: string) {
  const { byAnother, says } = SEND_MOVES[step]
  if (!mayTakeSend(step, send)) throw new AppError('campaign.wrong_state', { state: send.state })
  if (step === 'approve' && campaign.state !== 'approved')
    throw new AppError('campaign.wrong_state', { campaign: campaign.state })
  if (byAnother && readList(send.authors).includes(actor.id)) throw new AppError('campaign.own_work')
  if (says && remark === undefined) throw new AppError('campaign.step_says_more', { field: 'remark' })
}

function changeOf({ actor, now }: Ctx<Staff>, step: SendStep): Partial<queries.SendRow> {
  const at = now().toISOString()
  switch (step) {
    case 'approve':
      return { approvedBy: actor.id }
    case 'return':
      return { approvedBy: null, previewedAt: null }
    case 'sent_after_all':
      return { sentAt: at, problem: null }
    case 'send_again':
      return { notBefore: at, problem: null, startedAt: null }
    default:
      return {}
  }
}

/** Made hidden: it is looked at before anybody is shown it. An answer that is lost leaves a hidden article and no more. */
async function makeArticle(ctx: Ctx<Staff>, send: queries.SendRow): Promise<Partial<queries.SendRow>> {
  const articles = articlesOf(ctx)
  if (articles === undefined) throw new AppError('campaign.no_account')
  const made = await articles.create(toArticle(readBody(send), { isShown: false }))
  if (made.outcome === 'refused') throw new AppError('campaign.article_refused', { why: made.why })
  if (made.outcome !== 'told') throw new AppError('campaign.zalo_unreachable', { why: made.why })
  return { articleToken: made.token, ...(await readyArticle(articles, made.token)) }
}

async function readyArticle(articles: Articles, token: string) {
  const verified = await articles.verify(token)
  return verified.outcome === 'told' ? { articleId: verified.articleId } : {}
}

async function whyRefused(tx: Tx, id: string, from: readonly queries.SendRow['state'][]) {
  const now = await queries.findSend(tx, id)
  return now !== undefined && !from.includes(now.state)
    ? new AppError('campaign.wrong_state', { state: now.state })
    : new AppError('campaign.changed_meanwhile')
}

/** What a test phone is shown when it says the code; that it was looked at is written down once. */
export async function previewOnPhone(ctx: Ctx<Citizen>, code: string): Promise<string | undefined> {
  const send = await queries.findByPreviewCode(ctx.db, code)
  const campaign = send && (await findCampaign(ctx.db, send.campaignId))
  if (send === undefined || campaign === undefined) return undefined
  if (send.state === 'draft')
    await ctx.write(async (tx) => {
      const change = { state: 'previewed' as const, previewedAt: ctx.now().toISOString() }
      if ((await queries.changeSend(tx, { id: send.id, states: ['draft'] }, change)) === undefined) return
      await recordAudit(tx, ctx, {
        action: 'sending.preview',
        subject: { kind: 'campaign_send', id: send.id },
        unitId: campaign.unitId,
        before: { state: 'draft' },
        after: { state: 'previewed' },
      })
    })
  return previewOf(ctx, { send, campaign })
}

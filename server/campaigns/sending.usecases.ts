import { recordAudit } from '../audit/audit.queries.ts'
import { SENDING_JOB } from '../chat/chat.schemas.ts'
import type { Say } from '../chat/intent.ts'
import { enqueueSay } from '../chat/outgoing.queries.ts'
import type { Ctx, System } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { enqueueMessage } from '../outbox/outbox.queries.ts'
import { OUTBOX_JOB } from '../outbox/outbox.schemas.ts'
import { type Articles, articlesOf, toArticle } from './articles.ts'
import { type CampaignRow, findCampaign } from './campaigns.queries.ts'
import { isSendingHour } from './campaigns.rules.ts'
import type { SendState } from './campaigns.schemas.ts'
import { insertRecipient, isUnderWay, listNextPeople, setOutgoing } from './recipients.queries.ts'
import * as queries from './sends.queries.ts'
import { readBody, readSegment } from './sends.rules.ts'
import { sayFor } from './sends.usecases.ts'

const BATCH = 100
const LATER_MS = 5 * 60_000
type SendRow = queries.SendRow

/** Moves every sending on by what can be done now. One run at a time, so what stands as begun was left by a crash. */
export async function moveSends(ctx: Ctx<System>, stopping: AbortSignal) {
  const articles = articlesOf(ctx)
  await settleLeftovers(ctx)
  if (articles) await verifyArticles(ctx, articles)
  if (isSendingHour(ctx.now())) await startDue(ctx, articles)
  for (const send of await queries.listSending(ctx.db, ['message'])) await writeToPeople(ctx, send, stopping)
}

/** Nobody knows whether a broadcast that was under way has left: a person decides. An article may be shown again. */
async function settleLeftovers(ctx: Ctx<System>) {
  for (const send of await queries.listSending(ctx.db, ['article', 'broadcast']))
    await move(
      ctx,
      send,
      send.kind === 'broadcast' ? { state: 'unknown', problem: 'stopped_midway' } : { state: 'approved' },
    )
}

async function verifyArticles(ctx: Ctx<System>, articles: Articles) {
  for (const { id, articleToken } of await queries.listUnverified(ctx.db)) {
    const verified = await articles.verify(articleToken ?? '')
    // Refused: to be made again, by hand.
    const change = verified.outcome === 'refused' ? { articleToken: null, problem: verified.why } : undefined
    const made = verified.outcome === 'told' && verified.articleId !== null ? { articleId: verified.articleId } : change
    if (made) await ctx.write((tx) => queries.changeSend(tx, { id, states: ['draft', 'previewed'] }, made))
  }
}

async function startDue(ctx: Ctx<System>, articles: Articles | undefined) {
  const now = ctx.now().toISOString()
  for (const send of await queries.listDue(ctx.db, now)) {
    const campaign = await findCampaign(ctx.db, send.campaignId)
    if (campaign?.state !== 'approved') {
      await move(ctx, send, { state: 'stopped', problem: 'campaign_not_approved' })
      continue
    }
    const started = await move(ctx, send, { state: 'sending', startedAt: now })
    if (started && send.kind !== 'message') await askOnce(ctx, articles, started)
  }
}

/** That it is begun stands in the database before Zalo is asked; an answer that is lost is never asked for again. */
async function askOnce(ctx: Ctx<System>, articles: Articles | undefined, send: SendRow) {
  if (articles === undefined || send.articleId === null) {
    await move(ctx, send, { state: 'failed', problem: 'no_account' })
    return
  }
  const isBroadcast = send.kind === 'broadcast'
  const said = isBroadcast
    ? await articles.broadcast(send.articleId)
    : await articles.update(send.articleId, toArticle(readBody(send), { isShown: true }))
  const at = ctx.now().toISOString()
  const later = { state: 'approved' as const, notBefore: new Date(ctx.now().getTime() + LATER_MS).toISOString() }
  switch (said.outcome) {
    case 'told':
      await move(ctx, send, { state: 'sent', sentAt: at, messageId: 'messageId' in said ? said.messageId : null })
      return
    case 'refused':
      await move(ctx, send, { state: 'failed', problem: said.why })
      return
    case 'later':
      await move(ctx, send, { ...later, problem: said.why })
      return
    case 'unknown':
      await move(ctx, send, isBroadcast ? { state: 'unknown', problem: said.why } : { ...later, problem: said.why })
  }
}

/** Each batch is whole: who was come to, and what is said to them, are written together. */
async function writeToPeople(ctx: Ctx<System>, send: SendRow, stopping: AbortSignal) {
  const campaign = await findCampaign(ctx.db, send.campaignId)
  if (campaign === undefined) return
  const say = await sayFor(ctx, { campaign, pieceId: send.pieceId, body: readBody(send) })
  for (;;) {
    if (stopping.aborted || !isSendingHour(ctx.now())) return
    const come = await ctx.write((tx) => writeToNext(tx, ctx, { send, campaign, say }))
    if (come === 0) break
    ctx.clock().start(SENDING_JOB)
  }
  ctx.clock().start(OUTBOX_JOB)
  if (!(await isUnderWay(ctx.db, send.id))) await move(ctx, send, { state: 'sent', sentAt: ctx.now().toISOString() })
}

type Batch = { send: SendRow; campaign: CampaignRow; say: Say }

async function writeToNext(tx: Tx, ctx: Ctx<System>, { send, campaign, say }: Batch): Promise<number> {
  const { id: sendId, startedAt } = send
  // Stopped since: nothing more is written.
  if ((await queries.findSend(tx, sendId))?.state !== 'sending' || startedAt === null) return 0
  const meant = { segment: readSegment(send), now: ctx.now() }
  const people = await listNextPeople(tx, { ...meant, sendId, startedAt, limit: BATCH })
  const at = ctx.now().toISOString()
  for (const { id: personId, citizenId, skipped, inApp } of people) {
    const isClosed = skipped === 'window_closed' || skipped === 'paid_only'
    const toldInInbox = isClosed && inApp === 1
    const id = ctx.newId()
    if (!(await insertRecipient(tx, { id, sendId, personId, skipped, at, inInbox: toldInInbox, outgoingId: null })))
      continue
    const dedupeKey = `campaign ${sendId} ${personId}`
    if (skipped === null)
      await setOutgoing(
        tx,
        id,
        await enqueueSay(tx, ctx, { personId, kind: 'campaign', dedupeKey, say, campaignSendId: sendId }),
      )
    if (toldInInbox) await tellInInbox(tx, ctx, { citizenId, send, campaign })
  }
  return people.length
}

async function tellInInbox(
  tx: Tx,
  ctx: Ctx<System>,
  told: { citizenId: string; send: SendRow; campaign: CampaignRow },
) {
  const { citizenId, send, campaign } = told
  await enqueueMessage(tx, ctx, {
    dedupeKey: `campaign ${send.id} ${citizenId}`,
    citizenId,
    template: 'campaign_news',
    params: { slug: campaign.slug, title: readBody(send).title },
  })
}

/** By the clock, written down like a step of staff; nothing when it has moved meanwhile. */
async function move(ctx: Ctx<System>, send: SendRow, change: Partial<SendRow> & { state: SendState }) {
  const campaign = await findCampaign(ctx.db, send.campaignId)
  return ctx.write(async (tx) => {
    const before = await queries.findSend(tx, send.id)
    if (before === undefined) return undefined
    const states = send.state === 'approved' ? (['approved'] as const) : (['sending'] as const)
    const moved = await queries.changeSend(tx, { id: send.id, states }, change)
    if (moved === undefined) return undefined
    await recordAudit(tx, ctx, {
      action: `sending.is_${change.state}`,
      subject: { kind: 'campaign_send', id: send.id },
      unitId: campaign?.unitId,
      before: { state: before.state },
      after: { state: moved.state, ...(change.problem ? { problem: change.problem } : {}) },
    })
    return moved
  })
}

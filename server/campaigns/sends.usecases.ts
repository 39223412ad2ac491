import { randomInt } from 'node:crypto'
import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import { writeOut } from '../chat/write-out.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { holds, requirePermission } from '../staff/access.rules.ts'
import { type CampaignRow, findCampaign, listPieces } from './campaigns.queries.ts'
import { pathOf } from './campaigns.rules.ts'
import { nameStaff, openCampaign, readHistory, readList } from './planning.usecases.ts'
import { countMeant, countOutcomes, countSkipped, listRecipients } from './recipients.queries.ts'
import * as queries from './sends.queries.ts'
import { articleText, draftProblems, readBody, readSegment, sayOf, sendStepsFor } from './sends.rules.ts'
import type { Audience, RecipientList, SendBody, SendDraft, StaffSend } from './sends.schemas.ts'

const LIVE = ['draft', 'previewed'] as const
const PAGE = 50
type SendRow = queries.SendRow
export type OpenedSend = { send: SendRow; campaign: CampaignRow }

/** A sending of a campaign of the reader's units; another's is as if it were not there. */
export async function openSend(ctx: Ctx<Staff>, id: string): Promise<OpenedSend> {
  requirePermission(ctx, 'campaigns.read')
  const send = await queries.findSend(ctx.db, id)
  const campaign = send && (await findCampaign(ctx.db, send.campaignId))
  if (send === undefined || campaign === undefined || !holds(ctx.actor, 'campaigns.read', campaign.unitId))
    throw new AppError('campaign.send_not_found')
  return { send, campaign }
}

/** One message of it, as everybody will read it. */
export async function sayFor(
  ctx: Pick<Ctx, 'db' | 'app'>,
  { campaign, pieceId, body }: { campaign: CampaignRow; pieceId: string | null; body: SendBody },
) {
  const pieces = pieceId === null ? [] : await listPieces(ctx.db, [campaign.id])
  const piece = pieces.find(({ id }) => id === pieceId)
  const path = (piece && pathOf(piece)) ?? `/chien-dich/${campaign.slug}`
  const [source]: { title: string }[] = JSON.parse(campaign.sources)
  return sayOf(body, { url: ctx.app.publicUrl + path, source: source?.title ?? 'Sở Giáo dục và Đào tạo Tây Ninh' })
}

export async function previewOf(ctx: Pick<Ctx, 'db' | 'app'>, { send, campaign }: OpenedSend): Promise<string> {
  const body = readBody(send)
  if (send.kind !== 'message') return articleText(body)
  return writeOut(await sayFor(ctx, { campaign, pieceId: send.pieceId, body }))
}

export async function showSend(ctx: Ctx<Staff>, id: string): Promise<z.input<typeof StaffSend>> {
  const opened = await openSend(ctx, id)
  const { send, campaign } = opened
  const authors = readList(send.authors)
  const people = await nameStaff(ctx, [...authors, ...(send.approvedBy === null ? [] : [send.approvedBy])])
  const { unitId, state, name } = campaign
  return {
    ...{ id, campaignId: campaign.id, campaignName: name, unitId, version: send.version, state: send.state },
    draft: readDraft(send),
    preview: await previewOf(ctx, opened),
    previewCode: send.previewCode,
    previewedAt: send.previewedAt,
    article: send.articleId !== null ? 'made' : send.articleToken !== null ? 'being_made' : 'none',
    authors: authors.map(people),
    approvedBy: send.approvedBy && people(send.approvedBy),
    ...{ startedAt: send.startedAt, sentAt: send.sentAt, problem: send.problem },
    mayEdit: isLive(send) && holds(ctx.actor, 'campaigns.write', unitId),
    steps: sendStepsFor(ctx.actor, { ...send, unitId, authors, isShown: state === 'approved' }),
    audience: send.kind === 'message' ? await audienceOf(ctx, send) : null,
    outcomes: await countOutcomes(ctx.db, id),
    history: await readHistory(ctx, { subjectKind: 'campaign_send', subjectId: id, unitId }),
  }
}

function isLive({ state }: Pick<SendRow, 'state'>) {
  return LIVE.some((live) => live === state)
}

function readDraft(send: SendRow): z.input<typeof SendDraft> {
  const { kind, pieceId, notBefore } = send
  return { kind, pieceId, segment: readSegment(send), body: readBody(send), notBefore }
}

/** Before it starts: as it would be now. Afterwards: as it was for each. */
async function audienceOf(ctx: Ctx<Staff>, send: SendRow): Promise<z.input<typeof Audience>> {
  const isBefore = send.startedAt === null
  const counted = isBefore
    ? await countMeant(ctx.db, { segment: readSegment(send), now: ctx.now() })
    : (await countSkipped(ctx.db, send.id)).map((row) => ({ ...row, inApp: row.inInbox }))
  const skipped = counted.flatMap(({ skipped: reason, people }) => (reason === null ? [] : { reason, people }))
  const people = counted.reduce((sum, row) => sum + row.people, 0)
  const closed = counted.filter((row) => row.skipped === 'window_closed' || row.skipped === 'paid_only')
  return {
    people,
    toSend: counted.find((row) => row.skipped === null)?.people ?? 0,
    skipped,
    inInbox: closed.reduce((sum, { inApp }) => sum + inApp, 0),
  }
}

async function checkDraft(ctx: Ctx<Staff>, campaign: CampaignRow, draft: SendDraft) {
  const { pieceId, body } = draft
  const pieces = pieceId === null ? [] : await listPieces(ctx.db, [campaign.id])
  if (pieceId !== null && !pieces.some(({ id }) => id === pieceId))
    throw new AppError('request.invalid', { fields: [{ field: 'pieceId', problem: 'unknown' }] })
  const fields = draftProblems(draft, writeOut(await sayFor(ctx, { campaign, pieceId, body })))
  if (fields.length > 0) throw new AppError('request.invalid', { fields })
}

const columnsOf = ({ kind, pieceId, segment, body, notBefore }: SendDraft) => ({
  ...{ kind, pieceId, notBefore },
  segment: JSON.stringify(segment),
  body: JSON.stringify(body),
})

/** Six digits that somebody types on a phone. */
const newPreviewCode = () => String(randomInt(100_000, 1_000_000))

export async function createSend(
  ctx: Ctx<Staff>,
  campaignId: string,
  draft: SendDraft,
): Promise<z.input<typeof StaffSend>> {
  const campaign = await openCampaign(ctx, campaignId)
  requirePermission(ctx, 'campaigns.write', campaign.unitId)
  if (campaign.state === 'ended') throw new AppError('campaign.wrong_state', { state: campaign.state })
  await checkDraft(ctx, campaign, draft)
  const id = ctx.newId()
  await ctx.write(async (tx) => {
    await queries.insertSend(tx, {
      ...{ id, campaignId, ...columnsOf(draft), state: 'draft', authors: JSON.stringify([ctx.actor.id]), version: 1 },
      ...{ articleToken: null, articleId: null, messageId: null, previewedAt: null, approvedBy: null },
      ...{ startedAt: null, sentAt: null, problem: null, createdAt: ctx.now().toISOString() },
      previewCode: newPreviewCode(),
    })
    await recordAudit(tx, ctx, {
      action: 'sending.create',
      subject: { kind: 'campaign_send', id },
      unitId: campaign.unitId,
      after: draft,
    })
  })
  return showSend(ctx, id)
}

/** What is written anew is looked at anew: the article, the preview and the code are of the old text. */
export async function editSend(
  ctx: Ctx<Staff>,
  { id, version }: { id: string; version: number },
  draft: SendDraft,
): Promise<z.input<typeof StaffSend>> {
  const { send, campaign } = await openSend(ctx, id)
  requirePermission(ctx, 'campaigns.write', campaign.unitId)
  if (!isLive(send)) throw new AppError('campaign.wrong_state', { state: send.state })
  await checkDraft(ctx, campaign, draft)
  await ctx.write(async (tx) => {
    const changed = await queries.changeSend(
      tx,
      { id, version, states: LIVE },
      {
        ...columnsOf(draft),
        ...{ state: 'draft', previewedAt: null, articleToken: null, articleId: null, previewCode: newPreviewCode() },
        authors: JSON.stringify([...new Set([...readList(send.authors), ctx.actor.id])]),
      },
    )
    if (changed === undefined) throw new AppError('campaign.changed_meanwhile')
    await recordAudit(tx, ctx, {
      action: 'sending.edit',
      subject: { kind: 'campaign_send', id },
      unitId: campaign.unitId,
      before: readDraft(send),
      after: draft,
    })
  })
  return showSend(ctx, id)
}

export async function listSendRecipients(
  ctx: Ctx<Staff>,
  id: string,
  { cursor = '' }: { cursor?: string },
): Promise<z.input<typeof RecipientList>> {
  await openSend(ctx, id)
  const rows = await listRecipients(ctx.db, { sendId: id, after: cursor, limit: PAGE + 1 })
  const items = rows.slice(0, PAGE)
  return { items, nextCursor: rows.length > PAGE ? (items.at(-1)?.personId ?? null) : null }
}

import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import { KINDS } from '../content/kinds.ts'
import { lookFrom } from '../content/live.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { requirePermission } from '../staff/access.rules.ts'
import { vietnamDate } from '../vietnam-time.ts'
import * as editions from './editions.queries.ts'
import { openEntry } from './entries.usecases.ts'
import { guessLimitFor } from './preview-guesses.ts'
import { hashPreviewToken, makeOwnToken, newPreviewToken } from './preview-token.ts'
import * as queries from './previews.queries.ts'
import type { NewPreviewLink, Preview, PreviewLinkList, PreviewLinkMade } from './publishing.schemas.ts'
import { previewProblems, type WrittenKind } from './requirements.rules.ts'

const LIFE_DAYS = 14
const OWN_LABEL = 'Soạn thảo'
const DAY_MS = 24 * 60 * 60 * 1000

/** An address that shows the entry's draft to whoever holds it. */
export async function makePreviewLink(
  ctx: Ctx<Staff>,
  entryId: string,
  { label, isOwn = false }: z.output<typeof NewPreviewLink>,
): Promise<z.input<typeof PreviewLinkMade>> {
  const entry = await openEntry(ctx, entryId)
  requirePermission(ctx, 'content.read', entry.unitId)
  if (isOwn) return openOwnPreview(ctx, entry)
  const token = newPreviewToken()
  const id = ctx.newId()
  const expiresAt = new Date(ctx.now().getTime() + LIFE_DAYS * DAY_MS).toISOString()
  await ctx.write(async (tx) => {
    const createdAt = ctx.now().toISOString()
    await queries.insertLink(tx, {
      id,
      entryId,
      label,
      tokenHash: hashPreviewToken(token),
      createdBy: ctx.actor.id,
      createdAt,
      expiresAt,
    })
    await recordAudit(tx, ctx, {
      action: 'preview.make',
      subject: { kind: 'entry', id: entryId },
      unitId: entry.unitId,
      after: { id, label, expiresAt },
    })
  })
  return { id, path: `/xem-truoc/${token}`, expiresAt }
}

/** The one a person looks at while writing; the same for as long as it lives, so it is neither given out nor told of. */
async function openOwnPreview(
  ctx: Ctx<Staff>,
  entry: { id: string; unitId: string },
): Promise<z.input<typeof PreviewLinkMade>> {
  const id = queries.ownLinkId(entry.id, ctx.actor.id)
  const { secret } = await ctx.credentials.auth.$context
  const now = ctx.now()
  const known = await queries.findLink(ctx.db, id)
  const isGood = known !== undefined && Date.parse(known.expiresAt) > now.getTime() + DAY_MS
  const expiresAt = isGood ? known.expiresAt : new Date(now.getTime() + LIFE_DAYS * DAY_MS).toISOString()
  const token = makeOwnToken(secret, `${id} ${expiresAt}`)
  if (isGood) return { id, path: `/xem-truoc/${token}`, expiresAt }
  await ctx.write(async (tx) => {
    await queries.renewOwnLink(tx, {
      ...{ id, entryId: entry.id, label: OWN_LABEL, tokenHash: hashPreviewToken(token) },
      ...{ createdBy: ctx.actor.id, createdAt: now.toISOString(), expiresAt },
    })
    await recordAudit(tx, ctx, {
      action: 'preview.make',
      subject: { kind: 'preview', id },
      unitId: entry.unitId,
      after: { label: OWN_LABEL, expiresAt },
    })
  })
  return { id, path: `/xem-truoc/${token}`, expiresAt }
}

export async function listPreviewLinks(ctx: Ctx<Staff>, entryId: string): Promise<z.input<typeof PreviewLinkList>> {
  await openEntry(ctx, entryId)
  const now = ctx.now().toISOString()
  const links = await queries.listLinks(ctx.db, entryId)
  return {
    items: links.map(({ id, label, createdAt, expiresAt, revokedAt }) => ({
      ...{ id, label, createdAt, expiresAt },
      isRevoked: revokedAt !== null || expiresAt <= now,
    })),
  }
}

export async function revokePreviewLink(
  ctx: Ctx<Staff>,
  { entryId, linkId }: { entryId: string; linkId: string },
): Promise<z.input<typeof PreviewLinkList>> {
  const entry = await openEntry(ctx, entryId)
  requirePermission(ctx, 'content.read', entry.unitId)
  await ctx.write(async (tx) => {
    const revoked = await queries.revokeLink(tx, { id: linkId, entryId, at: ctx.now().toISOString() })
    if (revoked === undefined) throw new AppError('preview.not_found')
    await recordAudit(tx, ctx, {
      action: 'preview.revoke',
      subject: { kind: 'entry', id: entryId },
      unitId: entry.unitId,
      before: { id: linkId, label: revoked.label },
    })
  })
  return listPreviewLinks(ctx, entryId)
}

/** What the link shows now: the draft if there is one, otherwise what is public. */
export async function readPreview(
  ctx: Ctx,
  token: string,
  from: { address: string },
): Promise<z.input<typeof Preview>> {
  const { retryAfterSeconds, wasRight } = guessLimitFor(ctx.db).begin(from.address, ctx.now().getTime())
  if (retryAfterSeconds > 0) throw new AppError('preview.too_many', { retryAfterSeconds })
  const link = await queries.findByToken(ctx.db, hashPreviewToken(token), ctx.now().toISOString())
  const entry = link && (await editions.findEntry(ctx.db, link.entryId))
  if (entry === undefined) throw new AppError('preview.not_found')
  wasRight()
  const edition =
    (await editions.findEditionIn(ctx.db, entry.id, editions.OPEN)) ??
    (await editions.findEditionIn(ctx.db, entry.id, editions.LIVE))
  if (edition === undefined) throw new AppError('preview.not_found')
  const kind = entry.kind as WrittenKind
  const body: Record<string, unknown> = JSON.parse(edition.body)
  const fields = previewProblems(kind, body)
  if (fields.length > 0) throw new AppError('edition.not_ready', { fields })
  const publication = KINDS[kind].publish({ checkedOn: vietnamDate(ctx.now()), ...body })
  const reply = publication.toReply(await lookFrom(ctx.db, publication, {})) as Record<string, unknown>
  return { kind, slug: entry.slug, title: edition.title, reply }
}

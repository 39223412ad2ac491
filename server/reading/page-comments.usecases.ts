import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { holds, requirePermission, unitsFor } from '../staff/access.rules.ts'
import { collectedFor } from './collected.ts'
import * as queries from './page-comments.queries.ts'
import { maskComment } from './page-comments.rules.ts'
import type { PageComment, PageCommentList, PageCommentQuery, PageVerdicts, Triage } from './page-comments.schemas.ts'
import type { NewComment } from './reading.schemas.ts'

const PAGE = 50
const MOST_VERDICTS = 200

/** Takes what a reader says of a page; who said it is not asked and not kept. */
export async function commentOnPage(
  ctx: Ctx,
  { type, slug, isUseful, comment = '' }: z.output<typeof NewComment>,
  from: { address: string },
) {
  const unitId = await queries.findPageUnit(ctx.db, type, slug)
  if (unitId === undefined) throw new AppError('entry.not_found')
  const at = ctx.now()
  const { commentsOfOne, commentsOfAll } = collectedFor(ctx.db)
  const retryAfterSeconds =
    commentsOfOne.take(from.address, at.getTime()) || commentsOfAll.take('everybody', at.getTime())
  if (retryAfterSeconds > 0) throw new AppError('comment.too_many', { retryAfterSeconds })
  const row = {
    ...{ id: ctx.newId(), kind: type, slug, unitId, isUseful, comment: maskComment(comment) },
    ...{ at: at.toISOString(), state: 'new' as const, note: '', version: 1 },
  }
  await ctx.write((tx) => queries.insertComment(tx, row))
  return {}
}

export async function listPageComments(
  ctx: Ctx<Staff>,
  { cursor, ...filter }: z.output<typeof PageCommentQuery>,
): Promise<z.input<typeof PageCommentList>> {
  requirePermission(ctx, 'comments.triage')
  const unitIds = unitsFor(ctx.actor, 'comments.triage')
  const rows = await queries.listComments(ctx.db, { ...filter, unitIds, before: cursor, limit: PAGE + 1 })
  const items = rows.slice(0, PAGE).map(({ unitId: _, ...row }) => row)
  return { items, nextCursor: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null }
}

export async function countPageVerdicts(ctx: Ctx<Staff>): Promise<z.input<typeof PageVerdicts>> {
  requirePermission(ctx, 'comments.triage')
  const unitIds = unitsFor(ctx.actor, 'comments.triage')
  return { items: await queries.countVerdicts(ctx.db, { unitIds, limit: MOST_VERDICTS }) }
}

export async function triageComment(
  ctx: Ctx<Staff>,
  { id, ifMatch, triage }: { id: string; ifMatch: number; triage: z.output<typeof Triage> },
): Promise<z.input<typeof PageComment>> {
  const comment = await queries.findComment(ctx.db, id)
  if (comment === undefined || !holds(ctx.actor, 'comments.triage', comment.unitId))
    throw new AppError('comment.not_found')
  requirePermission(ctx, 'comments.triage', comment.unitId)
  await ctx.write(async (tx) => {
    const changed = await queries.setTriage(tx, { id, version: ifMatch, ...triage, handledBy: ctx.actor.id })
    if (changed === undefined) throw new AppError('comment.changed_meanwhile', { version: comment.version })
    await recordAudit(tx, ctx, {
      action: 'comment.triage',
      subject: { kind: 'comment', id },
      unitId: comment.unitId,
      before: { state: comment.state, note: comment.note },
      after: triage,
    })
  })
  const { unitId: _, ...shown } = comment
  return { ...shown, ...triage, handledByName: ctx.actor.name, version: ifMatch + 1 }
}

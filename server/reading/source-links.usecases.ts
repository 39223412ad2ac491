import type { z } from '@hono/zod-openapi'
import { toString as drawCode } from 'qrcode'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { holds, requirePermission, unitsFor } from '../staff/access.rules.ts'
import { listUnitNames } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import * as queries from './source-links.queries.ts'
import { sourceCode, sourceUrl } from './source-links.rules.ts'
import type { NewSourceLink, SourceLink, SourceLinkList, SourceLinkQuery } from './source-links.schemas.ts'

const PAGE = 50
const MOST_TRIES = 5

type Row = NonNullable<Awaited<ReturnType<typeof queries.findLink>>>

export async function makeSourceLink(
  ctx: Ctx<Staff>,
  { unitId, label, path }: z.output<typeof NewSourceLink>,
): Promise<z.input<typeof SourceLink>> {
  requirePermission(ctx, 'links.manage', unitId)
  const given = { unitId, label, path, createdBy: ctx.actor.id, createdAt: ctx.now().toISOString(), closedAt: null }
  const row = await ctx.write(async (tx) => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const link = { code: sourceCode(ctx.newId()), ...given }
      if (!(await queries.insertLink(tx, link))) continue
      await recordAudit(tx, ctx, {
        action: 'link.make',
        subject: { kind: 'link', id: link.code },
        unitId,
        after: { label, path },
      })
      return link
    }
    throw new Error('no free code in five tries')
  })
  return showLink(ctx, row)
}

/** To its own people; to others there is no such link. */
export async function getSourceLink(ctx: Ctx<Staff>, code: string): Promise<z.input<typeof SourceLink>> {
  return showLink(ctx, await openLink(ctx, code))
}

export async function listSourceLinks(
  ctx: Ctx<Staff>,
  { unitId, cursor }: z.output<typeof SourceLinkQuery>,
): Promise<z.input<typeof SourceLinkList>> {
  requirePermission(ctx, 'links.manage')
  const mine = unitsFor(ctx.actor, 'links.manage')
  const rows = await queries.listLinks(ctx.db, {
    unitIds: unitId === undefined ? mine : mine.filter((id) => id === unitId),
    after: cursor === undefined ? undefined : decodeCursor(cursor),
    limit: PAGE + 1,
  })
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    items: await describe(ctx, shown),
    nextCursor: rows.length > PAGE && last ? encodeCursor(last.createdAt, last.code) : null,
  }
}

/** What hangs on a wall goes on leading here; it only counts for nobody any more. */
export async function closeSourceLink(ctx: Ctx<Staff>, code: string): Promise<z.input<typeof SourceLink>> {
  const link = await openLink(ctx, code)
  if (link.closedAt !== null) return showLink(ctx, link)
  const closedAt = ctx.now().toISOString()
  await ctx.write(async (tx) => {
    if ((await queries.closeLink(tx, code, closedAt)) === undefined) throw new AppError('link.closed')
    await recordAudit(tx, ctx, {
      action: 'link.close',
      subject: { kind: 'link', id: code },
      unitId: link.unitId,
      before: { label: link.label },
    })
  })
  return showLink(ctx, { ...link, closedAt })
}

async function openLink(ctx: Ctx<Staff>, code: string): Promise<Row> {
  const link = await queries.findLink(ctx.db, code)
  if (link === undefined || !holds(ctx.actor, 'links.manage', link.unitId)) throw new AppError('link.not_found')
  requirePermission(ctx, 'links.manage', link.unitId)
  return link
}

async function showLink(ctx: Ctx<Staff>, row: Row): Promise<z.input<typeof SourceLink>> {
  const [link] = await describe(ctx, [row])
  if (link === undefined) throw new Error('one row is one link')
  return { ...link, qrSvg: await drawCode(link.url, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 }) }
}

async function describe(ctx: Ctx<Staff>, rows: Row[]) {
  const unitIds = rows.map(({ unitId }) => unitId)
  const names = await listUnitNames(ctx.db, unitIds, vietnamDate(ctx.now()))
  return rows.map(({ code, unitId, label, path, createdAt, closedAt }) => ({
    ...{ code, unitId, label, path, createdAt },
    unitName: names.get(unitId) ?? unitId,
    url: sourceUrl(ctx.app.publicUrl, { path, code }),
    isClosed: closedAt !== null,
  }))
}

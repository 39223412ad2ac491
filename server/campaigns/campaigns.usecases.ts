import type { z } from '@hono/zod-openapi'
import type { Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { listUnitNames } from '../units/units.queries.ts'
import { type CampaignRow, findStarted, listPieces, listRunning } from './campaigns.queries.ts'
import { shownOn, todayOf } from './campaigns.rules.ts'
import type { Campaign, CampaignList } from './campaigns.schemas.ts'

/** What runs today, each with what has come of it and the events ahead. */
export async function listCurrent(ctx: Pick<Ctx, 'db' | 'now'>): Promise<z.input<typeof CampaignList>> {
  const rows = await listRunning(ctx.db, todayOf(ctx))
  return { items: rows.length === 0 ? [] : await toPublic(ctx, rows) }
}

/** One campaign by its address; it stays readable after its last day, since links to it were sent. */
export async function showCampaign(ctx: Pick<Ctx, 'db' | 'now'>, slug: string): Promise<z.input<typeof Campaign>> {
  const row = await findStarted(ctx.db, slug, todayOf(ctx))
  const [shown] = row === undefined ? [] : await toPublic(ctx, [row])
  if (shown === undefined) throw new AppError('campaign.not_found')
  return shown
}

async function toPublic(ctx: Pick<Ctx, 'db' | 'now'>, rows: CampaignRow[]): Promise<z.input<typeof Campaign>[]> {
  const today = todayOf(ctx)
  const pieces = await listPieces(
    ctx.db,
    rows.map(({ id }) => id),
  )
  const names = await listUnitNames(ctx.db, [...new Set(rows.map(({ unitId }) => unitId))], today)
  return rows.map(({ id, slug, name, goals, startsOn, endsOn, audiences, sources, unitId }) => ({
    ...{ slug, name, goals, startsOn, endsOn },
    isOver: endsOn < today,
    audiences: JSON.parse(audiences),
    unitName: names.get(unitId) ?? unitId,
    sources: JSON.parse(sources),
    pieces: shownOn(
      pieces.filter(({ campaignId }) => campaignId === id),
      today,
    ),
  }))
}

import type { z } from '@hono/zod-openapi'
import type { Ctx, Staff } from '../ctx.ts'
import { requirePermission, unitsFor } from '../staff/access.rules.ts'
import { listUnitNames } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { addDays } from '../working-time/calendar-days.ts'
import { readFigures } from './figures.queries.ts'
import type { FeedbackFigures, FeedbackFiguresQuery } from './figures.schemas.ts'
import { listCategories } from './settings.queries.ts'

type Figures = z.input<typeof FeedbackFigures>
type Row = Figures['total']

const NOTHING: Omit<Row, 'key' | 'name'> = {
  ...{ received: 0, answered: 0, returned: 0, merged: 0, open: 0, overdue: 0, reopened: 0, onTime: 0 },
  ...{ medianMinutes: null, ratings: 0, averageStars: null },
}

/** How what was received in these days has fared, by unit, category or month. */
export async function showFeedbackFigures(
  ctx: Ctx<Staff>,
  { from, to, by }: z.output<typeof FeedbackFiguresQuery>,
): Promise<Figures> {
  requirePermission(ctx, 'figures.read')
  const unitIds = unitsFor(ctx.actor, 'figures.read')
  const chosen = { unitIds, ...momentsOf({ from, to }), now: ctx.now().toISOString() }
  const [total] = await readFigures(ctx.db, 'all', chosen)
  const rows = await readFigures(ctx.db, by, chosen)
  return { total: { ...NOTHING, ...total, key: '', name: 'Tất cả' }, rows: await nameRows(ctx, by, rows) }
}

/** Days in Vietnam as moments: from the first midnight until before the last. */
export function momentsOf({ from, to }: { from: string; to: string }) {
  const midnight = (day: string) => new Date(`${day}T00:00:00+07:00`).toISOString()
  return { from: midnight(from), until: midnight(addDays(to, 1)) }
}

async function nameRows(
  ctx: Ctx<Staff>,
  by: z.output<typeof FeedbackFiguresQuery>['by'],
  rows: Omit<Row, 'name'>[],
): Promise<Row[]> {
  if (by === 'month') return rows.map((row) => ({ ...row, name: row.key.split('-').reverse().join('/') }))
  if (by === 'category') {
    const categories = await listCategories(ctx.db)
    return categories.flatMap(({ id, name }) => rows.filter(({ key }) => key === id).map((row) => ({ ...row, name })))
  }
  const unitIds = rows.map(({ key }) => key)
  const names = await listUnitNames(ctx.db, unitIds, vietnamDate(ctx.now()))
  return rows
    .map((row) => ({ ...row, name: names.get(row.key) ?? row.key }))
    .sort((one, other) => other.received - one.received || one.name.localeCompare(other.name, 'vi'))
}

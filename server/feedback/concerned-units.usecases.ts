import type { z } from '@hono/zod-openapi'
import type { Ctx } from '../ctx.ts'
import { fold } from '../search/vietnamese-text.ts'
import { listTree } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import type { ConcernedUnitQuery, ConcernedUnits } from './settings.schemas.ts'

const MOST = 20

/** Units that a report may be about today. */
export async function findConcernedUnits(
  ctx: Ctx,
  { q }: z.output<typeof ConcernedUnitQuery>,
): Promise<z.input<typeof ConcernedUnits>> {
  const folded = fold(q).trim()
  const filter = { onDate: vietnamDate(ctx.now()), folded: folded === '' ? undefined : folded }
  const units = await listTree(ctx.db, filter, { limit: MOST })
  return { items: units.map(({ id, name, path, isSample }) => ({ id, name, above: path.at(-1) ?? null, isSample })) }
}

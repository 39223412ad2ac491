import type { z } from '@hono/zod-openapi'
import type { Ctx } from '../ctx.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { collectedFor } from './collected.ts'
import { findPageUnit } from './page-comments.queries.ts'
import type { NewRead } from './reading.schemas.ts'
import { addReads } from './reads.queries.ts'
import { findOpenLink } from './source-links.queries.ts'

/** Counts a page as opened. What is not a page of ours counts for nothing, and nobody is told so. */
export async function countRead(
  ctx: Ctx,
  { type, slug, src }: z.output<typeof NewRead>,
  { address }: { address: string },
) {
  const { reads, readers } = collectedFor(ctx.db)
  const now = ctx.now()
  const day = vietnamDate(now)
  if ((await findPageUnit(ctx.db, type, slug)) === undefined) return {}
  if (!readers.isNew({ day, address, page: `${type}/${slug}`, now: now.getTime() })) return {}
  const link = src === undefined ? undefined : await findOpenLink(ctx.db, src)
  reads.count({ day, kind: type, slug, unitId: link?.unitId ?? '', src: link?.code ?? '' })
  return {}
}

/** Writes down what was read since the last time; the job calls it once a minute and at stop. */
export async function keepReads(ctx: Ctx) {
  const { reads, readers } = collectedFor(ctx.db)
  readers.startDay(vietnamDate(ctx.now()))
  const taken = reads.take()
  if (taken.length === 0) return
  try {
    await ctx.write((tx) => addReads(tx, taken))
  } catch (error) {
    reads.putBack(taken)
    throw error
  }
}

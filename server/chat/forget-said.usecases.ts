import type { Ctx, System } from '../ctx.ts'
import { forgetSaid } from './sending.queries.ts'

const KEPT_MS = 7 * 24 * 60 * 60_000

/** What was sent a week ago is no longer needed for sending it. */
export async function forgetWhatWasSaid(ctx: Ctx<System>) {
  const before = new Date(ctx.now().getTime() - KEPT_MS).toISOString()
  await ctx.write((tx) => forgetSaid(tx, before))
}

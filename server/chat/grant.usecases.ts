import type { Ctx, System } from '../ctx.ts'

/** Renews the account's tokens every twelve hours, and looks each minute whether a renewal was left open. */
export async function keepGrant(ctx: Ctx<System>) {
  await ctx.zalo.grant?.keepFresh()
}

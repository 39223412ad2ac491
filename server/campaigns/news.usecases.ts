import type { Citizen, Ctx } from '../ctx.ts'
import { setRefusesNews } from './news.queries.ts'

/** Of campaigns alone: answers and what they asked to be told reach them as before. */
export async function refuseNews(ctx: Ctx<Citizen>) {
  await ctx.write((tx) => setRefusesNews(tx, ctx.actor.sessionId, true))
}

export async function wantNews(ctx: Ctx<Citizen>) {
  await ctx.write((tx) => setRefusesNews(tx, ctx.actor.sessionId, false))
}

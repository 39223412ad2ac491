import type { Citizen, Ctx } from '../ctx.ts'
import { findSelves } from './link.queries.ts'

/** Whoever talks on a chat, as they are now and as they were before they joined their Mini App to it. */
export async function selvesOf(ctx: Ctx<Citizen>): Promise<Ctx<Citizen>[]> {
  const selves = await findSelves(ctx.db, ctx.actor.sessionId)
  const first = selves?.firstCitizenId ?? ctx.actor.id
  return first === ctx.actor.id ? [ctx] : [ctx, { ...ctx, actor: { ...ctx.actor, id: first } }]
}

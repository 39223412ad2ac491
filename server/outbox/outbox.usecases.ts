import type { Ctx, System } from '../ctx.ts'
import { keepInInbox } from '../inbox/inbox.queries.ts'
import * as queries from './outbox.queries.ts'

const BATCH = 200

/** Brings what waits to where people find it: the inbox of the app. */
export async function deliverMessages(ctx: Ctx<System>) {
  for (;;) {
    const waiting = await queries.listWaiting(ctx.db, { until: ctx.now().toISOString(), limit: BATCH })
    if (waiting.length === 0) return
    const at = ctx.now().toISOString()
    // Both or neither: a message is never in the inbox and waiting, nor sent and nowhere.
    await ctx.write(async (tx) => {
      for (const { id, citizenId, template, params } of waiting)
        await keepInInbox(tx, { id, citizenId, template, params, at })
      await queries.markSent(
        tx,
        waiting.map(({ id }) => id),
        at,
      )
    })
  }
}

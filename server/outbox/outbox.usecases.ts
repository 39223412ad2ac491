import { SENDING_JOB } from '../chat/chat.schemas.ts'
import { tellInChat } from '../chat/notices.queries.ts'
import type { Ctx, System } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { keepInInbox } from '../inbox/inbox.queries.ts'
import { listWithdrawn } from '../privacy/consents.queries.ts'
import { CONSENT_PURPOSES } from '../privacy/consents.schemas.ts'
import * as queries from './outbox.queries.ts'
import { BASIS } from './outbox.rules.ts'

const BATCH = 200

/**
 * Brings what waits to where people find it: the inbox of the app, and the chat where it is open. Who no longer agrees
 * is told nothing more.
 */
export async function deliverMessages(ctx: Ctx<System>) {
  for (;;) {
    const waiting = await queries.listWaiting(ctx.db, { until: ctx.now().toISOString(), limit: BATCH })
    if (waiting.length === 0) return
    const at = ctx.now().toISOString()
    let isTold = false
    // Both or neither: a message is never in the inbox and waiting, nor sent and nowhere.
    await ctx.write(async (tx) => {
      const unwanted = await listUnwanted(tx, waiting)
      const wanted = waiting.filter(({ id }) => !unwanted.includes(id))
      for (const { id, citizenId, template, params } of wanted) {
        await keepInInbox(tx, { id, citizenId, template, params, at })
        isTold = (await tellInChat(tx, ctx, { id, citizenId, template, params })) || isTold
      }
      await queries.markDead(tx, unwanted, 'consent_withdrawn')
      await queries.markSent(
        tx,
        wanted.map(({ id }) => id),
        at,
      )
    })
    if (isTold) ctx.clock().start(SENDING_JOB)
  }
}

async function listUnwanted(tx: Tx, waiting: queries.OutboxMessage[]): Promise<string[]> {
  const unwanted: string[] = []
  for (const purpose of CONSENT_PURPOSES) {
    const resting = waiting.filter(({ template }) => BASIS[template] === purpose)
    if (resting.length === 0) continue
    const citizenIds = [...new Set(resting.map(({ citizenId }) => citizenId))]
    const gone = await listWithdrawn(tx, { citizenIds, purpose })
    unwanted.push(...resting.filter(({ citizenId }) => gone.has(citizenId)).map(({ id }) => id))
  }
  return unwanted
}

import type { Ctx, System } from '../ctx.ts'
import { deleteSettledEvents } from './events.queries.ts'
import { deleteMessagesBefore } from './messages.queries.ts'

const DAY_MS = 24 * 60 * 60_000
const EVENTS_KEPT_MS = 30 * DAY_MS
const MESSAGES_KEPT_MS = 365 * DAY_MS

/** Every night: keys of events that are too old to be sent again, and conversations of more than a year ago. */
export async function forgetOldChat(ctx: Ctx<System>) {
  const before = (ms: number) => new Date(ctx.now().getTime() - ms).toISOString()
  await ctx.write((tx) => deleteSettledEvents(tx, before(EVENTS_KEPT_MS)))
  await ctx.write((tx) => deleteMessagesBefore(tx, before(MESSAGES_KEPT_MS)))
}

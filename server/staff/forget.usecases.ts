import type { Ctx, System } from '../ctx.ts'
import { LONGEST_IDLE_MS, LONGEST_SESSION_MS } from './credentials.ts'
import { deleteOldFailures } from './failures.queries.ts'
import { deleteOldKeys } from './idempotency.queries.ts'
import { deleteOldSessions, deleteOldVerifications } from './sessions.queries.ts'
import { deleteOldCodes } from './used-codes.queries.ts'

const DAY_MS = 24 * 60 * 60_000

/** Every night: sessions and unfinished sign-ins that are over, answers kept for repeats, failures long past. */
export async function forgetWhatIsOver(ctx: Ctx<System>) {
  const ago = (ms: number) => new Date(ctx.now().getTime() - ms).toISOString()
  await ctx.write(async (tx) => {
    await deleteOldSessions(tx, { startedAt: ago(LONGEST_SESSION_MS), lastSeenAt: ago(LONGEST_IDLE_MS) })
    await deleteOldVerifications(tx, ago(0))
    await deleteOldCodes(tx, ctx.now())
    await deleteOldKeys(tx, ago(2 * DAY_MS))
    await deleteOldFailures(tx, ago(DAY_MS))
  })
}

import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import * as queries from './failures.queries.ts'
import { isHourOver, secondsToWait, secondsToWaitForNetwork } from './failures.rules.ts'
import { hashSecret } from './staff-store.ts'

/** `count`: how many have failed in a row for the e-mail address, this one included. */
export type Attempt = { who: string; network: string; count: number }

/**
 * Counts an attempt as failed before it is looked at, so that a hundred at once count as a hundred; a success
 * takes it back. Refuses when the e-mail address or the network has to wait.
 */
export async function beginAttempt(ctx: Ctx, from: { email: string; address: string }): Promise<Attempt> {
  const who = hashSecret(from.email.toLowerCase())
  const network = hashSecret(`network ${from.address}`)
  const outcome = await ctx.write(async (tx) => {
    const now = ctx.now()
    const failed = await queries.findFailures(tx, who)
    const failedFromThere = await queries.findFailures(tx, network)
    const wait = Math.max(secondsToWait(failed, now), secondsToWaitForNetwork(failedFromThere, now))
    if (wait > 0) return { wait, count: 0 }
    if (failedFromThere && isHourOver(failedFromThere, now)) await queries.clearFailures(tx, network)
    for (const each of [who, network]) await queries.addFailure(tx, each, now.toISOString())
    return { wait, count: (failed?.count ?? 0) + 1 }
  })
  if (outcome.wait > 0) throw new AppError('staff.too_many_attempts', { retryAfterSeconds: outcome.wait })
  return { who, network, count: outcome.count }
}

export async function forgetFailures(tx: Tx, { who, network }: Attempt) {
  await queries.clearFailures(tx, who)
  await queries.takeBackFailure(tx, network)
}

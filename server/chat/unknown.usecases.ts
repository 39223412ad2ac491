import type { Ctx, System } from '../ctx.ts'
import type { Channel } from './channel.ts'
import type { Say } from './intent.ts'
import { sayPlace } from './outgoing.queries.ts'
import { openUserId } from './people.queries.ts'
import * as queries from './sending.queries.ts'
import { backoffMs } from './sending.rules.ts'
import { writeOut } from './write-out.ts'

const AT_ONCE = 8
const BATCH = 200
/** Of the doubling waits between two looks, where to begin. */
const FIRST_LOOK = 3

/** Messages whose sender is gone: nobody knows whether they arrived. */
export async function sweepLeftBehind(
  ctx: Ctx<System>,
  { underWay, settleAfterMs }: { underWay: ReadonlySet<string>; settleAfterMs: number },
) {
  const left = (await queries.listSending(ctx.db)).filter(({ id }) => !underWay.has(id))
  if (left.length === 0) return
  const settleAt = (since: string) => new Date(Date.parse(since) + settleAfterMs).toISOString()
  await ctx.write(async (tx) => {
    for (const { id, messageId, sendingSince, createdAt } of left) {
      const since = sendingSince ?? createdAt
      // Named by the account's own echo: it did arrive.
      if (messageId !== null) await queries.settle(tx, id, { state: 'sent', sentAt: since, problem: null })
      else await queries.settle(tx, id, { state: 'unknown', problem: 'interrupted', nextAt: settleAt(since) })
    }
  })
}

/** Looks for those that may have arrived; tells how long the account's limits keep it from going on, ms. */
export async function lookForUnknown(ctx: Ctx<System>, { chance }: { chance: () => number }): Promise<number> {
  const due = await queries.listDueUnknown(ctx.db, { now: ctx.now().toISOString(), limit: BATCH })
  let restMs = 0
  async function takeOne() {
    for (let message = due.shift(); message !== undefined && restMs === 0; message = due.shift()) {
      const channel = ctx.channels[message.person.channel]
      if (channel === undefined) continue
      restMs = channel.findSent === undefined ? 0 : channel.waitMs(ctx.now().getTime())
      if (restMs === 0) await lookFor(ctx, channel, message, chance)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, takeOne))
  return restMs
}

/** Among what the channel remembers of the conversation; only what is not there is said again. */
async function lookFor(ctx: Ctx<System>, channel: Channel, message: queries.Outgoing, chance: () => number) {
  const { id, attempts, sendingSince } = message.row
  const found = await findArrived(ctx, channel, message)
  const now = ctx.now()
  const soon = new Date(now.getTime() + backoffMs(attempts + FIRST_LOOK, chance())).toISOString()
  // Not its own fault: the try does not count.
  const again = { state: 'waiting' as const, attempts: Math.max(0, attempts - 1), nextAt: now.toISOString() }
  const sent = { state: 'sent' as const, messageId: found, sentAt: sendingSince, problem: null }
  const change = found === 'cannot_tell' ? { nextAt: soon } : found === undefined ? again : sent
  await ctx.write((tx) => queries.settle(tx, id, change))
}

async function findArrived(ctx: Ctx<System>, channel: Channel, { row, person }: queries.Outgoing) {
  const say = openSay(ctx, row)
  if (say === undefined || channel.findSent === undefined) return undefined
  const sinceMs = Date.parse(row.sendingSince ?? row.createdAt)
  const { findSent } = channel
  const ask = async () => findSent(openUserId(ctx, person), writeOut(say), sinceMs)
  const names = await ask().catch(() => undefined)
  if (names === undefined) return 'cannot_tell'
  const taken = await queries.listTakenNames(ctx.db, names)
  return names.find((name) => !taken.has(name))
}

/** What is to be said; nothing when it was forgotten or cannot be opened with our keys. */
export function openSay({ sealing }: Pick<Ctx, 'sealing'>, row: queries.Outgoing['row']): Say | undefined {
  if (row.saySealed === null) return undefined
  try {
    return JSON.parse(sealing.open(sayPlace(row.id), row.saySealed))
  } catch {
    return undefined
  }
}

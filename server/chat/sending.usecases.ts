import type { Ctx, System } from '../ctx.ts'
import type { Channel } from './channel.ts'
import { type ChannelSettings, findChannelSettings } from './channels.queries.ts'
import { CHANNELS, type ChannelName, SENDING_JOB } from './chat.schemas.ts'
import { noteSent } from './note-sent.usecases.ts'
import { openUserId } from './people.queries.ts'
import * as queries from './sending.queries.ts'
import { decide } from './sending.rules.ts'
import { lookForUnknown, openSay, sweepLeftBehind } from './unknown.usecases.ts'

const AT_ONCE = 24
const BATCH = 200
/** Zalo may still be carrying out what it has not answered, and its echo may be on the way. */
const SETTLE_AFTER_MS = 60_000
const LONGEST_SLEEP_MS = 60_000
const SHORTEST_SLEEP_MS = 50

export type SendingSettings = { chance: () => number; settleAfterMs?: number }

/**
 * Sends what waits until nothing is due: one person's messages in order, many people at once; then wakes itself up for
 * what is due later. What may have been sent is looked for before it is sent again.
 */
export function createSendWaiting({ chance, settleAfterMs = SETTLE_AFTER_MS }: SendingSettings) {
  /** People somebody is writing to just now, and the messages. */
  const busy = new Set<string>()
  const underWay = new Set<string>()
  let alarm: NodeJS.Timeout | undefined
  const settings = { chance, settleAfterMs }

  return async function sendWaiting(ctx: Ctx<System>, stopping: AbortSignal) {
    clearTimeout(alarm)
    await sweepLeftBehind(ctx, { underWay, settleAfterMs })
    const searchRestMs = await lookForUnknown(ctx, { chance })
    const restMs = await sendDue(ctx, stopping)
    if (!stopping.aborted) await setAlarm(ctx, Math.max(searchRestMs, restMs), stopping)
  }

  async function setAlarm(ctx: Ctx<System>, restMs: number, stopping: AbortSignal) {
    const now = ctx.now()
    const nextAt = await queries.findNextAt(ctx.db, now.toISOString())
    const waits = [restMs, nextAt === null ? 0 : Date.parse(nextAt) - now.getTime()].filter((ms) => ms > 0)
    const soonest = Math.min(...waits)
    // Beyond a minute the clock's own round comes first.
    if (soonest > LONGEST_SLEEP_MS) return
    alarm = setTimeout(() => ctx.clock().start(SENDING_JOB), Math.max(soonest, SHORTEST_SLEEP_MS))
    stopping.addEventListener('abort', () => clearTimeout(alarm), { once: true })
  }

  /** Tells how long an account's limits keep it from going on, ms. */
  async function sendDue(ctx: Ctx<System>, stopping: AbortSignal): Promise<number> {
    const running = new Set<Promise<void>>()
    const resting = new Map<ChannelName, number>()
    const problems: unknown[] = []
    const mayGoOn = () => !stopping.aborted && problems.length === 0
    for (;;) {
      const channels = CHANNELS.filter((name) => ctx.channels[name] !== undefined && !resting.has(name))
      const now = ctx.now().toISOString()
      const due = mayGoOn() ? await queries.listDueHeads(ctx.db, { channels, now, limit: BATCH }) : []
      let begun = 0
      for (const message of due) {
        const { personId } = message.row
        const channel = ctx.channels[message.person.channel]
        if (channel === undefined || busy.has(personId) || resting.has(channel.name)) continue
        while (running.size >= AT_ONCE) await Promise.race(running)
        if (!mayGoOn()) break
        const waitMs = await clearForSending(ctx, channel, message)
        if (waitMs === undefined) continue
        if (waitMs.ms > 0) resting.set(channel.name, waitMs.ms)
        if (waitMs.ms > 0) continue
        begun += 1
        busy.add(personId)
        const work = sendOne(ctx, channel, message, waitMs)
          .catch((error: unknown) => void problems.push(error))
          .finally(() => {
            busy.delete(personId)
            running.delete(work)
          })
        running.add(work)
      }
      if (begun > 0) continue
      if (running.size > 0) await Promise.race(running)
      else if (problems.length > 0) throw problems[0]
      else return Math.max(0, ...resting.values())
    }
  }

  /** Whether it may leave now as far as we know, and when; otherwise it is put off, or will not leave: nothing. */
  async function clearForSending(ctx: Ctx<System>, channel: Channel, message: queries.Outgoing) {
    const { row } = message
    const now = ctx.now()
    const known = await findChannelSettings(ctx.db, channel.name)
    const { hasWindows } = channel
    const decision = decide({
      kind: row.kind,
      person: message.person,
      settings: known,
      hasWindows,
      now,
      chance: chance(),
    })
    if (decision.do === 'send') return { ms: channel.waitMs(now.getTime()), asks: decision.asks, settings: known }
    const change =
      decision.do === 'fail'
        ? { state: 'failed' as const, problem: decision.why }
        : { nextAt: decision.until.toISOString() }
    await ctx.write((tx) => queries.settle(tx, row.id, change))
    return undefined
  }

  async function sendOne(
    ctx: Ctx<System>,
    channel: Channel,
    { row, person }: queries.Outgoing,
    { asks, settings: { hasButtons } }: { asks: boolean; settings: ChannelSettings },
  ) {
    const userId = openUser(ctx, person)
    const say = openSay(ctx, row)
    if (say === undefined || userId === undefined)
      return ctx.write((tx) => queries.settle(tx, row.id, { state: 'failed', problem: 'unreadable' }))
    if (asks && !(await isStillFree(ctx, channel, row.id, userId))) return
    // Marked before Zalo is asked: whoever finds it so after a crash knows that it may have been sent.
    if (!(await ctx.write((tx) => queries.markSending(tx, row.id, ctx.now().toISOString())))) return
    underWay.add(row.id)
    try {
      await noteSent(ctx, { channel, row, sent: await channel.send(userId, say, { buttons: hasButtons }) }, settings)
    } finally {
      underWay.delete(row.id)
    }
  }

  /** What nobody asked for is not paid for: Zalo is asked before whether it would be. */
  async function isStillFree(ctx: Ctx<System>, channel: Channel, id: string, userId: string) {
    const told = await channel.mayNotify?.(userId)
    if (told === undefined || told.answer === 'free') return true
    const change =
      told.answer === 'unknown'
        ? { nextAt: new Date(ctx.now().getTime() + told.afterMs).toISOString() }
        : { state: 'failed' as const, problem: told.answer === 'costs' ? 'quota_used_up' : 'window_closed' }
    await ctx.write((tx) => queries.settle(tx, id, change))
    return false
  }
}

/** Nothing when none of our keys opens it: that message is lost, not the queue behind it. */
function openUser(ctx: Ctx<System>, person: queries.Outgoing['person']): string | undefined {
  try {
    return openUserId(ctx, person)
  } catch {
    return undefined
  }
}

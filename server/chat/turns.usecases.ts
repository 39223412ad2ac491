import type { Ctx, System } from '../ctx.ts'
import { joinBurst } from './bursts.rules.ts'
import { pauseAfter } from './event-time.rules.ts'
import * as events from './events.queries.ts'
import { apologise, type Elsewhere, handleEvents } from './happenings.usecases.ts'

/** Enough that their commits are shared, few enough that others' requests go on between them. */
const LANES_AT_ONCE = 12
const HEADS_AT_ONCE = 200
const BURST_AT_MOST = 10
/** After so many failures the others of the same person no longer wait for an event. */
const MOST_ATTEMPTS = 5

type Head = { key: string; lane: string | null }

/** Answers everything that waits: one person's events in their order, many people side by side. */
export async function takeTurns(ctx: Ctx<System>, elsewhere: Elsewhere) {
  for (;;) {
    const heads = await events.listDueHeads(ctx.db, ctx.now().toISOString(), HEADS_AT_ONCE)
    if (heads.length === 0) return
    const workers = Array.from({ length: LANES_AT_ONCE }, async () => {
      for (let head = heads.shift(); head !== undefined; head = heads.shift()) await takeLane(ctx, elsewhere, head)
    })
    await Promise.all(workers)
  }
}

async function takeLane(ctx: Ctx<System>, elsewhere: Elsewhere, { key, lane }: Head) {
  if (lane === null) {
    const event = await events.findEvent(ctx.db, key)
    if (event?.state === 'waiting') await takeOne(ctx, elsewhere, [event])
    return
  }
  for (;;) {
    const waiting = await events.listWaitingInLane(ctx.db, lane, BURST_AT_MOST)
    const [first] = waiting
    if (first === undefined || first.nextAt > ctx.now().toISOString()) return
    await takeOne(ctx, elsewhere, joinBurst(waiting))
  }
}

/** One event, or texts that belong together. A failure costs the others nothing: it is tried again later, then put aside. */
async function takeOne(ctx: Ctx<System>, elsewhere: Elsewhere, together: events.EventRow[]) {
  const [event] = together
  if (event === undefined) return
  try {
    await handleEvents(ctx, elsewhere, together)
  } catch (error) {
    const attempts = event.attempts + 1
    const isPoison = attempts >= MOST_ATTEMPTS
    const nextAt = new Date(ctx.now().getTime() + pauseAfter(attempts)).toISOString()
    const problem = error instanceof Error ? error.name : 'unknown'
    await ctx.write((tx) =>
      events.setEvent(tx, event.key, { state: isPoison ? 'poison' : 'waiting', attempts, nextAt, problem }),
    )
    if (isPoison) await apologise(ctx, event).catch(() => {})
  }
}

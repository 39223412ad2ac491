import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Ctx, System } from '../ctx.ts'
import { isTurnOver } from '../fair-turns.ts'
import { planBurst } from './bursts.rules.ts'
import { readDialogue } from './dialogue.ts'
import { pauseAfter } from './event-time.rules.ts'
import * as events from './events.queries.ts'
import { apologise, type Elsewhere, handleEvents } from './happenings.usecases.ts'
import { findPersonByUser, openDialogue } from './people.queries.ts'
import { parseEvent } from './read-body.ts'

const TEXTS = new Set(['user_send_text', 'message.text.received'])
/** Enough that their commits are shared, few enough that others' requests go on between them. */
const LANES_AT_ONCE = 12
const HEADS_AT_ONCE = 200
const BURST_AT_MOST = 10
/** After so many failures the others of the same person no longer wait for an event. */
const MOST_ATTEMPTS = 5

export type TurnSettings = { elsewhere: Elsewhere; burstMs: number }
type Head = { key: string; lane: string | null }

/** Answers everything that waits: one person's events in their order, many people side by side. */
export async function takeTurns(ctx: Ctx<System>, how: TurnSettings) {
  for (;;) {
    const heads = await events.listDueHeads(ctx.db, ctx.now().toISOString(), HEADS_AT_ONCE)
    if (heads.length === 0) return
    const workers = Array.from({ length: LANES_AT_ONCE }, () => async () => {
      for (let head = heads.shift(); head !== undefined; head = heads.shift()) await takeLane(ctx, how, head)
    })
    const ends = await Promise.allSettled(workers.map((work) => work()))
    const failed = ends.find((end) => end.status === 'rejected')
    if (failed) throw failed.reason
  }
}

async function takeLane(ctx: Ctx<System>, how: TurnSettings, { key, lane }: Head) {
  if (lane === null) {
    const event = await events.findEvent(ctx.db, key)
    if (event?.state === 'waiting') await takeOne(ctx, how, [event])
    return
  }
  for (;;) {
    while (isTurnOver()) await nextTurn()
    const waiting = await events.listWaitingInLane(ctx.db, lane, BURST_AT_MOST)
    const [first] = waiting
    if (first === undefined || first.nextAt > ctx.now().toISOString()) return
    // One that cannot even be read is taken alone, and put aside there.
    const together = await joinBurst(ctx, how, waiting).catch(() => waiting.slice(0, 1))
    if (together === undefined) return
    await takeOne(ctx, how, together)
  }
}

/** Texts of one breath while nothing is under way; nothing when more of them may still come, and a look is due later. */
async function joinBurst(ctx: Ctx<System>, { burstMs }: TurnSettings, waiting: events.EventRow[]) {
  const [first] = waiting
  if (first === undefined || burstMs === 0 || first.attempts > 0 || !TEXTS.has(first.name)) return waiting.slice(0, 1)
  const isBroken = waiting.findIndex(({ name }) => !TEXTS.has(name))
  const said = (isBroken === -1 ? waiting : waiting.slice(0, isBroken)).map((event) => parseEvent(ctx, event))
  const [one] = said
  if (one?.kind !== 'said' || first.channel === 'mini_app') return waiting.slice(0, 1)
  const person = await findPersonByUser(ctx.db, ctx, { channel: first.channel, userId: one.userId })
  const dialogue = person && readDialogue(openDialogue(ctx, person)).dialogue
  if (person?.mode === 'staff' || dialogue?.active) return waiting.slice(0, 1)
  const texts = said.map((each, at) => ({
    happenedMs: waiting[at]?.happenedMs ?? 0,
    receivedAt: waiting[at]?.receivedAt ?? '',
    text: each.kind === 'said' ? each.heard.text : '',
  }))
  const offered = (dialogue?.offered ?? []).flatMap(({ label, payload }) => [label, payload])
  const { count, readyMs } = planBurst(texts, { burstMs, offered })
  if (isBroken === -1 && readyMs > ctx.now().getTime()) {
    const nextAt = new Date(readyMs).toISOString()
    await ctx.write((tx) => events.setEvent(tx, first.key, { state: 'waiting', attempts: 0, nextAt, problem: null }))
    return undefined
  }
  return waiting.slice(0, count)
}

/** One event, or texts that belong together. A failure costs the others nothing: it is tried again later, then put aside. */
async function takeOne(ctx: Ctx<System>, { elsewhere }: TurnSettings, together: events.EventRow[]) {
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

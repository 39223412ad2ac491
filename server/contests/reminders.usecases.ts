import type { Citizen, Ctx, System } from '../ctx.ts'
import { enqueueMessage } from '../outbox/outbox.queries.ts'
import { OUTBOX_JOB } from '../outbox/outbox.schemas.ts'
import type { RoundRow } from './contests.queries.ts'
import { findAnnounced } from './entries.usecases.ts'
import * as queries from './reminders.queries.ts'

const DAY_MS = 24 * 60 * 60_000

export async function wantReminder(ctx: Ctx<Citizen>, slug: string) {
  const { id: contestId } = await findAnnounced(ctx.db, slug)
  const wish = { contestId, citizenId: ctx.actor.id, at: ctx.now().toISOString() }
  await ctx.write((tx) => queries.insertReminder(tx, wish))
}

export async function dropReminder(ctx: Ctx<Citizen>, slug: string) {
  const { id: contestId } = await findAnnounced(ctx.db, slug)
  await ctx.write((tx) => queries.deleteReminder(tx, { contestId, citizenId: ctx.actor.id }))
}

export async function wantsReminder(ctx: Ctx<Citizen>, slug: string): Promise<boolean> {
  const { id: contestId } = await findAnnounced(ctx.db, slug)
  return queries.isReminded(ctx.db, { contestId, citizenId: ctx.actor.id })
}

/** By the clock: whoever asked is told that a round has opened, and a day before it closes; each once. */
export async function remindOfRounds(ctx: Ctx<System>) {
  if (!ctx.steady.isSure()) return
  const nowMs = ctx.steady.now()
  for (const { round, contest } of await queries.listOpenRounds(ctx.db)) {
    const what = dueReminder(round, nowMs)
    if (what === undefined) continue
    const wishes = (await queries.listReminded(ctx.db, contest.id)).filter(({ at }) => at < what.since)
    if (wishes.length === 0) continue
    const params = {
      slug: contest.slug,
      contest: contest.name,
      round: round.name,
      what: what.is,
      closesAt: round.closesAt,
    }
    await ctx.write(async (tx) => {
      for (const { citizenId } of wishes) {
        const dedupeKey = `contest_reminder ${round.id} ${what.is} ${citizenId}`
        await enqueueMessage(tx, ctx, { dedupeKey, citizenId, template: 'contest_reminder', params })
      }
    })
    ctx.clock().start(OUTBOX_JOB)
  }
}

/** `since`: who asked later than that has just been told when the round opens and closes. */
function dueReminder({ opensAt, closesAt }: RoundRow, nowMs: number) {
  const [opensMs, closesMs] = [Date.parse(opensAt), Date.parse(closesAt)]
  const lastDayMs = closesMs - DAY_MS
  if (nowMs >= closesMs) return undefined
  if (nowMs >= lastDayMs && lastDayMs > opensMs)
    return { is: 'closes', since: new Date(lastDayMs).toISOString() } as const
  return nowMs >= opensMs && nowMs < opensMs + DAY_MS ? ({ is: 'opens', since: opensAt } as const) : undefined
}

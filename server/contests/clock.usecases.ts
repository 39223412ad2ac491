import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, System } from '../ctx.ts'
import { listDueRounds } from './building.queries.ts'
import { findContest, moveRound } from './contests.queries.ts'

/** Opens and closes what is due, in that order; a round that both began and ended while nobody ran goes through both. */
export async function moveByClock(ctx: Ctx<System>) {
  // A clock that somebody has set says nothing about how long a round has been open.
  if (!ctx.steady.isSure()) return
  const now = new Date(ctx.steady.now()).toISOString()
  const due = await listDueRounds(ctx.db, now)
  if (due.length === 0) return
  for (const { id, contestId, number, state, closesAt } of due) {
    const moves = [
      ...(state === 'scheduled' ? [['scheduled', 'open'] as const] : []),
      ...(closesAt <= now ? [['open', 'closed'] as const] : []),
    ]
    const contest = await findContest(ctx.db, contestId)
    await ctx.write(async (tx) => {
      for (const [from, to] of moves) {
        if ((await moveRound(tx, id, from, to)) === undefined) continue
        await recordAudit(tx, ctx, {
          action: to === 'open' ? 'contest.round_open' : 'contest.round_close',
          subject: { kind: 'contest', id: contestId },
          unitId: contest?.unitId,
          after: { round: number, state: to },
        })
      }
    })
  }
  ctx.contentChanged()
}

import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import { contestAttempts, contestEvents } from './attempts.table.ts'
import { CHAIN_START, type ContestEvent, hashLink, writeEvents } from './event-chain.rules.ts'

/** Hands in the papers of a round whose time is over; returns how many. */
export async function finishOverdue(ctx: Ctx, roundId: string): Promise<number> {
  const atMs = ctx.now().getTime()
  return ctx.write(async (tx) => {
    const overdue = and(
      eq(contestAttempts.roundId, roundId),
      eq(contestAttempts.state, 'in_progress'),
      sql`${contestAttempts.deadlineMs} <= ${atMs}`,
    )
    const ended = await tx
      .update(contestAttempts)
      .set({
        state: sql`iif(trim(${contestAttempts.sheet}, ',') = '', 'expired_empty', 'auto_submitted')`,
        submittedMs: sql`${contestAttempts.deadlineMs}`,
      })
      .where(overdue)
      .returning()
    if (ended.length === 0) return 0
    const events = writeEvents(
      ended.map(({ id, state, deadlineMs }): ContestEvent => {
        const is = state === 'expired_empty' ? state : 'auto_submitted'
        return { is, attempt: id, at: deadlineMs }
      }),
    )
    const [last] = await tx.select().from(contestEvents).orderBy(sql`seq DESC`).limit(1)
    const prevHash = last?.hash ?? CHAIN_START
    await tx.insert(contestEvents).values({ atMs, events, prevHash, hash: hashLink({ prevHash, atMs, events }) })
    return ended.length
  })
}

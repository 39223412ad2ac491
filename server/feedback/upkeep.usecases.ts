import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, System } from '../ctx.ts'
import { vietnamDate } from '../vietnam-time.ts'
import * as queries from './reports.queries.ts'
import { move } from './steps.usecases.ts'

const BATCH = 200

/** Sends what was approved for today or earlier: each once, whatever day it was missed on. */
export async function sendOnAnswerDay(ctx: Ctx<System>) {
  for (const report of await queries.listForAnswerDay(ctx.db, { today: vietnamDate(ctx.now()), limit: BATCH }))
    await move(ctx, { report, step: 'send', said: {} })
}

/** An answer nobody asked about again is closed when the time to reopen it is over. */
export async function closeAnswered(ctx: Ctx<System>) {
  const before = ctx.now().toISOString()
  for (const report of await queries.listUnreopened(ctx.db, { before, limit: BATCH }))
    await move(ctx, { report, step: 'close', said: {} })
}

/** Tells a late report once to whoever leads: it shows in the history and stands at the top of the list. */
export async function escalateLate(ctx: Ctx<System>) {
  const at = ctx.now().toISOString()
  for (const { id, unitId } of await queries.listToEscalate(ctx.db, { now: at, limit: BATCH }))
    await ctx.write(async (tx) => {
      if (!(await queries.markEscalated(tx, id, at))) return
      const event = { id: ctx.newId(), reportId: id, at, kind: 'escalated' as const, isInternal: true, unitId }
      await queries.insertEvent(tx, event)
      await recordAudit(tx, ctx, { action: 'report.escalate', subject: { kind: 'report', id }, unitId })
    })
}

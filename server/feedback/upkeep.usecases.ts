import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, System } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { insertNotice } from '../upkeep/notices.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { listApprovers } from './handlers.queries.ts'
import { dueRange } from './inbox.usecases.ts'
import { insertEvent, type ReportRow } from './reports.queries.ts'
import { move } from './steps.usecases.ts'
import * as queries from './upkeep.queries.ts'

const BATCH = 200

/** Sends what was approved for today or earlier: each once, whatever day it was missed on. */
export async function sendOnAnswerDay(ctx: Ctx<System>, stopping: AbortSignal) {
  const today = vietnamDate(ctx.now())
  await moveAll(ctx, stopping, 'send', () => queries.listForAnswerDay(ctx.db, { today, limit: BATCH }))
}

/** An answer nobody asked about again is closed when the time to reopen it is over. */
export async function closeAnswered(ctx: Ctx<System>, stopping: AbortSignal) {
  const before = ctx.now().toISOString()
  await moveAll(ctx, stopping, 'close', () => queries.listUnreopened(ctx.db, { before, limit: BATCH }))
}

/** Batch after batch until none is left; each report is a write of its own, between which others have their turn. */
async function moveAll(
  ctx: Ctx<System>,
  stopping: AbortSignal,
  step: 'send' | 'close',
  listSome: () => Promise<ReportRow[]>,
) {
  for (let moved = 1; moved > 0 && !stopping.aborted; ) {
    moved = 0
    for (const report of await listSome()) moved += (await isMoved(ctx, report, step)) ? 1 : 0
  }
}

/** False when somebody was quicker: the report is left as they made it. */
async function isMoved(ctx: Ctx<System>, report: ReportRow, step: 'send' | 'close') {
  try {
    await move(ctx, { report, step, said: {} })
    return true
  } catch (error) {
    if (error instanceof AppError && error.code.startsWith('report.')) return false
    throw error
  }
}

/** Tells whoever leads of what is due by the end of the next working day, and of what is late: each once a round. */
export async function tellHeads(ctx: Ctx<System>) {
  const headsOf = findHeads(ctx)
  await inBatches(() => escalateLate(ctx, headsOf))
  await inBatches(() => warnOfDueSoon(ctx, headsOf))
}

type HeadsOf = ReturnType<typeof findHeads>

function findHeads({ db, now }: Ctx<System>) {
  const today = vietnamDate(now())
  const known = new Map<string, string[]>()
  return async (unitId: string) => {
    const heads = known.get(unitId) ?? (await listApprovers(db, { unitId, today }))
    known.set(unitId, heads)
    return heads
  }
}

/** Until a batch is not full, or tells nobody: where there is no head, those left wait for one. */
async function inBatches(tellSome: () => Promise<{ found: number; told: number }>) {
  for (;;) {
    const { found, told } = await tellSome()
    if (found < BATCH || told === 0) return
  }
}

/** A late report is told once: to the head, in the history, and to whoever reads the audit. */
async function escalateLate(ctx: Ctx<System>, headsOf: HeadsOf) {
  const at = ctx.now().toISOString()
  const late = await queries.listToEscalate(ctx.db, { now: at, limit: BATCH })
  let told = 0
  for (const report of late) {
    const { id, unitId } = report
    const heads = await headsOf(unitId)
    if (heads.length === 0) continue
    told += 1
    await ctx.write(async (tx) => {
      if (!(await queries.markEscalated(tx, id, at))) return
      await tellOf(tx, ctx, { kind: 'report_late', report, heads })
      const event = { id: ctx.newId(), reportId: id, at, kind: 'escalated' as const, isInternal: true, unitId }
      await insertEvent(tx, event)
      await recordAudit(tx, ctx, { action: 'report.escalate', subject: { kind: 'report', id }, unitId })
    })
  }
  return { found: late.length, told }
}

async function warnOfDueSoon(ctx: Ctx<System>, headsOf: HeadsOf) {
  const { from = ctx.now().toISOString(), until } = await dueRange(ctx, 'soon')
  const soon = await queries.listDueSoon(ctx.db, { from, until, limit: BATCH })
  let told = 0
  for (const report of soon) {
    const heads = await headsOf(report.unitId)
    if (heads.length > 0) told += 1
    await ctx.write((tx) => tellOf(tx, ctx, { kind: 'report_due_soon', report, heads }))
  }
  return { found: soon.length, told }
}

type Telling = { kind: 'report_late' | 'report_due_soon'; report: queries.ToEscalate; heads: string[] }

async function tellOf(tx: Tx, ctx: Ctx<System>, { kind, report, heads }: Telling) {
  const { id: reportId, rounds, dueAt } = report
  const about = { kind, reportId, round: rounds + 1, dueOn: vietnamDate(new Date(dueAt)), at: ctx.now().toISOString() }
  for (const staffId of heads) await insertNotice(tx, { ...about, id: ctx.newId(), staffId })
}

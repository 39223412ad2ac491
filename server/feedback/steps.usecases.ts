import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff, System } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { OUTBOX_JOB } from '../outbox/outbox.schemas.ts'
import { requirePermission } from '../staff/access.rules.ts'
import { isUnitOn } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { openReport, requireImpartial, showChanged } from './case.usecases.ts'
import { mayHandle } from './handlers.queries.ts'
import type { Case } from './inbox.schemas.ts'
import * as queries from './reports.queries.ts'
import { findCategory } from './settings.queries.ts'
import { changeOf, keepAnswer, tell, turnClockFor } from './step-changes.ts'
import type { BulkResult, BulkStep, StaffStep, StepSaid } from './steps.schemas.ts'
import { MOVES, mayTake } from './workflow.rules.ts'

type Taken = { id: string; version: number; step: StaffStep; said: StepSaid }

/** One step staff take with a report; what the sender learns of it they learn by a notice. */
export async function takeReportStep(ctx: Ctx<Staff>, taken: Taken): Promise<z.input<typeof Case>> {
  await takeOne(ctx, taken)
  ctx.clock().start(OUTBOX_JOB)
  return showChanged(ctx, taken.id)
}

/** The same step with many reports, each by itself: a refusal leaves the others done. */
export async function takeBulkStep(
  ctx: Ctx<Staff>,
  { step, items, said }: z.output<typeof BulkStep>,
): Promise<z.input<typeof BulkResult>> {
  const done: string[] = []
  const refused: { id: string; code: string }[] = []
  for (const { id, version } of items) {
    try {
      await takeOne(ctx, { id, version, step, said })
      done.push(id)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refused.push({ id, code: error.code })
    }
  }
  ctx.clock().start(OUTBOX_JOB)
  return { done, refused }
}

async function takeOne(ctx: Ctx<Staff>, { id, version, step, said }: Taken) {
  const report = await openReport(ctx, id)
  requirePermission(ctx, MOVES[step].needs, report.unitId)
  requireImpartial(ctx, report)
  await checkStep(ctx, step, report, said)
  await move(ctx, { report: { ...report, version }, step, said })
}

/** Carries the step out: the clock, the answer, the report, its history, the audit and the notices in one write. */
export async function move(
  ctx: Ctx<Staff> | Ctx<System>,
  taken: { report: queries.ReportRow; step: StaffStep; said: StepSaid },
) {
  const { report, step, said } = taken
  const { id, version } = report
  await ctx.write(async (tx) => {
    await turnClockFor(tx, ctx, taken)
    await keepAnswer(tx, ctx, taken)
    const change = await changeOf(tx, ctx, taken)
    const changed = await queries.changeReport(tx, { id, version, states: MOVES[step].from }, change)
    if (changed === undefined) throw await whyRefused(tx, id, step)
    await queries.insertEvent(tx, {
      ...{ id: ctx.newId(), reportId: id, at: ctx.now().toISOString() },
      staffId: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      kind: changed.unitId === report.unitId ? MOVES[step].event : 'transferred',
      isInternal: MOVES[step].isInternal,
      unitId: changed.unitId,
      text: said.text ?? null,
    })
    await recordAudit(tx, ctx, {
      action: `report.${step}`,
      subject: { kind: 'report', id },
      unitId: report.unitId,
      before: { state: report.state, unitId: report.unitId, assigneeId: report.assigneeId },
      after: { state: changed.state, unitId: changed.unitId, assigneeId: changed.assigneeId },
    })
    await tell(tx, ctx, step, changed)
  })
}

/** What must hold before the step: its state, what is said with it, and that nobody approves their own words. */
async function checkStep(ctx: Ctx<Staff>, step: StaffStep, report: queries.ReportRow, said: StepSaid) {
  const { says, byAnother } = MOVES[step]
  if (!mayTake(step, report.state)) throw new AppError('report.wrong_state', { state: report.state })
  if (says === 'reason' && said.reason === undefined) throw new AppError('report.step_says_more', { field: 'reason' })
  if (says !== undefined && said.text === undefined) throw new AppError('report.step_says_more', { field: 'text' })
  if (byAnother) await requireAnother(ctx, report)
  if (step === 'triage' && said.categoryId !== undefined && !(await findCategory(ctx.db, said.categoryId))?.isActive)
    throw unknown('categoryId')
  if (step === 'assign') await checkAssignment(ctx, report, said)
}

async function requireAnother(ctx: Ctx<Staff>, report: queries.ReportRow) {
  const answer = await queries.findAnswer(ctx.db, report.id, report.rounds + 1)
  const authors: string[] = JSON.parse(answer?.authors ?? '[]')
  if (authors.includes(ctx.actor.id)) throw new AppError('report.own_answer')
}

async function checkAssignment(ctx: Ctx<Staff>, report: queries.ReportRow, said: StepSaid) {
  const today = vietnamDate(ctx.now())
  if (said.unitId !== undefined && !(await isUnitOn(ctx.db, said.unitId, today))) throw unknown('unitId')
  const unitId = said.unitId ?? report.unitId
  if (said.assigneeId && !(await mayHandle(ctx.db, { staffId: said.assigneeId, unitId, today })))
    throw unknown('assigneeId')
}

function unknown(field: string) {
  return new AppError('request.invalid', { fields: [{ field, problem: 'unknown' }] })
}

/** Nothing was changed: either the report is elsewhere by now, or somebody was quicker. */
async function whyRefused(tx: Tx, id: string, step: StaffStep) {
  const now = await queries.findReport(tx, id)
  const isElsewhere = now !== undefined && !mayTake(step, now.state)
  return isElsewhere
    ? new AppError('report.wrong_state', { state: now.state })
    : new AppError('report.changed_meanwhile')
}

import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { OUTBOX_JOB } from '../outbox/outbox.schemas.ts'
import { holds, requirePermission } from '../staff/access.rules.ts'
import { tellSender } from './announcements.ts'
import { openReport, requireImpartial, showCase } from './case.usecases.ts'
import { openContact, sealContact } from './contact.ts'
import { ReportCode } from './feedback.schemas.ts'
import { findFreeCode } from './free-code.ts'
import type { Case } from './inbox.schemas.ts'
import { promiseAnswer } from './report-time.ts'
import * as queries from './reports.queries.ts'
import { findCategory } from './settings.queries.ts'
import type { Merge, Split } from './steps.schemas.ts'
import { MERGEABLE } from './workflow.rules.ts'

type Versioned = { id: string; version: number }

/** Two reports of one thing become one: both senders hear its answer, and the code of each goes on working. */
export async function mergeReport(
  ctx: Ctx<Staff>,
  { id, version }: Versioned,
  { intoCode, text }: z.output<typeof Merge>,
): Promise<z.input<typeof Case>> {
  const report = await openReport(ctx, id)
  requirePermission(ctx, 'feedback.triage', report.unitId)
  requireImpartial(ctx, report)
  const into = await findTarget(ctx, report, intoCode)
  requireImpartial(ctx, into)
  const at = ctx.now().toISOString()
  await ctx.write(async (tx) => {
    // Read again in the write: the other may have been merged into this one meanwhile.
    await refuseCircle(tx, id, into.id)
    await queries.turnClock(tx, id, { at, next: undefined })
    const change = { state: 'merged' as const, isOpen: false, mergedIntoId: into.id, dueAt: null, updatedAt: at }
    const merged = await queries.changeReport(tx, { id, version, states: MERGEABLE }, change)
    if (merged === undefined) throw new AppError('report.changed_meanwhile')
    const event = { at, kind: 'merged' as const, staffId: ctx.actor.id, text: text ?? null }
    await queries.insertEvent(tx, { ...event, id: ctx.newId(), reportId: id, isInternal: false, unitId: report.unitId })
    await queries.insertEvent(tx, {
      ...{ ...event, id: ctx.newId(), reportId: into.id, isInternal: true, unitId: into.unitId, text: report.code },
    })
    await recordAudit(tx, ctx, {
      action: 'report.merge',
      subject: { kind: 'report', id },
      unitId: report.unitId,
      before: { state: report.state },
      after: { state: 'merged', into: into.code },
    })
    await tellSender(tx, ctx, merged, 'report_merged')
  })
  ctx.clock().start(OUTBOX_JOB)
  return showCase(ctx, id)
}

async function findTarget(ctx: Ctx<Staff>, report: queries.ReportRow, intoCode: string) {
  const code = ReportCode.safeParse(intoCode)
  const into = code.success ? await queries.findByCode(ctx.db, code.data) : undefined
  if (into === undefined || !holds(ctx.actor, 'feedback.read', into.unitId))
    throw new AppError('request.invalid', { fields: [{ field: 'intoCode', problem: 'unknown' }] })
  if (into.id === report.id || isWithoutAnswer(into)) throw new AppError('report.not_mergeable')
  return into
}

/** Handed back, taken back by its sender, or erased: whoever was merged into it would never hear. */
function isWithoutAnswer({ state, answeredAt, erasedAt }: queries.ReportRow) {
  return state === 'returned' || erasedAt !== null || (state === 'closed' && answeredAt === null)
}

/** Follows what the target was itself merged into; meeting this report on the way, the line would have no end. */
async function refuseCircle(db: Ctx['db'], id: string, intoId: string) {
  for (let next: string | null = intoId; next !== null; ) {
    if (next === id) throw new AppError('report.not_mergeable')
    next = (await queries.findReport(db, next))?.mergedIntoId ?? null
  }
}

/** One report about two things: the second goes to its own unit with the same sender, code of its own, and limit. */
export async function splitReport(
  ctx: Ctx<Staff>,
  { id, version }: Versioned,
  { content, categoryId, unitId }: z.output<typeof Split>,
): Promise<z.input<typeof Case>> {
  const report = await openReport(ctx, id)
  requirePermission(ctx, 'feedback.triage', report.unitId)
  requirePermission(ctx, 'feedback.triage', unitId)
  requireImpartial(ctx, report)
  const category = await findCategory(ctx.db, categoryId)
  if (!category?.isActive)
    throw new AppError('request.invalid', { fields: [{ field: 'categoryId', problem: 'unknown' }] })
  const part = await makePart(ctx, report, { content, categoryId, unitId, limitDays: category.limitDays })
  const at = ctx.now().toISOString()
  await ctx.write(async (tx) => {
    const touched = await queries.changeReport(tx, { id, version, states: MERGEABLE }, { updatedAt: at })
    if (touched === undefined) throw new AppError('report.changed_meanwhile')
    await queries.insertReport(tx, part)
    const contact = await queries.findContact(tx, id)
    const sealed = contact && sealContact(ctx, part.id, openContact(ctx, contact))
    if (sealed) await queries.insertContact(tx, sealed)
    await queries.startClock(tx, { reportId: part.id, unitId, at })
    const event = { at, staffId: ctx.actor.id }
    await queries.insertEvent(tx, {
      ...{ ...event, id: ctx.newId(), reportId: part.id, kind: 'sent', isInternal: false, unitId },
    })
    await queries.insertEvent(tx, {
      ...{ ...event, id: ctx.newId(), reportId: id, kind: 'split', isInternal: true, unitId, text: part.code },
    })
    await recordAudit(tx, ctx, {
      action: 'report.split',
      subject: { kind: 'report', id },
      unitId: report.unitId,
      after: { code: part.code, unitId },
    })
    await tellSender(tx, ctx, part, 'report_received')
  })
  ctx.clock().start(OUTBOX_JOB)
  return showCase(ctx, id)
}

async function makePart(
  ctx: Ctx<Staff>,
  report: queries.ReportRow,
  given: Pick<queries.ReportRow, 'content' | 'categoryId' | 'unitId' | 'limitDays'>,
): Promise<queries.ReportRow> {
  const receivedAt = ctx.now().toISOString()
  const { dueAt, isDueApproximate } = await promiseAnswer(ctx.db, { ...given, from: receivedAt })
  const id = ctx.newId()
  return {
    ...{ ...report, ...given, id, receivedAt, dueAt, isDueApproximate },
    ...{ roundStartedAt: receivedAt, updatedAt: receivedAt, splitFromId: report.id, code: await findFreeCode(ctx) },
    ...{ state: 'received', isOpen: true, assigneeId: null, version: 1, requestKey: null, requestHash: null },
    ...{ firstAnsweredAt: null, answeredAt: null, closedAt: null, reopenUntil: null, returnReason: null },
    ...{ firstDueAt: null, firstAnswerMinutes: null, workedMinutes: 0, rounds: 0, escalatedAt: null, linkVersion: 1 },
  }
}

import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { holds, requirePermission, unitsFor } from '../staff/access.rules.ts'
import { listUnitNames } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { addWorkingTime } from '../working-time/working-time.rules.ts'
import { openReport, requireImpartial, showCase } from './case.usecases.ts'
import { openContact } from './contact.ts'
import { ReportCode } from './feedback.schemas.ts'
import { listHandlers } from './handlers.queries.ts'
import * as inbox from './inbox.queries.ts'
import type {
  Case,
  ContactAsked,
  ContactOpened,
  HandlerList,
  HandlersQuery,
  Inbox,
  InboxCounts,
  InboxQuery,
} from './inbox.schemas.ts'
import { DUE_SOON_DAYS, isOverdue, readTimetable } from './report-time.ts'
import * as queries from './reports.queries.ts'
import type { Note } from './steps.schemas.ts'

const PAGE = 50

export async function listInbox(ctx: Ctx<Staff>, query: z.output<typeof InboxQuery>): Promise<z.input<typeof Inbox>> {
  requirePermission(ctx, 'feedback.read')
  const rows = query.code === undefined ? await readPage(ctx, query) : await findByCode(ctx, query.code)
  const items = rows.slice(0, PAGE)
  const unitIds = [...new Set(items.map(({ unitId }) => unitId))]
  const names = await listUnitNames(ctx.db, unitIds, vietnamDate(ctx.now()))
  const last = items.at(-1)
  return {
    items: items.map((row) => ({
      ...row,
      unitName: names.get(row.unitId) ?? row.unitId,
      isOverdue: isOverdue({ isOpen: row.dueAt !== null, dueAt: row.dueAt }, ctx.now()),
    })),
    nextCursor: rows.length > PAGE && last ? encodeCursor(last.dueAt ?? '', last.id) : null,
  }
}

async function readPage(ctx: Ctx<Staff>, query: z.output<typeof InboxQuery>) {
  const mine = unitsFor(ctx.actor, 'feedback.read')
  return inbox.listInbox(ctx.db, {
    unitIds: query.unitId === undefined ? mine : mine.filter((id) => id === query.unitId),
    state: query.state,
    categoryId: query.categoryId,
    due: query.due && (await dueRange(ctx, query.due)),
    assigneeId: query.mine && ctx.actor.id,
    after: query.cursor === undefined ? undefined : decodeCursor(query.cursor),
    limit: PAGE + 1,
  })
}

/** Of any state, as long as the reader's units hold it. */
async function findByCode(ctx: Ctx<Staff>, text: string) {
  const code = ReportCode.safeParse(text)
  const report = code.success ? await queries.findByCode(ctx.db, code.data) : undefined
  if (report === undefined || !holds(ctx.actor, 'feedback.read', report.unitId)) return []
  return inbox.readRows(ctx.db, [report.id])
}

export async function countInbox(ctx: Ctx<Staff>): Promise<z.input<typeof InboxCounts>> {
  requirePermission(ctx, 'feedback.read')
  const unitIds = unitsFor(ctx.actor, 'feedback.read')
  const states = await inbox.countOpen(ctx.db, unitIds)
  return {
    open: states.reduce((sum, { count }) => sum + count, 0),
    overdue: await inbox.countDue(ctx.db, unitIds, await dueRange(ctx, 'overdue')),
    soon: await inbox.countDue(ctx.db, unitIds, await dueRange(ctx, 'soon')),
    mine: await inbox.countMine(ctx.db, unitIds, ctx.actor.id),
    states,
  }
}

/** Overdue: before now. Soon: from now until the end of the next working day, in the usual office hours. */
export async function dueRange(ctx: Ctx, due: 'overdue' | 'soon') {
  const now = ctx.now().toISOString()
  if (due === 'overdue') return { until: now }
  const timetable = await readTimetable(ctx.db, { unitId: '', from: now })
  const end = addWorkingTime(timetable, now, { amount: DUE_SOON_DAYS, unit: 'working_day' }).at
  return { from: now, until: new Date(Date.parse(end) + 1).toISOString() }
}

export async function listReportHandlers(
  ctx: Ctx<Staff>,
  id: string,
  { unitId }: z.output<typeof HandlersQuery>,
): Promise<z.input<typeof HandlerList>> {
  const report = await openReport(ctx, id)
  requirePermission(ctx, 'feedback.triage', report.unitId)
  return { items: await listHandlers(ctx.db, { unitId: unitId ?? report.unitId, today: vietnamDate(ctx.now()) }) }
}

/** Opens who sent it, for a reason that stays in the report's history. */
export async function openReportContact(
  ctx: Ctx<Staff>,
  id: string,
  { reason }: z.output<typeof ContactAsked>,
): Promise<z.input<typeof ContactOpened>> {
  const report = await openReport(ctx, id)
  requirePermission(ctx, 'feedback.contact', report.unitId)
  requireImpartial(ctx, report)
  const kept = await queries.findContact(ctx.db, id)
  if (kept === undefined) throw new AppError('report.no_contact')
  const { sender, isUnder16, guardian } = openContact(ctx, kept)
  await ctx.write(async (tx) => {
    await queries.insertEvent(tx, {
      ...{ id: ctx.newId(), reportId: id, at: ctx.now().toISOString(), kind: 'contact_shown', isInternal: true },
      ...{ staffId: ctx.actor.id, unitId: report.unitId, text: reason },
    })
    await recordAudit(tx, ctx, {
      action: 'report.open_contact',
      subject: { kind: 'report', id },
      unitId: report.unitId,
    })
  })
  return { sender, isUnder16, guardian }
}

export async function addNote(
  ctx: Ctx<Staff>,
  id: string,
  { text }: z.output<typeof Note>,
): Promise<z.input<typeof Case>> {
  const report = await openReport(ctx, id)
  requirePermission(ctx, 'feedback.note', report.unitId)
  requireImpartial(ctx, report)
  await ctx.write(async (tx) => {
    await queries.insertEvent(tx, {
      ...{ id: ctx.newId(), reportId: id, at: ctx.now().toISOString(), kind: 'note', isInternal: true },
      ...{ staffId: ctx.actor.id, unitId: report.unitId, text },
    })
    await recordAudit(tx, ctx, {
      action: 'report.note',
      subject: { kind: 'report', id },
      unitId: report.unitId,
    })
  })
  return showCase(ctx, id)
}

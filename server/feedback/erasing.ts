import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { deleteInboxOf } from '../inbox/inbox.queries.ts'
import { deleteOutboxOf } from '../outbox/outbox.queries.ts'
import { deleteRepliesAbout } from '../staff/idempotency.queries.ts'
import * as erasing from './erasing.queries.ts'
import { promiseAnswer } from './report-time.ts'
import * as queries from './reports.queries.ts'

/** What stands where a text was: a person asked, or the time to keep it is over. */
export const ERASED = {
  asked: 'Nội dung đã xoá theo yêu cầu của người gửi.',
  expired: 'Nội dung đã xoá vì hết thời hạn lưu giữ.',
}

/** Everything of a report that may tell who sent it, wherever it stands. It goes on counting in the figures. */
export async function eraseReport(tx: Tx, ctx: Ctx, report: queries.ReportRow, why: keyof typeof ERASED) {
  const { id, code, unitId, citizenId } = report
  const [words, at] = [ERASED[why], ctx.now().toISOString()]
  if (report.isOpen) await endReport(tx, ctx, report)
  await erasing.deleteContact(tx, id)
  await erasing.deleteFilesOf(tx, { reportId: id })
  await erasing.wipeTexts(tx, id, words)
  await deleteRepliesAbout(tx, code)
  if (citizenId !== null) await deleteOutboxOf(tx, { citizenId, code })
  if (citizenId !== null) await deleteInboxOf(tx, { citizenId, code })
  await erasing.wipeReport(tx, id, { words, at })
  await recordAudit(tx, asNobody(ctx), { action: 'report.erase', subject: { kind: 'report', id }, unitId })
}

/** Its sender does not want it handled any more: it is closed, and the office reads so in its history. */
export async function endReport(tx: Tx, ctx: Ctx, report: queries.ReportRow) {
  const { id, unitId, version, state } = report
  const at = ctx.now().toISOString()
  await queries.turnClock(tx, id, { at, next: undefined })
  const ended = { state: 'closed' as const, isOpen: false, closedAt: at, dueAt: null, reopenUntil: null, updatedAt: at }
  await queries.changeReport(tx, { id, version, states: [state] }, ended)
  await queries.insertEvent(tx, {
    ...{ id: ctx.newId(), reportId: id, at, kind: 'withdrawn', isInternal: false, unitId },
  })
  await recordAudit(tx, asNobody(ctx), {
    action: 'report.withdraw',
    subject: { kind: 'report', id },
    unitId,
    before: { state },
    after: { state: 'closed' },
  })
  for (const merged of await queries.listMergedInto(tx, id)) {
    const isOthers = merged.citizenId !== null && merged.citizenId !== report.citizenId
    if (isOthers) await bringBack(tx, ctx, merged)
  }
}

/** What was merged into a report that nobody will answer is in the inbox again, with a limit of its own from now. */
async function bringBack(tx: Tx, ctx: Ctx, { id, version, unitId, limitDays }: queries.ReportRow) {
  const at = ctx.now().toISOString()
  const { dueAt, isDueApproximate } = await promiseAnswer(tx, { unitId, limitDays, from: at })
  await queries.turnClock(tx, id, { at, next: { unitId, kind: 'running' } })
  const afresh = { isOpen: true, mergedIntoId: null, assigneeId: null, escalatedAt: null, roundStartedAt: at }
  await queries.changeReport(
    tx,
    { id, version, states: ['merged'] },
    { ...afresh, state: 'received', dueAt, isDueApproximate, updatedAt: at },
  )
  await queries.insertEvent(tx, {
    ...{ id: ctx.newId(), reportId: id, at, kind: 'reopened', isInternal: false, unitId },
  })
  await recordAudit(tx, asNobody(ctx), { action: 'report.bring_back', subject: { kind: 'report', id }, unitId })
}

/** Zalo's webhook and the clock erase too, and a door that nobody has come through has no actor to write down. */
function asNobody(ctx: Ctx) {
  const { actor } = ctx
  return { ...ctx, actor: actor.kind === 'anyone' || actor.kind === 'taker' ? ({ kind: 'system' } as const) : actor }
}

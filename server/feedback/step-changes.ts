import type { Ctx, Staff, System } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { tellAllOfAnswer, tellSender } from './announcements.ts'
import { readClock } from './report-time.ts'
import * as queries from './reports.queries.ts'
import { findCategory } from './settings.queries.ts'
import type { StaffStep, StepSaid } from './steps.schemas.ts'
import { MOVES, OPEN_STATES } from './workflow.rules.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const MINUTE_MS = 60_000

type Step = { step: StaffStep; report: queries.ReportRow; said: StepSaid }
type Change = Partial<queries.ReportRow>

/** What a step changes in the report itself; its clock has been turned already. */
export async function changeOf(tx: Tx, ctx: Ctx<Staff> | Ctx<System>, { step, report, said }: Step): Promise<Change> {
  const at = ctx.now().toISOString()
  const { to } = MOVES[step]
  const moved = { state: to, isOpen: OPEN_STATES.has(to), updatedAt: at }
  switch (step) {
    case 'triage':
      return { ...moved, categoryId: said.categoryId ?? report.categoryId }
    case 'return':
      return {
        ...{ ...moved, returnReason: said.reason ?? null, closedAt: at, dueAt: null },
        workedMinutes: report.workedMinutes + (await minutesOfRound(tx, ctx, report)),
      }
    case 'assign':
      return { ...moved, ...assignment(report, said) }
    case 'begin':
      return { ...moved, assigneeId: report.assigneeId ?? (ctx.actor.kind === 'staff' ? ctx.actor.id : null) }
    case 'ask':
      return { ...moved, dueAt: null }
    case 'go_on':
      return { ...moved, ...(await dueNow(tx, ctx, report)) }
    case 'send':
      return { ...moved, ...(await answered(tx, ctx, report)) }
    case 'close':
      return { ...moved, closedAt: at }
    default:
      return moved
  }
}

function assignment(report: queries.ReportRow, { unitId = report.unitId, assigneeId }: StepSaid): Change {
  const stays = unitId === report.unitId ? report.assigneeId : null
  return { unitId, assigneeId: assigneeId === undefined ? stays : assigneeId }
}

async function answered(tx: Tx, ctx: Pick<Ctx, 'now'>, report: queries.ReportRow): Promise<Change> {
  const at = ctx.now().toISOString()
  const category = await findCategory(tx, report.categoryId)
  const minutes = await minutesOfRound(tx, ctx, report)
  const isFirst = report.firstAnsweredAt === null
  const reopenUntil = new Date(Date.parse(at) + (category?.reopenDays ?? 0) * DAY_MS).toISOString()
  return {
    rounds: report.rounds + 1,
    answeredAt: at,
    reopenUntil,
    workedMinutes: report.workedMinutes + minutes,
    ...(isFirst ? { firstAnsweredAt: at, firstDueAt: report.dueAt, firstAnswerMinutes: minutes } : {}),
  }
}

/** How long the office's time has run in this round. */
async function minutesOfRound(tx: Tx, ctx: Pick<Ctx, 'now'>, report: queries.ReportRow) {
  const { elapsedMs } = await readClock(tx, report, await queries.listClocks(tx, report.id), ctx.now())
  return Math.round(elapsedMs / MINUTE_MS)
}

/** When the report is due with the pauses it has had. */
export async function dueNow(tx: Tx, ctx: Pick<Ctx, 'now'>, report: queries.ReportRow) {
  const { due } = await readClock(tx, report, await queries.listClocks(tx, report.id), ctx.now())
  return { dueAt: due.at, isDueApproximate: due.certainty === 'approximate' }
}

/** Whose time runs from now on: nobody's once it is answered or handed back. */
export async function turnClockFor(tx: Tx, ctx: Pick<Ctx, 'now'>, { step, report, said }: Step) {
  const at = ctx.now().toISOString()
  const { id, unitId } = report
  if (step === 'ask') await queries.turnClock(tx, id, { at, next: { unitId, kind: 'paused' } })
  if (step === 'go_on') await queries.turnClock(tx, id, { at, next: { unitId, kind: 'running' } })
  if (step === 'send' || step === 'return') await queries.turnClock(tx, id, { at, next: undefined })
  if (step === 'assign' && said.unitId !== undefined && said.unitId !== unitId)
    await queries.turnClock(tx, id, { at, next: { unitId: said.unitId, kind: 'running' } })
}

/** What a step does to the answer being written. */
export async function keepAnswer(tx: Tx, ctx: Ctx<Staff> | Ctx<System>, { step, report, said }: Step) {
  const round = report.rounds + 1
  const before = await queries.findAnswer(tx, report.id, round)
  if (step === 'draft' && ctx.actor.kind === 'staff') {
    const me = ctx.actor.id
    const authors: string[] = JSON.parse(before?.authors ?? '[]')
    const written = { text: said.text ?? '', authors: JSON.stringify([...authors.filter((id) => id !== me), me]) }
    const nothingYet = { approvedBy: null, answerDay: null, sentAt: null }
    await queries.saveAnswer(tx, { reportId: report.id, round, ...nothingYet, ...written })
  }
  if (before === undefined) return
  if (step === 'return_answer') await queries.saveAnswer(tx, { ...before, approvedBy: null, answerDay: null })
  if (step === 'approve' && ctx.actor.kind === 'staff')
    await queries.saveAnswer(tx, { ...before, approvedBy: ctx.actor.id, answerDay: said.answerDay ?? null })
  if (step === 'send') await queries.saveAnswer(tx, { ...before, sentAt: ctx.now().toISOString() })
}

export async function tell(tx: Tx, ctx: Pick<Ctx, 'now' | 'newId'>, step: StaffStep, changed: queries.ReportRow) {
  if (step === 'return') await tellSender(tx, ctx, changed, 'report_returned')
  if (step === 'ask') await tellSender(tx, ctx, changed, 'report_asked')
  if (step === 'close') await tellSender(tx, ctx, changed, 'report_closed')
  if (step === 'send') await tellAllOfAnswer(tx, ctx, changed)
}

import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Citizen, Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import type { EventKind } from './feedback.schemas.ts'
import { mayRate, mayReopen } from './progress.rules.ts'
import type { Following, Rating, Reopening, ReportProgress, Supplement } from './progress.schemas.ts'
import { describe, openOwn } from './progress.usecases.ts'
import { countFollowers, deleteFollow, findFollowed, findPublicByCode, insertFollow } from './public-reports.queries.ts'
import { promiseAnswer } from './report-time.ts'
import * as queries from './reports.queries.ts'
import { dueNow } from './step-changes.ts'

type Progress = z.input<typeof ReportProgress>
const MOST_FILES_IN_ALL = 15

/** What the office asked for; its time runs again from now. */
export async function supplyMore(
  ctx: Ctx<Citizen>,
  code: string,
  { text, fileIds }: z.output<typeof Supplement>,
): Promise<Progress> {
  const report = await openOwn(ctx, code)
  const at = ctx.now().toISOString()
  const ids = [...new Set(fileIds)]
  const kept = await queries.listFiles(ctx.db, report.id)
  if (kept.length + ids.length > MOST_FILES_IN_ALL) throw new AppError('feedback.too_many_files')
  await change(ctx, report, { kind: 'supplied', text, from: ['waiting_for_citizen'] }, async (tx) => {
    await queries.turnClock(tx, report.id, { at, next: { unitId: report.unitId, kind: 'running' } })
    const taken = await queries.attachFiles(tx, { reportId: report.id, citizenId: ctx.actor.id, ids })
    if (taken !== ids.length)
      throw new AppError('request.invalid', { fields: [{ field: 'fileIds', problem: 'unknown' }] })
    return { state: 'in_progress', ...(await dueNow(tx, ctx, report)) }
  })
  return showAgain(ctx, code)
}

/** Asks the office to look again, with a limit of its own from now. */
export async function reopenReport(
  ctx: Ctx<Citizen>,
  code: string,
  { text }: z.output<typeof Reopening>,
): Promise<Progress> {
  const report = await openOwn(ctx, code)
  const at = ctx.now().toISOString()
  if (!mayReopen(report, at)) throw new AppError('report.reopening_over')
  const { dueAt, isDueApproximate } = await promiseAnswer(ctx.db, { ...report, from: at })
  await change(ctx, report, { kind: 'reopened', text, from: ['answered', 'closed'] }, async (tx) => {
    await queries.turnClock(tx, report.id, { at, next: { unitId: report.unitId, kind: 'running' } })
    const afresh = { closedAt: null, reopenUntil: null, escalatedAt: null, roundStartedAt: at }
    return { ...afresh, state: 'reopened', isOpen: true, dueAt, isDueApproximate }
  })
  return showAgain(ctx, code)
}

/** What the sender thinks of the answer, once for each. */
export async function rateAnswer(
  ctx: Ctx<Citizen>,
  code: string,
  { stars, comment }: z.output<typeof Rating>,
): Promise<Progress> {
  const report = await openOwn(ctx, code)
  if (!mayRate(report, await queries.listRatings(ctx.db, report.id))) throw new AppError('report.not_ratable')
  const at = ctx.now().toISOString()
  await ctx.write(async (tx) => {
    const rating = { reportId: report.id, round: report.rounds, stars, comment, at }
    if (!(await queries.insertRating(tx, rating))) throw new AppError('report.not_ratable')
    await writeDown(tx, ctx, report, { kind: 'rated', text: null })
  })
  return showAgain(ctx, code)
}

/** "Tôi cũng gặp": hears the answer too, counted once a person. */
export async function followReport(ctx: Ctx<Citizen>, code: string): Promise<z.input<typeof Following>> {
  const found = await openPublic(ctx, code)
  const follow = { reportId: found.reportId, citizenId: ctx.actor.id, at: ctx.now().toISOString() }
  await ctx.write((tx) => insertFollow(tx, follow))
  return countAgain(ctx, found)
}

/** Also of what was hidden since: whoever follows it may stop. */
export async function unfollowReport(ctx: Ctx<Citizen>, code: string): Promise<z.input<typeof Following>> {
  const citizenId = ctx.actor.id
  const found = (await findFollowed(ctx.db, { code, citizenId })) ?? (await openPublic(ctx, code))
  await ctx.write((tx) => deleteFollow(tx, { reportId: found.reportId, citizenId }))
  return countAgain(ctx, found)
}

async function change(
  ctx: Ctx<Citizen>,
  report: queries.ReportRow,
  { kind, text, from }: { kind: EventKind; text: string; from: queries.ReportRow['state'][] },
  work: (tx: Tx) => Promise<Partial<queries.ReportRow>>,
) {
  const { id, version } = report
  await ctx.write(async (tx) => {
    const wanted = { ...(await work(tx)), updatedAt: ctx.now().toISOString() }
    const changed = await queries.changeReport(tx, { id, version, states: from }, wanted)
    if (changed === undefined) throw new AppError('report.changed_meanwhile')
    await writeDown(tx, ctx, report, { kind, text })
  })
}

async function writeDown(
  tx: Tx,
  ctx: Ctx<Citizen>,
  { id, unitId }: queries.ReportRow,
  { kind, text }: { kind: EventKind; text: string | null },
) {
  const at = ctx.now().toISOString()
  await queries.insertEvent(tx, { id: ctx.newId(), reportId: id, at, kind, isInternal: kind === 'rated', unitId, text })
  await recordAudit(tx, ctx, { action: `report.${kind}`, subject: { kind: 'report', id }, unitId })
}

async function showAgain(ctx: Ctx<Citizen>, code: string) {
  return describe(ctx, await openOwn(ctx, code), { isOwn: true })
}

async function openPublic(ctx: Ctx<Citizen>, code: string) {
  const found = await findPublicByCode(ctx.db, code)
  if (found === undefined) throw new AppError('report.not_found')
  return found
}

async function countAgain(ctx: Ctx<Citizen>, { code, reportId }: { code: string; reportId: string }) {
  return { code, followers: (await countFollowers(ctx.db, [reportId])).get(reportId) ?? 0 }
}

import type { z } from '@hono/zod-openapi'
import type { Citizen, Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { listUnitNames } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { hasLastDigits } from './contact.ts'
import { codeGuessesOf } from './guesses.ts'
import { isLinkToken } from './private-link.ts'
import { mayRate, mayReopen, toCitizenEvents, toCitizenState } from './progress.rules.ts'
import type { LinkAsked, MyReports, ReportProgress, StatusAsked } from './progress.schemas.ts'
import { isOverdue, promiseAnswer } from './report-time.ts'
import * as queries from './reports.queries.ts'
import { findCategory, listCategories } from './settings.queries.ts'

const PAGE = 20
const EXCERPT = 120
/** A report nobody sent: looked up in place of one that is not there, so that both take as long. */
const NOBODYS = { id: '00000000-0000-0000-0000-000000000000', linkVersion: 0 }

type Progress = z.input<typeof ReportProgress>

export async function listMyReports(
  ctx: Ctx<Citizen>,
  { cursor }: { cursor?: string },
): Promise<z.input<typeof MyReports>> {
  const rows = await queries.listOwn(ctx.db, ctx.actor.id, { before: cursor, limit: PAGE + 1 })
  const names = new Map((await listCategories(ctx.db)).map(({ id, name }) => [id, name]))
  const items = rows.slice(0, PAGE)
  return {
    items: items.map(({ code, kind, categoryId, state, content, receivedAt, dueAt }) => ({
      ...{ code, kind, receivedAt, dueAt, state: toCitizenState(state) },
      categoryName: names.get(categoryId) ?? categoryId,
      excerpt: content.slice(0, EXCERPT),
    })),
    nextCursor: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null,
  }
}

/** One's own report, whole. */
export async function showMyReport(ctx: Ctx<Citizen>, code: string): Promise<Progress> {
  return describe(ctx, await openOwn(ctx, code), { isOwn: true })
}

/** A report of the citizen who asks; anybody else's is not there. */
export async function openOwn(ctx: Ctx<Citizen>, code: string): Promise<queries.ReportRow> {
  const report = await queries.findByCode(ctx.db, code)
  if (report === undefined || report.citizenId !== ctx.actor.id) throw new AppError('report.not_found')
  return report
}

/**
 * How a report stands, for somebody who has its code and the last digits of the phone it was sent with: no word of
 * what was written. A wrong pair counts against the address it came from, and takes as long as a right one.
 */
export async function showStatus(
  ctx: Ctx,
  { code, lastDigits }: z.output<typeof StatusAsked>,
  from: { address: string },
): Promise<Progress> {
  const guesses = beginGuess(ctx, from.address)
  const report = await queries.findByCode(ctx.db, code)
  const reportId = report?.id ?? NOBODYS.id
  const contact = await queries.findContact(ctx.db, reportId)
  const isRight = hasLastDigits(ctx, contact, { reportId, lastDigits })
  if (report === undefined || !isRight) throw new AppError('report.not_found')
  guesses.giveBack(from.address)
  return describe(ctx, report, { isOwn: false })
}

/** The whole report, for whoever has its private link. */
export async function showByLink(
  ctx: Ctx,
  asked: z.output<typeof LinkAsked>,
  from: { address: string },
): Promise<Progress> {
  return describe(ctx, await openByLink(ctx, asked, from), { isOwn: true })
}

/** A wrong link counts against the address it came from. */
export async function openByLink(
  ctx: Ctx,
  { code, linkToken }: z.output<typeof LinkAsked>,
  from: { address: string },
): Promise<queries.ReportRow> {
  const guesses = beginGuess(ctx, from.address)
  const report = await queries.findByCode(ctx.db, code)
  const isRight = isLinkToken(ctx, report ?? NOBODYS, linkToken)
  if (report === undefined || !isRight) throw new AppError('report.not_found')
  guesses.giveBack(from.address)
  return report
}

/** Counts as wrong before it is looked at, so that guesses sent at once gain nothing. */
function beginGuess(ctx: Ctx, address: string) {
  const guesses = codeGuessesOf(ctx.db)
  const retryAfterSeconds = guesses.take(address, ctx.now().getTime())
  if (retryAfterSeconds > 0) throw new AppError('report.too_many_guesses', { retryAfterSeconds })
  return guesses
}

export async function describe(ctx: Ctx, report: queries.ReportRow, { isOwn }: { isOwn: boolean }): Promise<Progress> {
  const told = await tellingReport(ctx, report)
  const events = await queries.listEvents(ctx.db, told.id)
  const answer = await queries.findSentAnswer(ctx.db, told.id)
  const unitIds = [told.unitId, ...events.flatMap(({ unitId }) => unitId ?? [])]
  const names = await listUnitNames(ctx.db, [...new Set(unitIds)], vietnamDate(ctx.now()))
  const nameOf = (unitId: string) => names.get(unitId) ?? unitId
  const { countedFrom } = await promiseAnswer(ctx.db, { ...told, from: told.roundStartedAt })
  return {
    ...{ code: report.code, kind: report.kind, receivedAt: report.receivedAt, countedFrom },
    ...{ dueAt: told.dueAt, isDueApproximate: told.isDueApproximate, reopenUntil: told.reopenUntil },
    returnReason: report.returnReason,
    categoryName: (await findCategory(ctx.db, report.categoryId))?.name ?? report.categoryId,
    state: toCitizenState(told.state),
    isOverdue: isOverdue(told, ctx.now()),
    unitName: nameOf(told.unitId),
    mergedIntoCode: told.id === report.id ? null : told.code,
    answer: answer ? { text: answer.text, at: answer.sentAt ?? '', unitName: nameOf(told.unitId) } : null,
    events: toCitizenEvents(events, { nameOf, isOwnTalk: isOwn && told.id === report.id }),
    own: isOwn ? await describeOwn(ctx, report, told) : null,
  }
}

/** The report whose fate it shares: the one it was merged into, at the end of the line. */
async function tellingReport(ctx: Ctx, report: queries.ReportRow): Promise<queries.ReportRow> {
  if (report.mergedIntoId === null) return report
  const into = await queries.findReport(ctx.db, report.mergedIntoId)
  return into === undefined ? report : tellingReport(ctx, into)
}

async function describeOwn(ctx: Ctx, report: queries.ReportRow, told: queries.ReportRow) {
  const isItself = told.id === report.id
  const now = ctx.now().toISOString()
  const ratings = await queries.listRatings(ctx.db, report.id)
  const files = await queries.listFiles(ctx.db, report.id)
  const isSender = ctx.actor.kind === 'citizen' && ctx.actor.id === report.citizenId
  return {
    ...{ content: report.content, place: report.place },
    files: files.map(({ id, kind }) => ({ id, kind })),
    maySupply: isSender && isItself && report.state === 'waiting_for_citizen',
    mayReopen: isSender && isItself && mayReopen(report, now),
    mayRate: isSender && isItself && mayRate(report, ratings),
  }
}

import { createHash } from 'node:crypto'
import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Citizen, Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { enqueueMessage } from '../outbox/outbox.queries.ts'
import { OUTBOX_JOB } from '../outbox/outbox.schemas.ts'
import { recordConsent } from '../privacy/consents.queries.ts'
import { findRootUnit, isUnitOn, listUnitNames } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { sealContact } from './contact.ts'
import { findFreeCode } from './free-code.ts'
import { linkTokenOf } from './private-link.ts'
import { countFollowers, listPublic } from './public-reports.queries.ts'
import { codeOfRequest } from './report-code.rules.ts'
import { promiseAnswer } from './report-time.ts'
import * as queries from './reports.queries.ts'
import { findCategory, findRoute } from './settings.queries.ts'
import { mostSimilar } from './similar.rules.ts'
import { readText } from './stop.rules.ts'
import type { NewReport, ReportCheck, ReportChecked, ReportReceipt } from './submit.schemas.ts'

const MOST_IN_WINDOW = 5
const WINDOW_MS = 10 * 60_000
const SIMILAR_DAYS = 30
const MOST_COMPARED = 300
const DAY_MS = 24 * 60 * 60 * 1000

type Receipt = z.input<typeof ReportReceipt>
type NewRow = Omit<queries.ReportRow, 'consentId'>
type Request = { requestKey: string | null; requestHash: string }

/** What to show before a text is sent: the legal channel, help, and answers that are there already. */
export async function checkReport(
  ctx: Ctx,
  { categoryId, content }: z.output<typeof ReportCheck>,
): Promise<z.input<typeof ReportChecked>> {
  const since = new Date(ctx.now().getTime() - SIMILAR_DAYS * DAY_MS).toISOString()
  const recent = await listPublic(ctx.db, { words: [], categoryId, since, limit: MOST_COMPARED })
  const similar = mostSimilar(content, recent)
  const ids = similar.map(({ reportId }) => reportId)
  const followers = await countFollowers(ctx.db, ids)
  return {
    ...readText(content),
    similar: similar.map(({ reportId, code, title, answeredOn }) => ({
      ...{ code, title, answeredOn },
      followers: followers.get(reportId) ?? 0,
    })),
  }
}

/**
 * Takes a report: it, who sent it, its first line of history, its clock, the agreement, the audit row and the notice
 * are one write. The same key with the same words is the same report; other words of the same sender are refused.
 */
export async function submitReport(ctx: Ctx<Citizen>, wish: NewReport, requestKey: string | null): Promise<Receipt> {
  const request = { requestKey, requestHash: createHash('sha256').update(JSON.stringify(wish)).digest('base64url') }
  const before = await findSent(ctx, ctx.db, request)
  if (before) return toReceipt(ctx, before)
  await refuseFlood(ctx)
  if (!wish.saidNotLegal && readText(wish.content).stop !== null) throw new AppError('feedback.legal_channel')
  const report = await makeReport(ctx, wish, request)
  const kept = await ctx.write(async (tx) => (await findSent(ctx, tx, request)) ?? keep(tx, ctx, report, wish))
  ctx.clock().start(OUTBOX_JOB)
  return toReceipt(ctx, kept)
}

/** A browser whose session ended before it heard the answer comes back as somebody else with the same key and words. */
async function findSent(ctx: Ctx<Citizen>, db: Ctx['db'], request: Request) {
  const { requestKey, requestHash } = request
  if (requestKey === null) return undefined
  const own = await queries.findByRequest(db, ctx.actor.id, requestKey)
  if (own && own.requestHash !== requestHash) throw new AppError('idempotency.key_reused')
  if (own) return own
  const code = codeOfRequest(request)
  const same = code === undefined ? undefined : await queries.findByCode(db, code)
  return same?.requestKey === requestKey && same.requestHash === requestHash ? same : undefined
}

async function refuseFlood(ctx: Ctx<Citizen>) {
  const at = await queries.nthNewestAt(ctx.db, ctx.actor.id, MOST_IN_WINDOW)
  if (at === undefined) return
  const freeMs = Date.parse(at) + WINDOW_MS - ctx.now().getTime()
  if (freeMs > 0) throw new AppError('feedback.too_many', { retryAfterSeconds: Math.ceil(freeMs / 1000) })
}

async function makeReport(ctx: Ctx<Citizen>, wish: NewReport, request: Request): Promise<NewRow> {
  const category = await findCategory(ctx.db, wish.categoryId)
  if (!category?.isActive) throw invalid('categoryId')
  const at = ctx.now()
  const [receivedAt, onDate] = [at.toISOString(), vietnamDate(at)]
  if (wish.concernedUnitId !== null && !(await isUnitOn(ctx.db, wish.concernedUnitId, onDate)))
    throw invalid('concernedUnitId')
  const route = await findRoute(ctx.db, { ...wish, onDate })
  const unitId = route ?? (await findRootUnit(ctx.db, onDate))
  const { limitDays } = category
  const { dueAt, isDueApproximate } = await promiseAnswer(ctx.db, { unitId, from: receivedAt, limitDays })
  const id = ctx.newId()
  const { kind, categoryId, concernedUnitId, content, place, namedOfficer, saidNotLegal, mayPublish } = wish
  return {
    ...{ id, kind, categoryId, concernedUnitId, content, place, namedOfficer, saidNotLegal, mayPublish, unitId },
    ...{ receivedAt, roundStartedAt: receivedAt, limitDays, dueAt, isDueApproximate, ...request },
    code: await findFreeCode(ctx, codeOfRequest(request)),
    assigneeId: null,
    state: 'received',
    isOpen: true,
    channel: ctx.actor.via === 'device' ? 'browser' : ctx.actor.via,
    citizenId: ctx.actor.id,
    erasedAt: null,
    ...{ firstDueAt: null, firstAnswerMinutes: null, workedMinutes: 0 },
    ...{ firstAnsweredAt: null, answeredAt: null, closedAt: null, reopenUntil: null, returnReason: null },
    ...{ mergedIntoId: null, splitFromId: null, escalatedAt: null },
    ...{ rounds: 0, version: 1, linkVersion: 1, updatedAt: receivedAt },
  }
}

async function keep(tx: Tx, ctx: Ctx<Citizen>, made: NewRow, wish: NewReport): Promise<queries.ReportRow> {
  const report = { ...made, consentId: await recordAgreement(tx, ctx, wish) }
  const { id, code, unitId, receivedAt: at } = report
  await queries.insertReport(tx, report)
  const contact = sealContact(ctx, id, wish)
  if (contact) await queries.insertContact(tx, contact)
  const fileIds = [...new Set(wish.fileIds)]
  const taken = await queries.attachFiles(tx, { reportId: id, citizenId: ctx.actor.id, ids: fileIds })
  if (taken !== fileIds.length) throw invalid('fileIds')
  await queries.insertEvent(tx, { id: ctx.newId(), reportId: id, at, kind: 'sent', isInternal: false, unitId })
  await queries.startClock(tx, { reportId: id, unitId, at })
  await recordAudit(tx, ctx, {
    action: 'report.receive',
    subject: { kind: 'report', id },
    unitId,
    after: { code, kind: report.kind, categoryId: report.categoryId },
  })
  const params = { code }
  const dedupeKey = `report_received ${id}`
  await enqueueMessage(tx, ctx, { dedupeKey, citizenId: ctx.actor.id, template: 'report_received', params })
  return report
}

/** The form shows both texts under one version: handling for every report, publishing where it was ticked. */
async function recordAgreement(tx: Tx, ctx: Ctx<Citizen>, wish: NewReport): Promise<string> {
  const said = { textVersion: wish.consentVersion, isGuardian: wish.isUnder16 }
  if (wish.mayPublish) await recordConsent(tx, ctx, { purpose: 'feedback.publishing', ...said })
  return recordConsent(tx, ctx, { purpose: 'feedback.handling', ...said })
}

async function toReceipt(ctx: Ctx, report: queries.ReportRow): Promise<Receipt> {
  const { code, receivedAt, dueAt, isDueApproximate, unitId } = report
  const names = await listUnitNames(ctx.db, [unitId], vietnamDate(ctx.now()))
  const { countedFrom } = await promiseAnswer(ctx.db, { ...report, from: receivedAt })
  return {
    ...{ code, receivedAt, countedFrom, dueAt, isDueApproximate },
    linkToken: linkTokenOf(ctx, report),
    unitName: names.get(unitId) ?? unitId,
  }
}

function invalid(field: string) {
  return new AppError('request.invalid', { fields: [{ field, problem: 'unknown' }] })
}

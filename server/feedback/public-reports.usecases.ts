import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { foldedWords } from '../search/vietnamese-text.ts'
import { requirePermission } from '../staff/access.rules.ts'
import { listUnitNames } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { openReport, requireImpartial, showCase } from './case.usecases.ts'
import type { EventKind } from './feedback.schemas.ts'
import type { Case, Hiding, NewPublicReport } from './inbox.schemas.ts'
import type { PublicReport, PublicReportList, PublicReportQuery } from './progress.schemas.ts'
import * as queries from './public-reports.queries.ts'
import { listRedacted } from './report-files.queries.ts'
import { findReport, insertEvent, type ReportRow } from './reports.queries.ts'

const PAGE = 20
const MOST_WORDS = 8

type Shown = z.input<typeof PublicReport>
type Row = NonNullable<Awaited<ReturnType<typeof queries.findPublicByCode>>>

export async function listPublicReports(
  ctx: Ctx,
  { q = '', categoryId, cursor }: z.output<typeof PublicReportQuery>,
): Promise<z.input<typeof PublicReportList>> {
  const rows = await queries.listPublic(ctx.db, {
    words: foldedWords(q).slice(0, MOST_WORDS),
    categoryId,
    after: cursor === undefined ? undefined : decodeCursor(cursor),
    limit: PAGE + 1,
  })
  const items = rows.slice(0, PAGE)
  const last = items.at(-1)
  return {
    items: await toPublic(ctx, items),
    nextCursor: rows.length > PAGE && last ? encodeCursor(last.publishedAt, last.reportId) : null,
  }
}

export async function showPublicReport(ctx: Ctx, code: string): Promise<Shown> {
  const row = await queries.findPublicByCode(ctx.db, code)
  const [shown] = row === undefined ? [] : await toPublic(ctx, [row])
  if (shown === undefined) throw new AppError('report.not_found')
  return shown
}

/** Puts an answered report before everybody, in words staff have looked over; the sender's own words stay as they are. */
export async function publishReport(
  ctx: Ctx<Staff>,
  id: string,
  { title, content, answer, reason }: z.output<typeof NewPublicReport>,
): Promise<z.input<typeof Case>> {
  const report = await openToModerate(ctx, id)
  if (report.answeredAt === null || !report.mayPublish) throw new AppError('report.not_publishable')
  const before = await queries.findPublic(ctx.db, id)
  const at = ctx.now()
  const { code, categoryId, unitId } = report
  await ctx.write(async (tx) => {
    // Read again in the write: the sender may have taken their agreement back meanwhile.
    if (!(await findReport(tx, id))?.mayPublish) throw new AppError('report.not_publishable')
    await queries.savePublic(tx, {
      ...{ reportId: id, code, title, content, answer, categoryId, unitId },
      folded: foldedWords(`${title} ${content}`).join(' '),
      receivedOn: vietnamDate(new Date(report.receivedAt)),
      answeredOn: vietnamDate(new Date(report.answeredAt ?? at)),
      publishedAt: before?.publishedAt ?? at.toISOString(),
      publishedBy: ctx.actor.id,
      hiddenReason: null,
      version: (before?.version ?? 0) + 1,
    })
    await writeDown(tx, ctx, report, {
      kind: 'made_public',
      text: reason,
      before: before && { version: before.version },
      after: { version: (before?.version ?? 0) + 1 },
    })
  })
  return showCase(ctx, id)
}

/** Takes it from everybody's sight; its text and the reason stay for staff. */
export async function hideReport(
  ctx: Ctx<Staff>,
  id: string,
  { reason }: z.output<typeof Hiding>,
): Promise<z.input<typeof Case>> {
  const report = await openToModerate(ctx, id)
  await ctx.write(async (tx) => {
    if ((await queries.hidePublic(tx, id, reason)) === undefined) throw new AppError('report.not_public')
    await writeDown(tx, ctx, report, { kind: 'hidden', text: reason })
  })
  return showCase(ctx, id)
}

async function openToModerate(ctx: Ctx<Staff>, id: string) {
  const report = await openReport(ctx, id)
  requirePermission(ctx, 'feedback.moderate', report.unitId)
  requireImpartial(ctx, report)
  return report
}

/** Words stand in the report's history, where they are erased with it; the audit keeps who did what and when. */
async function writeDown(
  tx: Tx,
  ctx: Ctx<Staff>,
  { id, unitId }: ReportRow,
  { kind, text, before, after }: { kind: EventKind; text: string; before?: object; after?: object },
) {
  const at = ctx.now().toISOString()
  const event = { id: ctx.newId(), reportId: id, at, kind, isInternal: true, staffId: ctx.actor.id, unitId, text }
  await insertEvent(tx, event)
  const subject = { kind: 'report', id }
  await recordAudit(tx, ctx, { action: `report.${kind}`, subject, unitId, before, after })
}

async function toPublic(ctx: Ctx, rows: Row[]): Promise<Shown[]> {
  const ids = rows.map(({ reportId }) => reportId)
  const followers = await queries.countFollowers(ctx.db, ids)
  const photos = await listRedacted(ctx.db, ids)
  const unitIds = [...new Set(rows.map(({ unitId }) => unitId))]
  const names = await listUnitNames(ctx.db, unitIds, vietnamDate(ctx.now()))
  return rows.map(({ reportId, unitId, folded: _, publishedAt: __, ...row }) => ({
    ...row,
    unitName: names.get(unitId) ?? unitId,
    followers: followers.get(reportId) ?? 0,
    files: photos.flatMap((photo) => (photo.reportId === reportId ? { id: photo.name } : [])),
  }))
}

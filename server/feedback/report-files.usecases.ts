import type { z } from '@hono/zod-openapi'
import { newAttachmentName } from '../attachments/attachments.ts'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Citizen, Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import type { Download } from '../http/download.ts'
import { blackOut } from '../images/image-file.ts'
import { requirePermission } from '../staff/access.rules.ts'
import { openReport, requireImpartial, showCase } from './case.usecases.ts'
import type { Case } from './inbox.schemas.ts'
import type { LinkAsked } from './progress.schemas.ts'
import { openByLink, openOwn } from './progress.usecases.ts'
import { findPublicByCode } from './public-reports.queries.ts'
import * as queries from './report-files.queries.ts'
import type { Redaction } from './report-files.schemas.ts'

const TYPES = { image: ['image/webp', 'webp'], pdf: ['application/pdf', 'pdf'] } as const

type Reported = { id: string; code: string }

/** What I sent along with a report of mine. */
export async function readMyFile(ctx: Ctx<Citizen>, code: string, id: string): Promise<Download> {
  const report = await openOwn(ctx, code)
  return readOriginal(ctx, report, id)
}

/** The same, for whoever has the report's private link. */
export async function readFileByLink(
  ctx: Ctx,
  { id, ...asked }: z.output<typeof LinkAsked> & { id: string },
  from: { address: string },
): Promise<Download> {
  const report = await openByLink(ctx, asked, from)
  return readOriginal(ctx, report, id)
}

/**
 * For staff: as it was sent, or with parts blacked out, by the name of that version: a photo blacked out anew has
 * another address, since browsers show a picture they have seen again. Who is named in the report sees the latter
 * alone.
 */
export async function readReportFile(
  ctx: Ctx<Staff>,
  { id, fileId, redacted }: { id: string; fileId: string; redacted?: string },
): Promise<Download> {
  const report = await openReport(ctx, id)
  if (redacted === undefined) {
    requireImpartial(ctx, report)
    return readOriginal(ctx, report, fileId)
  }
  const name = (await queries.findFile(ctx.db, { reportId: id, id: fileId }))?.redactedName
  if (!name || name !== redacted) throw new AppError('file.not_found')
  return read(ctx, report, { name, kind: 'image' })
}

/** A photo of a report before everybody: only blacked out, and only while the report is there. */
export async function readPublicFile(ctx: Ctx, code: string, name: string): Promise<Download> {
  const report = await findPublicByCode(ctx.db, code)
  const shown = report === undefined ? [] : await queries.listRedacted(ctx.db, [report.reportId])
  if (report === undefined || !shown.some((each) => each.name === name)) throw new AppError('file.not_found')
  return read(ctx, report, { name, kind: 'image' })
}

/** Blacks out parts of a photo, always from what was sent; doing it again takes the place of the last time. */
export async function redactFile(
  ctx: Ctx<Staff>,
  { id, fileId }: { id: string; fileId: string },
  { boxes }: z.output<typeof Redaction>,
): Promise<z.input<typeof Case>> {
  const report = await openReport(ctx, id)
  requirePermission(ctx, 'feedback.moderate', report.unitId)
  requireImpartial(ctx, report)
  const file = await queries.findFile(ctx.db, { reportId: id, id: fileId })
  const original = file?.kind === 'image' ? await ctx.attachments.get(fileId) : undefined
  if (original === undefined) throw new AppError('file.not_found')
  const { bytes } = await blackOut(original, boxes)
  const name = newAttachmentName()
  await ctx.attachments.put(name, bytes, ctx.now())
  const last = await ctx.write(async (tx) => {
    const before = await queries.findFile(tx, { reportId: id, id: fileId })
    if (before === undefined) throw new AppError('file.not_found')
    await queries.setRedacted(tx, fileId, name)
    await recordAudit(tx, ctx, {
      action: 'report.redact',
      subject: { kind: 'report', id },
      unitId: report.unitId,
      after: { fileId, boxes: boxes.length },
    })
    return before.redactedName
  })
  if (last !== null) await ctx.attachments.remove(last)
  return showCase(ctx, id)
}

async function readOriginal(ctx: Ctx, report: Reported, id: string): Promise<Download> {
  const file = await queries.findFile(ctx.db, { reportId: report.id, id })
  if (file === undefined) throw new AppError('file.not_found')
  return read(ctx, report, { name: file.id, kind: file.kind })
}

async function read(
  ctx: Ctx,
  { code }: { code: string },
  { name, kind }: { name: string; kind: keyof typeof TYPES },
): Promise<Download> {
  const bytes = await ctx.attachments.get(name)
  if (bytes === undefined) throw new AppError('file.not_found')
  const [type, ending] = TYPES[kind]
  return { bytes, type, fileName: `${code}-${name.slice(0, 6)}.${ending}` }
}

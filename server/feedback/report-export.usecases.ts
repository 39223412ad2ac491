import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import type { Cell } from '../spreadsheets/cell.ts'
import { writeLongSpreadsheet } from '../spreadsheets/write-long-spreadsheet.ts'
import { type Column, XLSX } from '../spreadsheets/write-spreadsheet.ts'
import { holds, requirePermission, unitsFor } from '../staff/access.rules.ts'
import { listUnitNames } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { isAbout } from './case.usecases.ts'
import { openContact } from './contact.ts'
import type { ReportExportQuery } from './figures.schemas.ts'
import { momentsOf } from './figures.usecases.ts'
import { type ExportedReport, listToExport } from './report-export.queries.ts'
import { KIND_WORDS, STATE_WORDS } from './report-words.ts'

/** Of 4,000 letters each at the most, so that the file still opens. Whole pages are read, so it is a multiple of one. */
const LIMITS = { rows: 50_000, page: 500 }

const COLUMNS: Column[] = [
  { title: 'Mã', width: 14 },
  { title: 'Loại', width: 16 },
  { title: 'Lĩnh vực', width: 30 },
  { title: 'Đơn vị giải quyết', width: 36 },
  { title: 'Ngày nhận', width: 12 },
  { title: 'Hạn trả lời', width: 12 },
  { title: 'Trả lời lần đầu', width: 14 },
  { title: 'Phút làm việc đến trả lời đầu', width: 14 },
  { title: 'Ngày kết thúc', width: 13 },
  { title: 'Phút làm việc đến kết thúc', width: 14 },
  { title: 'Trạng thái', width: 22 },
  { title: 'Số sao', width: 8 },
  { title: 'Nội dung', width: 60 },
]
const CONTACT_COLUMNS: Column[] = [
  { title: 'Họ tên', width: 24 },
  { title: 'Địa chỉ', width: 36 },
  { title: 'Điện thoại', width: 14 },
  { title: 'Thư điện tử', width: 26 },
]

/** One row for each report received in these days; what it says and who sent it only for those who may know. */
export async function exportReports(
  ctx: Ctx<Staff>,
  { from, to, contact }: z.output<typeof ReportExportQuery>,
  limits = LIMITS,
) {
  requirePermission(ctx, 'figures.read')
  const withContact = contact === 'yes'
  if (withContact) requirePermission(ctx, 'feedback.contact')
  const unitIds = unitsFor(ctx.actor, 'figures.read')
  const names = await listUnitNames(ctx.db, unitIds, vietnamDate(ctx.now()))
  const done = { rows: 0, contacts: 0, isCut: false }
  async function* pages() {
    for await (const reports of readInPages(ctx, { unitIds, ...momentsOf({ from, to }) }, limits, done))
      yield reports.map((report) => {
        const said = withContact ? contactOf(ctx, report) : []
        done.contacts += said.some((cell) => cell !== null) ? 1 : 0
        return [...cellsOf(ctx, report, names.get(report.unitId) ?? report.unitId), ...said]
      })
    if (done.isCut) yield [[`Tệp chỉ có ${limits.rows} phản ánh đầu của kỳ. Chọn kỳ ngắn hơn để xuất phần còn lại.`]]
  }
  const columns = withContact ? [...COLUMNS, ...CONTACT_COLUMNS] : COLUMNS
  const bytes = await writeLongSpreadsheet({ sheet: 'Phản ánh', columns, pages: pages() })
  await ctx.write((tx) =>
    recordAudit(tx, ctx, {
      action: 'report.export',
      subject: { kind: 'table', id: 'phan-anh' },
      after: { from, to, ...done },
    }),
  )
  return { bytes, type: XLSX, fileName: `phan-anh-${from}-${to}.xlsx` }
}

async function* readInPages(
  ctx: Ctx<Staff>,
  chosen: { unitIds: string[]; from: string; until: string },
  limits: typeof LIMITS,
  done: { rows: number; isCut: boolean },
) {
  for (let after: ExportedReport | undefined; ; ) {
    const rows = await listToExport(ctx.db, { ...chosen, after, limit: limits.page })
    if (rows.length === 0) return
    done.isCut = done.rows + rows.length > limits.rows
    if (done.isCut) return
    done.rows += rows.length
    after = rows.at(-1)
    yield rows
  }
}

function cellsOf(ctx: Ctx<Staff>, report: ExportedReport, unitName: string): Cell[] {
  const { code, kind, categoryName, receivedAt, dueAt, firstAnsweredAt, firstAnswerMinutes, closedAt, state } = report
  return [
    ...[code, KIND_WORDS[kind], categoryName, unitName, toDay(receivedAt), toDay(dueAt)],
    ...[toDay(firstAnsweredAt), firstAnswerMinutes, toDay(closedAt), report.isOpen ? null : report.workedMinutes],
    ...[STATE_WORDS[state], report.stars],
    holds(ctx.actor, 'feedback.read', report.unitId) ? report.content : null,
  ]
}

function contactOf(ctx: Ctx<Staff>, report: ExportedReport): Cell[] {
  const nothing = CONTACT_COLUMNS.map(() => null)
  if (report.sealed === null || isAbout(ctx.actor, report)) return nothing
  if (!holds(ctx.actor, 'feedback.contact', report.unitId)) return nothing
  const { sender } = openContact(ctx, { reportId: report.id, sealed: report.sealed })
  return sender === null ? nothing : [sender.name, sender.address, sender.phone, sender.email]
}

function toDay(moment: string | null) {
  return moment === null ? null : new Date(moment)
}

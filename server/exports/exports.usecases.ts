import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { writeSpreadsheet, XLSX } from '../spreadsheets/write-spreadsheet.ts'
import { vietnamDate } from '../vietnam-time.ts'
import type { ShownTable } from './exports.schemas.ts'

const NARROWEST = 10
const WIDEST = 60

/** Writes a table that somebody sees as a spreadsheet. That it left as a file is written down, what it says is not. */
export async function exportTable(ctx: Ctx<Staff>, { name, fileName, columns, rows }: z.output<typeof ShownTable>) {
  const bytes = await writeSpreadsheet({
    sheet: sheetName(name),
    columns: columns.map((title, at) => ({ title, width: widthOf([title, ...rows.map((row) => row[at])]) })),
    rows: rows.map((row) => columns.map((_, at) => row[at] ?? null)),
  })
  await ctx.write((tx) =>
    recordAudit(tx, ctx, {
      action: 'table.export',
      subject: { kind: 'table', id: fileName },
      after: { name, rows: rows.length },
    }),
  )
  return { bytes, type: XLSX, fileName: `${fileName}-${vietnamDate(ctx.now())}.xlsx` }
}

/** As wide as its longest line, within reason. */
function widthOf(cells: (string | number | null | undefined)[]) {
  const longest = cells.reduce<number>((most, cell) => Math.max(most, String(cell ?? '').length), 0)
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2))
}

/** Excel takes at most 31 characters for a sheet's name, and not these. */
function sheetName(name: string) {
  return name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31)
}

import type { z } from '@hono/zod-openapi'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { readSpreadsheet } from '../spreadsheets/read-spreadsheet.ts'
import { writeSpreadsheet, XLSX } from '../spreadsheets/write-spreadsheet.ts'
import { holds, requirePermission } from '../staff/access.rules.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { changeUnits } from './change-units.ts'
import { type Book, keeperOf } from './tree.rules.ts'
import { planImport } from './unit-import.rules.ts'
import type { ImportReport } from './unit-import.schemas.ts'
import { readSheet, SHEET_COLUMNS, type SheetRow, toSheetRows } from './unit-sheet.rules.ts'
import { readBook } from './units.queries.ts'

/** Tells what a spreadsheet would change; without `isDryRun` it does all of that, or nothing when a row is wrong. */
export async function importUnits(
  ctx: Ctx<Staff>,
  bytes: Buffer,
  { isDryRun }: { isDryRun: boolean },
): Promise<z.input<typeof ImportReport>> {
  requirePermission(ctx, 'units.manage')
  const { rows, errors } = readSheet(await readSpreadsheet(bytes))
  const { units: _, ...planned } = planFor(ctx, await readBook(ctx.db), rows)
  const report = { ...planned, errors: [...errors, ...planned.errors].sort((a, b) => a.row - b.row) }
  if (isDryRun) return { ...report, applied: false }
  if (report.errors.length > 0) throw new AppError('unit.import_refused', { errors: report.errors })
  await changeUnits(ctx, 'unit.import', (book) => {
    const { units, ...again } = planFor(ctx, book, rows)
    if (JSON.stringify(again) !== JSON.stringify(planned)) throw new AppError('unit.changed_meanwhile')
    return units
  })
  return { ...report, applied: report.adds.length + report.changes.length > 0 }
}

function planFor(ctx: Ctx<Staff>, book: Book, rows: readonly SheetRow[]) {
  return planImport(book, rows, {
    today: vietnamDate(ctx.now()),
    createdAt: ctx.now().toISOString(),
    mayManage: (unitId) => holds(ctx.actor, 'units.manage', unitId),
  })
}

export async function writeTemplate() {
  return toFile([], 'mau-don-vi.xlsx')
}

/** The units on a day that the member of staff looks after, the Sở first. */
export async function exportUnits(ctx: Ctx<Staff>, on = vietnamDate(ctx.now())) {
  requirePermission(ctx, 'units.manage')
  const book = await readBook(ctx.db)
  const today = vietnamDate(ctx.now())
  const mine = [...book.values()].filter(({ id }) => holds(ctx.actor, 'units.manage', keeperOf(book, id, today)))
  return toFile(toSheetRows(mine, on), `don-vi-${on}.xlsx`)
}

async function toFile(rows: ReturnType<typeof toSheetRows>, fileName: string) {
  const columns = Object.values(SHEET_COLUMNS).map(({ title, width }) => ({ title, width }))
  return { bytes: await writeSpreadsheet({ sheet: 'Đơn vị', columns, rows }), type: XLSX, fileName }
}

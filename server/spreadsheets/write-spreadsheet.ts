import writeXlsxFile, { type Cell as StyledCell } from 'write-excel-file/node'
import { vietnamDate } from '../vietnam-time.ts'
import type { Cell } from './cell.ts'

/** `width` is in characters. */
export type Column = { title: string; width?: number }
export type Spreadsheet = { sheet: string; columns: Column[]; rows: Cell[][] }

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const DATE_FORMAT = 'dd/mm/yyyy'
export const DEFAULT_WIDTH = 18
/** A cell with more text makes Excel offer to repair the file. */
export const LONGEST_TEXT = 32_767
const STARTS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** An .xlsx file: a bold heading that stays in sight, and below it what the rows hold, never a formula. */
export function writeSpreadsheet(spreadsheet: Spreadsheet): Promise<Buffer> {
  const { data, ...options } = styledSheet(spreadsheet)
  return writeXlsxFile(data, options).toBuffer()
}

/** Several such sheets in one file; the first is the one that is read again. */
export function writeWorkbook(sheets: Spreadsheet[]): Promise<Buffer> {
  return writeXlsxFile(sheets.map(styledSheet)).toBuffer()
}

function styledSheet({ sheet, columns, rows }: Spreadsheet) {
  const heading = columns.map(({ title }): StyledCell => ({ ...textCell(title), fontWeight: 'bold' }))
  return {
    data: [heading, ...rows.map((row) => row.map(styledCell))],
    sheet,
    columns: columns.map(({ width = DEFAULT_WIDTH }) => ({ width })),
    stickyRowsCount: 1,
  }
}

/** The same table for other programs. A text that a spreadsheet would take for a formula is given an apostrophe. */
export function writeCsv({ columns, rows }: Omit<Spreadsheet, 'sheet'>): Buffer {
  const lines = [columns.map(({ title }) => title), ...rows].map((row) => row.map(csvCell).join(','))
  return Buffer.from(`\ufeff${lines.map((line) => `${line}\r\n`).join('')}`)
}

function styledCell(cell: Cell): StyledCell {
  if (cell === null) return null
  if (cell instanceof Date) return { type: Date, value: new Date(vietnamDate(cell)), format: DATE_FORMAT }
  if (typeof cell === 'boolean') return { type: Boolean, value: cell }
  if (typeof cell === 'number' && Number.isFinite(cell)) return { type: Number, value: cell }
  return textCell(String(cell))
}

function textCell(text: string) {
  const shown = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text
  return { type: String, value: escapeText(shown) }
}

/**
 * Spreadsheets read `_x0041_` as "A", so one that is meant is escaped. The library keeps its texts as the keys of
 * an object, where a name all objects have is found before it was put there: such a name gets its first letter escaped.
 */
function escapeText(text: string): string {
  const escaped = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  if (!(escaped in {})) return escaped
  return `_x${escaped.charCodeAt(0).toString(16).padStart(4, '0')}_${escaped.slice(1)}`
}

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return vietnamDate(cell).split('-').reverse().join('/')
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (typeof cell === 'number') return String(cell)
  const safe = STARTS_FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

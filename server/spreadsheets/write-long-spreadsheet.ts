import { vietnamDate } from '../vietnam-time.ts'
import type { Cell } from './cell.ts'
import { type Column, DEFAULT_WIDTH, LONGEST_TEXT } from './write-spreadsheet.ts'
import { writeZip } from './zip-writer.ts'

type LongSpreadsheet = { sheet: string; columns: Column[]; pages: AsyncIterable<Cell[][]> }

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const PARTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** Places in `cellXfs` below. */
const [BOLD, DAY] = [1, 2]
const DAY_MS = 86_400_000
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** Spreadsheets number their days from 30 December 1899. */
const FIRST_DAY = Date.UTC(1899, 11, 30) / DAY_MS

/** What `writeSpreadsheet` writes, for tables that are too long to hold: rows come page by page and are gone again. */
export function writeLongSpreadsheet({ sheet, columns, pages }: LongSpreadsheet): Promise<Buffer> {
  return writeZip([
    { name: '[Content_Types].xml', text: [CONTENT_TYPES] },
    { name: '_rels/.rels', text: [relations('officeDocument', 'xl/workbook.xml')] },
    { name: 'xl/workbook.xml', text: [workbook(sheet)] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: [relations('worksheet', 'worksheets/sheet1.xml', ['styles', 'styles.xml'])],
    },
    { name: 'xl/styles.xml', text: [STYLES] },
    { name: 'xl/worksheets/sheet1.xml', text: sheetOf(columns, pages) },
  ])
}

async function* sheetOf(columns: Column[], pages: AsyncIterable<Cell[][]>) {
  const widths = columns.map(
    ({ width = DEFAULT_WIDTH }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`
  let number = 1
  yield rowOf(
    number,
    columns.map(({ title }) => textCell(title, BOLD)),
  )
  for await (const rows of pages)
    yield rows
      .map((row) => {
        number += 1
        return rowOf(number, row.map(cellOf))
      })
      .join('')
  yield '</sheetData></worksheet>'
}

/** A cell begins with what it is, so that its place can be put before it. */
function rowOf(number: number, cells: string[]) {
  return `<row r="${number}">${cells.map((cell, at) => `<c r="${letters(at)}${number}"${cell}`).join('')}</row>`
}

function letters(at: number): string {
  const rest = Math.floor(at / ALPHABET.length) - 1
  return `${rest < 0 ? '' : letters(rest)}${ALPHABET[at % ALPHABET.length]}`
}

function cellOf(cell: Cell): string {
  if (cell === null) return '/>'
  if (cell instanceof Date) return ` s="${DAY}"><v>${Date.parse(vietnamDate(cell)) / DAY_MS - FIRST_DAY}</v></c>`
  if (typeof cell === 'boolean') return ` t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'number' && Number.isFinite(cell)) return `><v>${cell}</v></c>`
  return textCell(String(cell), 0)
}

function textCell(text: string, style: number) {
  const shown = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text
  return ` t="inlineStr" s="${style}"><is><t xml:space="preserve">${escapeXml(shown)}</t></is></c>`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Spreadsheets read `_x0041_` as "A", so one that is meant is escaped; what XML cannot hold is left out. */
function escapeXml(text: string) {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}

function relations(type: string, target: string, ...more: [type: string, target: string][]) {
  const lines = [[type, target] as const, ...more].map(
    ([of, to], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${of}" Target="${to}"/>`,
  )
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`
}

function workbook(sheet: string) {
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escapeXml(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`
}

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${PARTS}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${PARTS}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${PARTS}.worksheet+xml"/></Types>`

const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`

import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'

export const FONT = 'Times New Roman'
/** As Word counts them: 14, 13, 12 and 11 point. */
export const HALF_POINTS = { body: 28, small: 26, recipients: 24, list: 22 }
export const CENTRED = { alignment: AlignmentType.CENTER } as const
/** Between the margins, in twentieths of a point. */
export const TEXT_WIDTH = 9355

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
export const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
}

const NUMBER = /^[-+]?\d[\d.,]*\s?%?$/
/** A column is as wide as its longest cell, within reason. */
const [NARROWEST, WIDEST] = [5, 40]

/** Signs that no file of this kind can hold are left out. */
export const text = (words: string) =>
  words.normalize('NFC').replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')

export const spaced = (points: number) => new Paragraph({ spacing: { before: 0, after: points * 20 }, children: [] })

/** A table whose heading stands on every page it reaches. */
export function tableOf(columns: string[], rows: string[][]): Table {
  const widths = widthsOf(columns, rows)
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((cell, at) => cellOf(cell, widths[at], { bold: true })),
      }),
      ...rows.map(
        (row) => new TableRow({ cantSplit: true, children: columns.map((_, at) => cellOf(row[at] ?? '', widths[at])) }),
      ),
    ],
  })
}

function cellOf(words: string, width: number | undefined, { bold = false } = {}) {
  const alignment = bold ? AlignmentType.CENTER : NUMBER.test(words) ? AlignmentType.RIGHT : AlignmentType.LEFT
  return new TableCell({
    width: { size: width ?? 0, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [
      new Paragraph({ alignment, children: [new TextRun({ text: text(words), bold, size: HALF_POINTS.small })] }),
    ],
  })
}

function widthsOf(columns: string[], rows: string[][]): number[] {
  const longest = columns.map((column, at) =>
    rows.reduce((most, row) => Math.max(most, row[at]?.length ?? 0), Math.ceil(column.length / 2)),
  )
  const wished = longest.map((length) => Math.min(WIDEST, Math.max(NARROWEST, length)))
  const total = wished.reduce((sum, wish) => sum + wish, 0)
  return wished.map((wish) => Math.floor((wish / total) * TEXT_WIDTH))
}

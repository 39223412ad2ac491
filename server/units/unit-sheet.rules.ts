import { IsoDate } from '../content/provenance.schemas.ts'
import { fold } from '../search/vietnamese-text.ts'
import type { Cell } from '../spreadsheets/cell.ts'
import { countOn, periodOn, type Unit } from './timeline.rules.ts'
import type { ImportError, ImportProblem } from './unit-import.schemas.ts'
import { AUDIENCES, type Audience, UNIT_KINDS, UnitId, type UnitKind } from './units.schemas.ts'

export const SHEET_COLUMNS = {
  id: { title: 'Mã đơn vị', width: 20 },
  name: { title: 'Tên', width: 44 },
  kind: { title: 'Loại', width: 28 },
  parentId: { title: 'Mã đơn vị cấp trên', width: 20 },
  from: { title: 'Hiệu lực từ', width: 14 },
  official: { title: 'Cán bộ', width: 10 },
  teacher: { title: 'Giáo viên', width: 10 },
  student: { title: 'Học sinh', width: 10 },
  asOf: { title: 'Số liệu ngày', width: 14 },
  mergedInto: { title: 'Sáp nhập vào', width: 20 },
} as const
export type SheetColumn = keyof typeof SHEET_COLUMNS
const COLUMN_NAMES = Object.keys(SHEET_COLUMNS) as SheetColumn[]
const NEEDED: readonly SheetColumn[] = ['id', 'name', 'kind', 'parentId', 'from']

export const KIND_LABELS: Record<UnitKind, string> = {
  department: 'Sở',
  office: 'Phòng, văn phòng',
  commune: 'Xã, phường',
  preschool: 'Mầm non',
  primary: 'Tiểu học',
  lower_secondary: 'THCS',
  upper_secondary: 'THPT',
  mixed_levels: 'Nhiều cấp học',
  continuing: 'GDTX',
  centre: 'Trung tâm',
  other: 'Khác',
}
const LONGEST_NAME = 200

/** A row as it was meant: what its cell leaves empty is absent. */
export type SheetRow = {
  row: number
  id: string
  name?: string
  kind?: UnitKind
  parentId?: string
  from?: string
  counts: ReadonlyMap<Audience, number>
  asOf?: string
  mergedInto?: string
}

/** Reads the first row as headings and each later one as a unit; a row with a mistake is only in `errors`. */
export function readSheet(cells: readonly Cell[][]): { rows: SheetRow[]; errors: ImportError[] } {
  const [headings = [], ...lines] = cells
  const { places, errors } = readHeadings(headings)
  if (errors.length > 0) return { rows: [], errors }
  const seen = new Set<string>()
  const rows = lines.flatMap((line, index): SheetRow[] => {
    if (line.every((cell) => toText(cell) === '')) return []
    const mistakes: ImportError[] = []
    const row = readRow(new RowReader(index + 2, line, places, mistakes), seen)
    errors.push(...mistakes)
    return mistakes.length === 0 ? [row] : []
  })
  return { rows, errors }
}

function readHeadings(headings: readonly Cell[]) {
  const known = new Map(COLUMN_NAMES.map((column) => [fold(SHEET_COLUMNS[column].title), column]))
  const titles = headings.map((cell) => fold(toText(cell)))
  const places = new Map(
    titles.flatMap((title, place) => {
      const column = known.get(title)
      return column === undefined ? [] : [[column, place] as const]
    }),
  )
  const mistake = (problem: ImportProblem, column: string): ImportError => ({ row: 1, column, problem })
  const missing = NEEDED.filter((column) => !places.has(column))
  const unknown = headings.filter((_, place) => titles[place] !== '' && !known.has(titles[place] ?? ''))
  const errors = [
    ...missing.map((column) => mistake('missing_column', SHEET_COLUMNS[column].title)),
    ...unknown.map((cell) => mistake('unknown_column', toText(cell).slice(0, 60))),
  ]
  return { places, errors }
}

function readRow(cells: RowReader, seen: Set<string>): SheetRow {
  const id = cells.code('id') ?? cells.refuse('id', 'missing') ?? ''
  if (seen.has(id)) cells.refuse('id', 'duplicate')
  seen.add(id)
  const counts = AUDIENCES.flatMap((audience) => {
    const count = cells.count(audience)
    return count === undefined ? [] : [[audience, count] as const]
  })
  const asOf = cells.day('asOf')
  if (counts.length > 0 && asOf === undefined) cells.refuse('asOf', 'missing')
  const mergedInto = cells.code('mergedInto')
  const from = cells.day('from')
  if (mergedInto !== undefined && from === undefined) cells.refuse('from', 'missing')
  if (mergedInto === id) cells.refuse('mergedInto', 'cycle')
  return {
    row: cells.row,
    id,
    name: cells.name(),
    kind: cells.kind(),
    parentId: cells.code('parentId'),
    from,
    counts: new Map(counts),
    asOf,
    mergedInto,
  }
}

/** One line's cells by column; what cannot be read is noted and absent. */
class RowReader {
  constructor(
    readonly row: number,
    readonly line: readonly Cell[],
    readonly places: ReadonlyMap<SheetColumn, number>,
    readonly mistakes: ImportError[],
  ) {}

  refuse(column: SheetColumn, problem: ImportProblem): undefined {
    const isTold = this.mistakes.some((mistake) => mistake.column === SHEET_COLUMNS[column].title)
    if (!isTold) this.mistakes.push({ row: this.row, column: SHEET_COLUMNS[column].title, problem })
  }

  #cell(column: SheetColumn): Cell {
    return this.line[this.places.get(column) ?? -1] ?? null
  }

  #text(column: SheetColumn) {
    return toText(this.#cell(column))
  }

  code(column: SheetColumn): string | undefined {
    const text = this.#text(column).toLowerCase()
    if (text === '') return undefined
    return UnitId.safeParse(text).success ? text : this.refuse(column, 'bad_code')
  }

  name(): string | undefined {
    const text = this.#text('name')
    if (text === '') return undefined
    return text.length >= 2 && text.length <= LONGEST_NAME ? text : this.refuse('name', 'bad_name')
  }

  kind(): UnitKind | undefined {
    const text = fold(this.#text('kind'))
    if (text === '') return undefined
    return UNIT_KINDS.find((kind) => fold(KIND_LABELS[kind]) === text) ?? this.refuse('kind', 'unknown_kind')
  }

  day(column: SheetColumn): string | undefined {
    const cell = this.#cell(column)
    if (cell instanceof Date) return cell.toISOString().slice(0, 10)
    const text = toText(cell)
    if (text === '') return undefined
    const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
    const iso = day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
    return IsoDate.safeParse(iso).success ? iso : this.refuse(column, 'not_a_date')
  }

  count(column: Audience): number | undefined {
    const text = this.#text(column)
    if (text === '') return undefined
    return /^\d{1,7}$/.test(text) ? Number(text) : this.refuse(column, 'not_a_count')
  }
}

function toText(cell: Cell): string {
  if (cell === null || cell instanceof Date) return ''
  return String(cell).normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** The same form the import reads, so that what was exported and not touched changes nothing. */
export function toSheetRows(units: Iterable<Unit>, on: string): Cell[][] {
  return [...units].flatMap((unit) => {
    const period = periodOn(unit, on)
    if (!period) return []
    const counts = AUDIENCES.map((audience) => countOn(unit, audience, on))
    const asOf = unit.headcounts.map((told) => told.asOf).filter((day) => day <= on)
    const last = asOf.sort().at(-1)
    return [
      [
        unit.id,
        period.name,
        KIND_LABELS[period.kind],
        period.parentId,
        toDate(period.validFrom),
        ...counts,
        last === undefined ? null : toDate(last),
        null,
      ],
    ]
  })
}

function toDate(day: string) {
  return new Date(`${day}T00:00:00Z`)
}

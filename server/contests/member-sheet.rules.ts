import { fold } from '../search/vietnamese-text.ts'
import type { Cell } from '../spreadsheets/cell.ts'
import type { Block } from './contests.schemas.ts'
import type { MemberProblem, MemberReport } from './members.schemas.ts'

export const MEMBER_COLUMNS = {
  code: { title: 'Mã', width: 18 },
  name: { title: 'Họ và tên', width: 34 },
  block: { title: 'Bảng thi', width: 34 },
} as const
type Column = keyof typeof MEMBER_COLUMNS
const COLUMNS = ['code', 'name', 'block'] as const

/** Of one unit in one contest. */
export const MOST_MEMBERS = 5_000
const LONGEST_CODE = 40
const LONGEST_NAME = 80

export type ListedPerson = { row: number; code: string; name: string; blockId: string }
type Mistake = MemberReport['errors'][number]

/** The first row has the headings; a block is written as its name, and may be left out where there is only one. */
export function readMemberSheet(
  cells: readonly Cell[][],
  blocks: readonly Block[],
): { people: ListedPerson[]; errors: Mistake[] } {
  const [headings = [], ...lines] = cells
  const titles = headings.map((cell) => fold(textOf(cell)))
  const places = new Map(COLUMNS.map((column) => [column, titles.indexOf(fold(MEMBER_COLUMNS[column].title))]))
  const needed = blocks.length > 1 ? COLUMNS : COLUMNS.filter((column) => column !== 'block')
  const missing = needed.filter((column) => (places.get(column) ?? -1) < 0)
  if (missing.length > 0) return { people: [], errors: missing.map((column) => mistake(1, column, 'missing_column')) }
  const filled = lines
    .map((line, at) => ({ line, row: at + 2 }))
    .filter(({ line }) => line.some((cell) => textOf(cell) !== ''))
  if (filled.length > MOST_MEMBERS)
    return { people: [], errors: [{ row: MOST_MEMBERS + 2, column: null, problem: 'too_many' }] }
  const read = filled.map(({ line, row }) =>
    readLine(row, (column) => textOf(line[places.get(column) ?? -1] ?? null), blocks),
  )
  return { people: read.flatMap(({ person }) => person ?? []), errors: read.flatMap(({ errors }) => errors) }
}

function readLine(row: number, cell: (column: Column) => string, blocks: readonly Block[]) {
  const [code, name, blockName] = [cell('code'), cell('name'), cell('block')]
  const block = blockName === '' && blocks.length === 1 ? blocks[0] : findBlock(blocks, blockName)
  const errors = [
    ...(code === '' ? [mistake(row, 'code', 'missing')] : []),
    ...(code.length > LONGEST_CODE ? [mistake(row, 'code', 'bad_code')] : []),
    ...(name === '' ? [mistake(row, 'name', 'missing')] : []),
    ...(name.length === 1 || name.length > LONGEST_NAME ? [mistake(row, 'name', 'bad_name')] : []),
    ...(block === undefined ? [mistake(row, 'block', blockName === '' ? 'missing' : 'unknown_block')] : []),
  ]
  const isRight = errors.length === 0 && block !== undefined
  return { person: isRight ? { row, code, name, blockId: block.id } : undefined, errors }
}

const findBlock = (blocks: readonly Block[], name: string) =>
  blocks.find((block) => fold(block.name) === fold(name) || block.id === name)

export function mistake(row: number, column: Column, problem: MemberProblem): Mistake {
  return { row, column: MEMBER_COLUMNS[column].title, problem }
}

function textOf(cell: Cell): string {
  if (cell === null || cell instanceof Date) return ''
  return String(cell).normalize('NFC').replace(/\s+/g, ' ').trim()
}

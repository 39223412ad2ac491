import type { Cell } from '../spreadsheets/cell.ts'
import { readSpreadsheet } from '../spreadsheets/read-spreadsheet.ts'
import { asTrueFalse, finishFile, LETTERS } from './check-question.ts'
import { readSource } from './explanation-lines.ts'
import { tidy } from './html-text.ts'
import type { FileProblem } from './question-files.schemas.ts'
import {
  type FileQuestion,
  MOST_QUESTIONS,
  type ReadFile,
  type ReadProblem,
  type ReadQuestion,
  TRUE_FALSE,
} from './read-question.ts'
import { SHEET_COLUMNS, type SheetColumn } from './sheet-columns.ts'
import { audienceFrom, difficultyFrom, kindFrom, plain } from './words.ts'

type Row = (column: SheetColumn) => string
type Say = (code: FileProblem, detail?: string) => void

/** The first sheet of our own spreadsheet, or of one with the same headings in any order. */
export async function readQuestionSheet(bytes: Buffer): Promise<ReadFile> {
  return readRows(await readSpreadsheet(bytes))
}

/** "Câu n" is the row n + 1. */
export function readRows([headings = [], ...lines]: Cell[][]): ReadFile {
  const { places, problems } = readHeadings(headings)
  if (problems.length > 0) return { questions: [], problems }
  const filled = lines.flatMap((line, at) =>
    line.every((cell) => shown(cell) === '') ? [] : [{ line, number: at + 1 }],
  )
  const questions = filled.slice(0, MOST_QUESTIONS + 1).map(({ line, number }): ReadQuestion => {
    const say: Say = (code, detail) => problems.push(detail === undefined ? { number, code } : { number, code, detail })
    return { number, ...readRow((column) => shown(line[places.get(column) ?? -1] ?? null), say) }
  })
  return finishFile(questions, problems)
}

const NEEDED: SheetColumn[] = ['text', 'A', 'B', 'key']

function readHeadings(headings: Cell[]) {
  const known = new Map(
    Object.entries(SHEET_COLUMNS).map(([column, { title }]) => [plain(title), column as SheetColumn]),
  )
  const places = new Map<SheetColumn, number>()
  const problems: ReadProblem[] = []
  headings.forEach((cell, place) => {
    const title = shown(cell)
    const column = known.get(plain(title))
    if (column) places.set(column, place)
    else if (title !== '') problems.push({ number: null, code: 'unknown_column', detail: title.slice(0, 60) })
  })
  for (const column of NEEDED)
    if (!places.has(column))
      problems.push({ number: null, code: 'missing_column', detail: SHEET_COLUMNS[column].title })
  return { places, problems }
}

function readRow(row: Row, say: Say): FileQuestion {
  const kind = row('kind') === '' ? undefined : kindFrom(row('kind'))
  if (row('kind') !== '' && !kind) say('unknown_kind', row('kind').slice(0, 40))
  const letters = [...LETTERS].filter((letter) => row(letter as SheetColumn) !== '')
  const gap = letters.findIndex((letter, place) => letter !== LETTERS[place])
  if (gap >= 0) say('letter_gap', LETTERS[gap])
  const written = letters.map((letter) => row(letter as SheetColumn))
  const options = written.length === 0 && kind === 'true_false' ? [...TRUE_FALSE] : written
  const key = readKey(row('key'), options, say)
  const topic = row('topic')
  return asTrueFalse({
    kind: kind ?? (key.length > 1 ? 'multiple' : 'single'),
    text: row('text'),
    options,
    key: checkKey(key, kind, options, say),
    explanation: row('explanation'),
    legalSource: row('legalSource') || null,
    documentNumber: row('documentNumber') || null,
    sources: readSources(row('sources'), say),
    ...(topic === '' ? {} : { topic }),
    ...readChoices(row, say),
  })
}

/** "A", "A, C" or, in an ordering, all letters as they follow each other; of true and false the word itself. */
function readKey(text: string, options: string[], say: Say): number[] {
  const named = options.findIndex((option) => text !== '' && plain(option) === plain(text))
  if (named >= 0 && text.length > 1) return [named]
  const letters = text
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((letter) => letter !== '')
  const apart = letters.length === 1 && /^[A-H]+$/.test(letters[0] ?? '') ? [...(letters[0] ?? '')] : letters
  const strange = apart.filter((letter) => letter.length > 1 || !LETTERS.slice(0, options.length).includes(letter))
  if (strange.length > 0) say('key_not_an_option', strange.join(', ').slice(0, 40))
  return [...new Set(apart)].filter((letter) => !strange.includes(letter)).map((letter) => LETTERS.indexOf(letter))
}

function checkKey(key: number[], kind: FileQuestion['kind'] | undefined, options: string[], say: Say): number[] {
  const isPartial = kind === 'ordering' && key.length > 0 && key.length < options.length
  const isSeveral = (kind === 'single' || kind === 'true_false') && key.length > 1
  if (isPartial || isSeveral) say('ambiguous_key')
  return kind === 'ordering' ? key : [...key].sort((a, b) => a - b)
}

function readChoices(row: Row, say: Say): Pick<FileQuestion, 'difficulty' | 'audiences'> {
  const difficulty = row('difficulty') === '' ? undefined : difficultyFrom(row('difficulty'))
  if (row('difficulty') !== '' && !difficulty) say('unknown_difficulty', row('difficulty').slice(0, 40))
  const named = row('audiences')
    .split(/[,;\n]/)
    .filter((name) => name.trim() !== '')
  const audiences = named.flatMap((name) => audienceFrom(name) ?? [])
  if (audiences.length < named.length) say('unknown_audience', row('audiences').slice(0, 60))
  return { ...(difficulty ? { difficulty } : {}), ...(audiences.length > 0 ? { audiences } : {}) }
}

function readSources(text: string, say: Say): FileQuestion['sources'] {
  const sources = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => readSource(line.trim()))
  if (sources.some(({ title, url }) => title.length < 3 || (url !== null && !URL.canParse(url)))) say('bad_source')
  return sources
}

function shown(cell: Cell): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10).split('-').reverse().join('/')
  return cell === null ? '' : tidy(String(cell))
}

import { z } from '@hono/zod-openapi'
import { AppError } from '../errors.ts'
import { ProcedureFile } from '../procedures/procedures.schemas.ts'
import { fold } from '../search/vietnamese-text.ts'
import type { Cell } from '../spreadsheets/cell.ts'

/** What an export says of one procedure; what it is silent about is absent. */
export type Told = {
  code: string
  name?: string
  agency?: string
  field?: string
  portalUrl?: string
  times?: string[]
  fees?: string[]
  documents?: string[]
  steps?: string[]
  legalBasis?: Basis[]
  /** Fields of a file in the form of content/procedures, taken as they are. */
  exact?: Exact
}
export type Basis = { number: string; title: string | null }

/** What a ministry decides; the plain words beside it are ours. */
const EXACT_FIELDS = {
  name: true,
  field: true,
  ministry: true,
  agency: true,
  whereToSubmit: true,
  levels: true,
  targetUsers: true,
  whoFor: true,
  questions: true,
  channels: true,
  cases: true,
  steps: true,
  conditions: true,
  results: true,
  legalBasis: true,
  portalUrl: true,
} as const
const ExactFields = ProcedureFile.pick(EXACT_FIELDS).partial().strip()
export type Exact = z.infer<typeof ExactFields>
/** Names no looser export uses. */
const ONLY_IN_FILES = ['channels', 'cases', 'plainName', 'slug', 'portalUrl']

const MOST_ROWS = 20_000
const Code = z.coerce.string().trim().min(3).max(40)
const Words = z.string().max(20_000)
const Text = Words.nullish()
const Named = z.union([Words, z.looseObject({ name: Words.optional(), text: Words.optional() })])
const Texts = z.union([Words, z.array(Named).max(500)]).nullish()
const Bases = z
  .union([Words, z.array(z.union([Words, z.looseObject({ number: Words, title: Text })])).max(200)])
  .nullish()
const Loose = z.looseObject({
  code: Code,
  name: Text,
  agency: Text,
  field: Text,
  url: Text,
  times: Texts,
  fees: Texts,
  documents: Texts,
  steps: Texts,
  legalBasis: Bases,
})
const Exacter = z.looseObject({ code: Code })

type Mistake = { row: number; problem: 'unreadable' | 'missing_code' | 'repeated' | 'missing_column' }

/** An array of procedures: content files of ours, or the looser form other systems write. */
export function readJson(bytes: Buffer): Told[] {
  const rows = z.array(z.unknown()).max(MOST_ROWS).safeParse(parse(bytes))
  if (!rows.success) throw refused([{ row: 0, problem: 'unreadable' }])
  return readRows(rows.data, toTold, 1)
}

const COLUMNS = {
  code: 'Mã thủ tục',
  name: 'Tên',
  agency: 'Cơ quan',
  field: 'Lĩnh vực',
  times: 'Thời hạn',
  fees: 'Lệ phí',
  url: 'Đường dẫn',
  legalBasis: 'Căn cứ',
} as const

/** A sheet with a procedure a row, under these headings in any order; more columns are passed over. */
export function readSheet([headings = [], ...lines]: readonly Cell[][]): Told[] {
  const titles = headings.map((cell) => fold(String(cell ?? '')).trim())
  const places = Object.entries(COLUMNS).map(([key, title]) => [key, titles.indexOf(fold(title))] as const)
  if (places.some(([key, place]) => key === 'code' && place < 0)) throw refused([{ row: 1, problem: 'missing_column' }])
  const rows = lines.map((line) =>
    Object.fromEntries(
      places.map(([key, place]) => [key, line[place] === undefined ? null : String(line[place] ?? '')]),
    ),
  )
  const filled = rows.flatMap((row, at) => (Object.values(row).every((cell) => !cell) ? [] : [{ row, at }]))
  return readRows(
    filled.map(({ row }) => row),
    toTold,
    2,
  )
}

function readRows(rows: unknown[], read: (row: unknown) => Told | undefined, first: number): Told[] {
  const mistakes: Mistake[] = []
  const told = new Map<string, Told>()
  for (const [at, row] of rows.entries()) {
    const one = read(row)
    if (one === undefined) mistakes.push({ row: at + first, problem: 'unreadable' })
    else if (told.has(one.code)) mistakes.push({ row: at + first, problem: 'repeated' })
    else told.set(one.code, one)
  }
  if (mistakes.length > 0) throw refused(mistakes)
  return [...told.values()]
}

function toTold(row: unknown): Told | undefined {
  const isFile = typeof row === 'object' && row !== null && ONLY_IN_FILES.some((name) => name in row)
  if (isFile) {
    const code = Exacter.safeParse(row)
    const exact = ExactFields.safeParse(row)
    return code.success && exact.success ? { code: code.data.code, exact: exact.data } : undefined
  }
  const loose = Loose.safeParse(row)
  if (!loose.success) return undefined
  const { code, name, agency, field, url, times, fees, documents, steps, legalBasis } = loose.data
  return withoutSilence({
    code,
    name: tidy(name ?? ''),
    agency: tidy(agency ?? ''),
    field: tidy(field ?? ''),
    portalUrl: url !== null && url !== undefined && URL.canParse(url.trim()) ? url.trim() : '',
    times: toTexts(times),
    fees: toTexts(fees),
    documents: toTexts(documents),
    steps: toTexts(steps),
    legalBasis: toBases(legalBasis),
  })
}

function withoutSilence(told: Told): Told {
  const said = Object.entries(told).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0))
  return { code: told.code, ...Object.fromEntries(said) }
}

function toTexts(given: z.infer<typeof Texts>): string[] {
  if (typeof given === 'string') return split(given)
  return (given ?? []).flatMap((each) => (typeof each === 'string' ? each : (each.name ?? each.text ?? []))).map(tidy)
}

const NUMBER = /(?<!\d)\d{1,6}\/(?:\d{4}\/)?[\p{Lu}\d]+(?:-[\p{Lu}\d]+)*/u

function toBases(given: z.infer<typeof Bases>): Basis[] {
  const each = typeof given === 'string' ? split(given) : (given ?? [])
  return each.map((basis) => {
    if (typeof basis !== 'string') return { number: tidy(basis.number), title: basis.title ? tidy(basis.title) : null }
    const text = tidy(basis)
    const number = numberIn(text)
    return { number, title: number === text ? null : text }
  })
}

/** The number of a law among the words around it. */
export function numberIn(text: string): string {
  return NUMBER.exec(text)?.[0] ?? tidy(text)
}

function split(text: string): string[] {
  return text
    .split(/[;\n]/)
    .map(tidy)
    .filter((each) => each !== '')
}

export function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

function refused(mistakes: Mistake[]) {
  return new AppError('recheck.unreadable', { rows: mistakes.slice(0, 20) })
}

import type { ProcedureFile } from '../procedures/procedures.schemas.ts'
import { type Basis, numberIn, type Told, tidy } from './recheck-input.rules.ts'
import { channelsWith } from './told-times.rules.ts'

export type Difference = { field: string; before: string; after: string }

/** All that is known of a procedure which is only listed. */
const LISTED = ['name', 'agency', 'field', 'portalUrl'] as const
const LISTS = ['times', 'fees', 'documents', 'steps'] as const

/** Each field in which the export says something else than we do. */
export function compareProcedure(ours: ProcedureFile, told: Told): Difference[] {
  if (told.exact !== undefined) return compareExactly(ours, told.exact)
  const differences = LISTED.flatMap((field) => different(field, ours[field] ?? '', told[field]))
  if (ours.detail === 'listed') return differences
  const lists = LISTS.flatMap((field) => {
    const said = told[field]
    const known = knownList(ours, field)
    return said === undefined || isSameList(known, said, { isOrdered: field === 'steps' })
      ? []
      : different(field, lines(known), lines(said))
  })
  return [...differences, ...lists, ...compareBases(ours.legalBasis, told.legalBasis)]
}

function knownList(ours: ProcedureFile, field: (typeof LISTS)[number]): string[] {
  if (field === 'steps') return ours.steps
  if (field === 'documents')
    return unique(ours.cases.flatMap(({ documents }) => documents.map((document) => document.name)))
  return unique(ours.channels.flatMap((channel) => channel[field].map(({ text }) => text)))
}

function compareBases(ours: readonly Basis[], told: readonly Basis[] | undefined): Difference[] {
  if (told === undefined) return []
  const numbers = (bases: readonly Basis[]) => unique(bases.map(({ number }) => lawOf(number))).sort()
  if (String(numbers(ours)) === String(numbers(told))) return []
  const text = (bases: readonly Basis[]) => lines(bases.map(({ number }) => number))
  return different('legalBasis', text(ours), text(told))
}

function compareExactly(ours: ProcedureFile, exact: NonNullable<Told['exact']>): Difference[] {
  return Object.entries(exact).flatMap(([field, after]) => {
    const before: unknown = Reflect.get(ours, field)
    return JSON.stringify(before) === JSON.stringify(after)
      ? []
      : [{ field, before: describe(before), after: describe(after) }]
  })
}

/** What we say with what the export says in the place of it: the start of a draft, read by a person before it is shown. */
export function takeOver(ours: ProcedureFile, told: Told): ProcedureFile {
  if (told.exact !== undefined) return { ...ours, ...told.exact }
  const changed = new Set(compareProcedure(ours, told).map(({ field }) => field))
  const next = { ...ours }
  const { name, agency, field, portalUrl, times, fees, documents, steps, legalBasis } = told
  if (name !== undefined && changed.has('name')) {
    next.name = name
    // A listed procedure's plain name was made from its name.
    if (ours.detail === 'listed') next.plainName = name.replace(/^Thủ tục /, '').replace(/^./u, (a) => a.toUpperCase())
  }
  if (agency !== undefined && changed.has('agency')) next.agency = agency
  if (field !== undefined && changed.has('field')) next.field = field
  if (portalUrl !== undefined && changed.has('portalUrl')) next.portalUrl = portalUrl
  if (times !== undefined && changed.has('times')) next.channels = channelsWith(next.channels, 'times', times)
  if (fees !== undefined && changed.has('fees')) next.channels = channelsWith(next.channels, 'fees', fees)
  if (documents !== undefined && changed.has('documents')) next.cases = casesWith(ours.cases, documents)
  if (steps !== undefined && changed.has('steps')) next.steps = steps
  if (legalBasis !== undefined && changed.has('legalBasis'))
    next.legalBasis = legalBasis.map((each) => known(ours, each))
  return next
}

function known(ours: ProcedureFile, basis: Basis): Basis {
  return ours.legalBasis.find(({ number }) => lawOf(number) === lawOf(basis.number)) ?? basis
}

/** Papers keep their conditions where the name is the same; a new one is asked of everybody in the first case. */
function casesWith(cases: ProcedureFile['cases'], names: string[]): ProcedureFile['cases'] {
  const had = new Set(cases.flatMap(({ documents }) => documents.map(({ name }) => tidy(name))))
  const added = names
    .filter((name) => !had.has(name))
    .map((name) => ({ name, original: null, copy: null, form: null, appliesWhen: null, condition: null }))
  const [first = { key: 'chung', name: null, documents: [] }, ...others] = cases
  const keep = (each: typeof first) => ({
    ...each,
    documents: each.documents.filter(({ name }) => names.includes(tidy(name))),
  })
  return [{ ...keep(first), documents: [...keep(first).documents, ...added] }, ...others.map(keep)]
}

/** The export as a source, first among the others; an earlier export of the same name makes room. */
export function withSource(
  sources: ProcedureFile['sources'],
  { name, exportedOn, url }: { name: string; exportedOn: string; url: string | null },
) {
  const [year, month, day] = exportedOn.split('-')
  const others = sources.filter(({ title }) => !title.startsWith(`${name}, ngày `))
  return [{ title: `${name}, ngày ${day}/${month}/${year}`, url }, ...others]
}

const DAY_MS = 24 * 60 * 60 * 1000

/** Looked at today; a review day that has come is moved by as long as it was given the last time. */
export function lookedAt({ checkedOn, reviewBy }: Pick<ProcedureFile, 'checkedOn' | 'reviewBy'>, today: string) {
  if (reviewBy > today) return { checkedOn: today, reviewBy }
  const given = Math.max(DAY_MS, Date.parse(reviewBy) - Date.parse(checkedOn))
  return { checkedOn: today, reviewBy: new Date(Date.parse(today) + given).toISOString().slice(0, 10) }
}

function different(field: string, before: string, after: string | undefined): Difference[] {
  return after === undefined || tidy(before) === tidy(after) ? [] : [{ field, before, after }]
}

function isSameList(a: readonly string[], b: readonly string[], { isOrdered }: { isOrdered: boolean }) {
  const form = (list: readonly string[]) => {
    const plain = list.map((text) => tidy(text).replace(/(?<![.;,])[.;,]+$/, ''))
    return JSON.stringify(isOrdered ? plain : unique(plain).sort())
  }
  return form(a) === form(b)
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return lines(value.map((each) => leaves(each).join(' · ')))
  return leaves(value).join(' · ')
}

function leaves(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return []
  return typeof value === 'object' ? Object.values(value).flatMap(leaves) : [String(value)]
}

const lawOf = (text: string) => numberIn(text.normalize('NFC').toUpperCase())
const lines = (texts: readonly string[]) => texts.join('\n')
const unique = (texts: readonly string[]) => [...new Set(texts)]

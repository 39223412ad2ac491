import { AppError, type ProblemCode } from '../errors.ts'
import { changeFrom, countOn, mergeUnits, newUnit, periodOn, setHeadcount, type Unit } from './timeline.rules.ts'
import { type Book, findTreeProblems, keeperOf } from './tree.rules.ts'
import type { ImportChange, ImportError, ImportProblem } from './unit-import.schemas.ts'
import { SHEET_COLUMNS, type SheetColumn, type SheetRow } from './unit-sheet.rules.ts'
import { AUDIENCES } from './units.schemas.ts'

export type ImportPlan = {
  units: Unit[]
  adds: { row: number; unit: string; name: string; parentId: string }[]
  changes: ImportChange[]
  errors: ImportError[]
  unchanged: number
}

type Surroundings = { today: string; createdAt: string; mayManage: (unitId: string) => boolean }

class RowMistake extends Error {
  constructor(
    readonly column: SheetColumn,
    readonly problem: ImportProblem,
  ) {
    super(problem)
  }
}

/** What the rows would make of the units: each row in turn, mergers last, then the tree as a whole. */
export function planImport(book: Book, rows: readonly SheetRow[], surroundings: Surroundings): ImportPlan {
  const draft = new Map(book)
  const plan: ImportPlan = { units: [], adds: [], changes: [], errors: [], unchanged: 0 }
  const fills = rows.filter(({ mergedInto }) => mergedInto === undefined)
  for (const row of fills)
    attempt(plan, row, () => keep(plan, draft, { row, rows }, [fill(draft.get(row.id), row, surroundings)]))
  for (const merged of groupMergers(rows, draft, plan))
    attempt(plan, merged[0], () => keep(plan, draft, { row: merged[0], rows }, merge(draft, merged, rows)))
  plan.units = [...draft.values()].filter((unit) => book.get(unit.id) !== unit)
  plan.errors.push(...findForbidden(plan, { book, rows, ...surroundings }))
  plan.errors.push(...findMisplaced(plan, draft, rows))
  const touched = new Set([...plan.adds, ...plan.changes, ...plan.errors].map(({ row }) => row))
  plan.unchanged = rows.filter(({ row }) => !touched.has(row)).length
  return plan
}

function attempt(plan: ImportPlan, { row }: SheetRow, work: () => void) {
  try {
    work()
  } catch (error) {
    const mistake = toMistake(error)
    plan.errors.push({ row, column: SHEET_COLUMNS[mistake.column].title, problem: mistake.problem })
  }
}

function toMistake(error: unknown): RowMistake {
  if (error instanceof RowMistake) return error
  if (error instanceof AppError && error.code === 'unit.not_there_then') return new RowMistake('from', 'not_there_then')
  throw error
}

function fill(unit: Unit | undefined, row: SheetRow, { createdAt, today }: Surroundings): Unit {
  const filled = unit ? changeFrom(unit, row.from ?? today, row) : addUnit(row, createdAt)
  return tellCounts(filled, row)
}

function addUnit({ id, name, kind, parentId, from }: SheetRow, createdAt: string): Unit {
  if (name === undefined) throw new RowMistake('name', 'missing')
  if (kind === undefined) throw new RowMistake('kind', 'missing')
  if (parentId === undefined) throw new RowMistake('parentId', 'missing')
  if (from === undefined) throw new RowMistake('from', 'missing')
  return newUnit({ id, createdAt }, { name, kind, parentId, validFrom: from })
}

/** A number that holds on that day already is not told again. */
function tellCounts(unit: Unit, { counts, asOf }: SheetRow): Unit {
  if (asOf === undefined || counts.size === 0) return unit
  if (!periodOn(unit, asOf)) throw new RowMistake('asOf', 'not_there_then')
  return [...counts].reduce(
    (told, [audience, count]) =>
      countOn(told, audience, asOf) === count ? told : setHeadcount(told, { audience, asOf, count }),
    unit,
  )
}

/** Rows that become the same unit on the same day are one merger; those done already are left out. */
function groupMergers(rows: readonly SheetRow[], draft: Book, plan: ImportPlan): [SheetRow, ...SheetRow[]][] {
  const groups = new Map<string, [SheetRow, ...SheetRow[]]>()
  for (const row of rows.filter(({ mergedInto }) => mergedInto !== undefined))
    attempt(plan, row, () => {
      if (isMergedAlready(draft, row)) return
      const key = `${row.mergedInto} ${row.from}`
      const group = groups.get(key)
      if (group) group.push(row)
      else groups.set(key, [row])
    })
  return [...groups.values()]
}

function isMergedAlready(draft: Book, row: SheetRow) {
  const unit = draft.get(row.id)
  if (!unit) throw new RowMistake('id', 'unknown_unit')
  const last = unit.periods.at(-1)
  const says = { name: last?.name, kind: last?.kind, parentId: last?.parentId }
  for (const column of ['name', 'kind', 'parentId'] as const)
    if (row[column] !== undefined && row[column] !== says[column]) throw new RowMistake(column, 'merged_row_changes')
  const { asOf } = row
  for (const [audience, count] of row.counts)
    if (asOf === undefined || countOn(unit, audience, asOf) !== count)
      throw new RowMistake(audience, 'merged_row_changes')
  return unit.successors.some(({ successorId, validFrom }) => successorId === row.mergedInto && validFrom === row.from)
}

function merge(draft: Book, group: readonly [SheetRow, ...SheetRow[]], rows: readonly SheetRow[]): Unit[] {
  const [{ mergedInto = '', from = '' }] = group
  const into = draft.get(mergedInto)
  if (!into) throw new RowMistake('mergedInto', 'unknown_unit')
  const told = rows.find(({ id, asOf }) => id === mergedInto && asOf === from)?.counts ?? new Map()
  const ended = group.flatMap(({ id }) => draft.get(id) ?? [])
  return mergeUnits({ ended, into, others: draft.values(), from, headcounts: told, note: null })
}

/** A change is told in the unit's own row, or in the one that brought it about. */
function keep(
  plan: ImportPlan,
  draft: Map<string, Unit>,
  { row, rows }: { row: SheetRow; rows: readonly SheetRow[] },
  made: readonly Unit[],
) {
  for (const unit of made) {
    const before = draft.get(unit.id)
    if (before === unit) continue
    const own = rows.find(({ id }) => id === unit.id) ?? row
    if (before) plan.changes.push(...describeChanges(own, before, unit))
    else plan.adds.push(describeAdd(own, unit))
    draft.set(unit.id, unit)
  }
}

function describeAdd({ row }: SheetRow, { id, periods: [first] }: Unit) {
  return { row, unit: id, name: first?.name ?? '', parentId: first?.parentId ?? '' }
}

function describeChanges({ row }: SheetRow, before: Unit, after: Unit): ImportChange[] {
  const changed = { row, unit: after.id }
  const periods = after.periods
    .filter((period) => !before.periods.includes(period))
    .flatMap((period) =>
      (['name', 'kind', 'parentId'] as const).map((field) => ({
        ...changed,
        field,
        on: period.validFrom,
        before: periodOn(before, period.validFrom)?.[field] ?? null,
        after: period[field],
      })),
    )
  const counts = AUDIENCES.flatMap((audience) =>
    after.headcounts
      .filter((told) => told.audience === audience && !before.headcounts.includes(told))
      .map(({ asOf, count }) => ({
        ...changed,
        field: audience,
        on: asOf,
        before: countOn(before, audience, asOf),
        after: count,
      })),
  )
  const mergers = after.successors
    .filter((successor) => !before.successors.includes(successor))
    .map(({ successorId, validFrom }) => ({
      ...changed,
      field: 'mergedInto' as const,
      on: validFrom,
      before: null,
      after: successorId,
    }))
  return [...periods, ...counts, ...mergers].filter((change) => change.before !== change.after)
}

type Whole = Surroundings & { book: Book; rows: readonly SheetRow[] }

/** A unit may be changed by who manages it, and put below a unit by who manages that one; a new one has its own row. */
function findForbidden({ units }: ImportPlan, { book, rows, today, mayManage }: Whole): ImportError[] {
  const mayChange = (id: string) => !book.has(id) || mayManage(keeperOf(book, id, today))
  return units.flatMap((unit) => {
    const parents = unit.periods
      .filter((period) => !book.get(unit.id)?.periods.includes(period))
      .flatMap(({ parentId }) => parentId ?? [])
    if ([unit.id, ...parents].every(mayChange)) return []
    return [{ row: rowOf(rows, unit.id), column: SHEET_COLUMNS.id.title, problem: 'forbidden' as const }]
  })
}

const TREE_PROBLEMS: Partial<Record<ProblemCode, ImportProblem>> = {
  'unit.cycle': 'cycle',
  'unit.root_stays': 'root_stays',
  'unit.parent_not_there': 'parent_not_there',
}

function findMisplaced({ errors }: ImportPlan, draft: Book, rows: readonly SheetRow[]): ImportError[] {
  const refused = new Set(errors.map(({ row }) => row))
  return findTreeProblems(draft).flatMap(({ unitId, problem }) => {
    const row = rowOf(rows, unitId)
    const found = TREE_PROBLEMS[problem] ?? 'parent_not_there'
    return refused.has(row) ? [] : [{ row, column: SHEET_COLUMNS.parentId.title, problem: found }]
  })
}

/** The row that speaks of the unit; the heading's where none does. */
function rowOf(rows: readonly SheetRow[], unitId: string) {
  return rows.find(({ id }) => id === unitId)?.row ?? 1
}

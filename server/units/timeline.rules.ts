import { AppError } from '../errors.ts'
import { addDays } from '../working-time/calendar-days.ts'
import { AUDIENCES, type Audience, type UnitKind } from './units.schemas.ts'

export type Period = {
  name: string
  kind: UnitKind
  parentId: string | null
  validFrom: string
  /** The last day; nothing while no end is known. */
  validTo: string | null
}
export type Headcount = { audience: Audience; asOf: string; count: number }
export type Successor = { successorId: string; validFrom: string; note: string | null }

/** A unit with its whole history. Periods are in order and follow each other without a gap. */
export type Unit = {
  id: string
  isSample: boolean
  createdAt: string
  version: number
  periods: readonly Period[]
  headcounts: readonly Headcount[]
  successors: readonly Successor[]
}

export function newUnit(
  about: { id: string; createdAt: string; isSample?: boolean },
  period: Omit<Period, 'validTo'>,
): Unit {
  const { id, createdAt, isSample = false } = about
  return {
    id,
    createdAt,
    isSample,
    version: 0,
    periods: [{ ...period, validTo: null }],
    headcounts: [],
    successors: [],
  }
}

const holdsOn = (date: string) => (period: Period) =>
  period.validFrom <= date && (period.validTo === null || period.validTo >= date)

export function periodOn(unit: Unit, date: string): Period | undefined {
  return unit.periods.find(holdsOn(date))
}

/** A new name, kind or place from a day on, until what was already planned for a later day. */
export function changeFrom(
  unit: Unit,
  from: string,
  change: Partial<Pick<Period, 'name' | 'kind' | 'parentId'>>,
): Unit {
  const current = periodOn(unit, from)
  if (!current) throw notThere(unit, from)
  const changed = {
    name: change.name ?? current.name,
    kind: change.kind ?? current.kind,
    parentId: change.parentId ?? current.parentId,
  }
  if (isSame(changed, current)) return unit
  const { validTo } = current
  const earlier = current.validFrom === from ? [] : [{ ...current, validTo: addDays(from, -1) }]
  const replaced = unit.periods.flatMap((period) =>
    period === current ? [...earlier, { ...changed, validFrom: from, validTo }] : [period],
  )
  return { ...unit, periods: joinSame(replaced) }
}

function isSame(a: Pick<Period, 'name' | 'kind' | 'parentId'>, b: typeof a) {
  return a.name === b.name && a.kind === b.kind && a.parentId === b.parentId
}

/** Two periods that say the same are one. */
function joinSame(periods: readonly Period[]): Period[] {
  const joined: Period[] = []
  for (const period of periods) {
    const last = joined.at(-1)
    if (last && isSame(last, period)) joined.splice(-1, 1, { ...last, validTo: period.validTo })
    else joined.push(period)
  }
  return joined
}

/** Ends a unit. Changes and numbers told for later days go with it. */
export function endAfter(unit: Unit, lastDay: string): Unit {
  const last = periodOn(unit, lastDay)
  if (!last) throw notThere(unit, lastDay)
  if (last.validTo === lastDay && last === unit.periods.at(-1)) return unit
  const kept = unit.periods.slice(0, unit.periods.indexOf(last))
  return {
    ...unit,
    periods: [...kept, { ...last, validTo: lastDay }],
    headcounts: unit.headcounts.filter(({ asOf }) => asOf <= lastDay),
  }
}

/** Everything that stood below one of some units stands below another from a day on. */
export function moveFrom(unit: Unit, { out, into, from }: { out: ReadonlySet<string>; into: string; from: string }) {
  const moved = unit.periods.flatMap((period): Period[] => {
    const isTouched = period.parentId !== null && out.has(period.parentId)
    if (!isTouched || (period.validTo !== null && period.validTo < from)) return [period]
    if (period.validFrom >= from) return [{ ...period, parentId: into }]
    return [
      { ...period, validTo: addDays(from, -1) },
      { ...period, validFrom: from, parentId: into },
    ]
  })
  if (moved.every((period, position) => period === unit.periods[position])) return unit
  return { ...unit, periods: joinSame(moved) }
}

/** The latest number told at or before a day. */
export function countOn(unit: Unit, audience: Audience, date: string): number | null {
  const told = unit.headcounts.filter((headcount) => headcount.audience === audience && headcount.asOf <= date)
  return told.reduce<Headcount | null>((a, b) => (a === null || b.asOf > a.asOf ? b : a), null)?.count ?? null
}

/** `count: null` takes back the number told for that very day. */
export function setHeadcount(
  unit: Unit,
  { audience, asOf, count }: { audience: Audience; asOf: string; count: number | null },
): Unit {
  if (!periodOn(unit, asOf)) throw notThere(unit, asOf)
  const isIt = (headcount: Headcount) => headcount.audience === audience && headcount.asOf === asOf
  const told = unit.headcounts.find(isIt)
  if ((told?.count ?? null) === count) return unit
  const others = unit.headcounts.filter((headcount) => !isIt(headcount))
  return { ...unit, headcounts: count === null ? others : [...others, { audience, asOf, count }] }
}

/**
 * Units end the day before and one takes their place, with their people and all that stood below them. Numbers
 * told for the days before stay with the units that told them.
 */
export function mergeUnits({
  ended,
  into,
  others,
  from,
  headcounts,
  note,
}: {
  ended: readonly Unit[]
  into: Unit
  others: Iterable<Unit>
  from: string
  headcounts: ReadonlyMap<Audience, number>
  note: string | null
}): Unit[] {
  const lastDay = addDays(from, -1)
  const out = new Set(ended.map(({ id }) => id))
  const before = periodOn(into, lastDay) ? [...ended, into] : ended
  const grown = AUDIENCES.reduce((unit, audience) => {
    const count = headcounts.get(audience) ?? sum(before.map((each) => countOn(each, audience, lastDay)))
    return count === null ? unit : setHeadcount(unit, { audience, asOf: from, count })
  }, into)
  if (!periodOn(grown, from)) throw notThere(into, from)
  const moved = [...others].filter(({ id }) => !out.has(id) && id !== into.id)
  return [
    ...ended.map((unit) => ({
      ...endAfter(unit, lastDay),
      successors: [...unit.successors, { successorId: into.id, validFrom: from, note }],
    })),
    moveFrom(grown, { out, into: into.id, from }),
    ...moved.map((unit) => moveFrom(unit, { out, into: into.id, from })),
  ]
}

/** Nothing when nobody has told a number: that is not zero. */
function sum(counts: readonly (number | null)[]): number | null {
  const told = counts.filter((count) => count !== null)
  return told.length === 0 ? null : told.reduce((a, b) => a + b, 0)
}

function notThere(unit: Unit, on: string) {
  return new AppError('unit.not_there_then', { unit: unit.id, on })
}

import type { z } from '@hono/zod-openapi'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { fold } from '../search/vietnamese-text.ts'
import { requirePermission } from '../staff/access.rules.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { changeUnits } from './change-units.ts'
import { changeFrom, endAfter, mergeUnits, newUnit, periodOn, setHeadcount, type Unit } from './timeline.rules.ts'
import { type Book, childrenAfter, keeperOf } from './tree.rules.ts'
import * as queries from './units.queries.ts'
import {
  AUDIENCES,
  type HeadcountChange,
  type Merger,
  type NewUnit,
  type UnitChange,
  type UnitDetail,
  type UnitEnd,
  type UnitList,
  type UnitsQuery,
} from './units.schemas.ts'

type Input<S extends z.ZodType> = z.output<S>
type Detail = z.input<typeof UnitDetail>

/** The tree as it was on a day; names are for everybody who has signed in. */
export async function listUnits(ctx: Ctx<Staff>, query: Input<typeof UnitsQuery>): Promise<z.input<typeof UnitList>> {
  const { q, kind, under, cursor, limit } = query
  const on = query.on ?? vietnamDate(ctx.now())
  const folded = q === undefined ? undefined : fold(q.trim())
  const filter = { onDate: on, folded: folded === '' ? undefined : folded, kind, under }
  const rows = await queries.listTree(ctx.db, filter, { after: cursor, limit: limit + 1 })
  // The page before ended at this unit, so there was more: the unit has left the tree since.
  if (cursor !== undefined && rows.length === 0) throw new AppError('cursor.invalid')
  const items = rows.slice(0, limit)
  return {
    on,
    items,
    total: await queries.countTree(ctx.db, filter),
    nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
  }
}

/** A unit with its history and its people, for those whose unit it is below. */
export async function getUnit(ctx: Ctx<Staff>, id: string, on?: string): Promise<Detail> {
  const today = vietnamDate(ctx.now())
  const unit = (await queries.findUnit(ctx.db, id)) ?? fail('unit.not_found', { unit: id })
  const isHere = periodOn(unit, today) !== undefined
  const keeper = isHere ? id : keeperOf(await queries.readBook(ctx.db), id, today)
  requirePermission(ctx, 'figures.read', keeper)
  return describeUnit(ctx, unit, on ?? today)
}

/** After a change; what was just made is not among the units that the request came in with. */
async function showChanged(ctx: Ctx<Staff>, id: string, on = vietnamDate(ctx.now())): Promise<Detail> {
  const unit = (await queries.findUnit(ctx.db, id)) ?? fail('unit.not_found', { unit: id })
  return describeUnit(ctx, unit, on)
}

async function describeUnit(ctx: Ctx<Staff>, unit: Unit, on: string): Promise<Detail> {
  const { id, isSample, version } = unit
  const [first, last] = [unit.periods[0], unit.periods.at(-1)]
  if (!first || !last) throw new Error(`unit ${id} has no period`)
  const shown = periodOn(unit, on) ?? (first.validFrom > on ? first : last)
  const nearest = shown.validFrom > on ? shown.validFrom : (shown.validTo ?? on) < on ? (shown.validTo ?? on) : on
  const mergers = await queries.listMergers(ctx.db, id)
  const named = [...mergers.flatMap((each) => [each.unitId, each.successorId]), ...unit.periods.map(parentOf)]
  const names = await queries.listUnitNames(ctx.db, named, on)
  const nameOf = (other: string) => names.get(other) ?? other
  const { units, sums } = await queries.sumHeadcounts(ctx.db, id, on)
  const link = (other: string, { validFrom, note }: (typeof mergers)[number]) => ({
    id: other,
    name: nameOf(other),
    from: validFrom,
    note,
  })
  return {
    id,
    isSample,
    version,
    on,
    state: periodOn(unit, on) ? 'present' : first.validFrom > on ? 'planned' : 'ended',
    name: shown.name,
    kind: shown.kind,
    path: await queries.listPath(ctx.db, id, nearest),
    periods: unit.periods.map((period) => ({
      ...period,
      parentName: period.parentId === null ? null : nameOf(period.parentId),
    })),
    headcounts: [...unit.headcounts],
    totals: AUDIENCES.map((audience) => {
      const told = sums.find((sum) => sum.audience === audience)
      return { audience, count: told?.count ?? null, unitsTold: told?.unitsTold ?? 0, units }
    }),
    successors: mergers.filter((each) => each.unitId === id).map((each) => link(each.successorId, each)),
    predecessors: mergers.filter((each) => each.successorId === id).map((each) => link(each.unitId, each)),
  }
}

const parentOf = ({ parentId }: { parentId: string | null }) => parentId ?? ''

export async function createUnit(ctx: Ctx<Staff>, draft: Input<typeof NewUnit>): Promise<Detail> {
  const { id = ctx.newId(), ...period } = draft
  await changeUnits(ctx, 'unit.create', (book) => {
    requireUnit(ctx, book, draft.parentId)
    if (book.has(id)) throw new AppError('unit.already_exists', { unit: id })
    return [newUnit({ id, createdAt: ctx.now().toISOString() }, period)]
  })
  return showChanged(ctx, id, draft.validFrom)
}

/** A new name, kind or place from a day on; what it was before stays as it was. */
export async function changeUnit(
  ctx: Ctx<Staff>,
  { id, ifMatch, change }: { id: string; ifMatch: number; change: Input<typeof UnitChange> },
): Promise<Detail> {
  const { from, ...fields } = change
  await changeUnits(ctx, 'unit.change', (book) => {
    const unit = requireUnit(ctx, book, id, ifMatch)
    if (fields.parentId !== undefined) requireUnit(ctx, book, fields.parentId)
    return [changeFrom(unit, from, fields)]
  })
  return showChanged(ctx, id)
}

export async function tellHeadcount(
  ctx: Ctx<Staff>,
  { id, ifMatch, change }: { id: string; ifMatch: number; change: Input<typeof HeadcountChange> },
): Promise<Detail> {
  await changeUnits(ctx, 'unit.headcount', (book) => [setHeadcount(requireUnit(ctx, book, id, ifMatch), change)])
  return showChanged(ctx, id)
}

/** Ends a unit below which nothing stands any more. */
export async function closeUnit(
  ctx: Ctx<Staff>,
  { id, ifMatch, lastDay }: { id: string; ifMatch: number } & Input<typeof UnitEnd>,
): Promise<Detail> {
  await changeUnits(ctx, 'unit.close', (book) => {
    const unit = requireUnit(ctx, book, id, ifMatch)
    const children = childrenAfter(book, id, lastDay)
    if (children.length > 0) throw new AppError('unit.has_children', { children: children.length })
    return [endAfter(unit, lastDay)]
  })
  return showChanged(ctx, id)
}

/** Several units become one, which is new or one that is there already. */
export async function mergeIntoOne(ctx: Ctx<Staff>, merger: Merger): Promise<Detail> {
  const { from, note, into } = merger
  const madeId = ctx.newId()
  const intoId = into.id ?? madeId
  await changeUnits(ctx, 'unit.merge', (book) => {
    const ended = merger.units
      .filter(({ id }) => id !== intoId)
      .map(({ id, version }) => requireUnit(ctx, book, id, version))
    return mergeUnits({
      ended,
      into: successorOf(ctx, book, merger, intoId),
      others: book.values(),
      from,
      headcounts: new Map(merger.headcounts.map(({ audience, count }) => [audience, count])),
      note,
    })
  })
  return showChanged(ctx, intoId, from)
}

function successorOf(ctx: Ctx<Staff>, book: Book, { into, from }: Merger, id: string): Unit {
  if ('version' in into) return requireUnit(ctx, book, id, into.version)
  requireUnit(ctx, book, into.parentId)
  if (book.has(id)) throw new AppError('unit.already_exists', { unit: id })
  const { name, kind, parentId } = into
  return newUnit({ id, createdAt: ctx.now().toISOString() }, { name, kind, parentId, validFrom: from })
}

/** The unit as it is, when the member of staff may change it and has seen its present version. */
function requireUnit(ctx: Ctx<Staff>, book: Book, id: string, version?: number): Unit {
  const unit = book.get(id) ?? fail('unit.not_found', { unit: id })
  requirePermission(ctx, 'units.manage', keeperOf(book, id, vietnamDate(ctx.now())))
  if (version !== undefined && unit.version !== version)
    throw new AppError('unit.changed_meanwhile', { unit: id, version: unit.version })
  return unit
}

function fail(code: 'unit.not_found', details: Record<string, unknown>): never {
  throw new AppError(code, details)
}

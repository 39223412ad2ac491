import fc from 'fast-check'
import {
  changeFrom,
  countOn,
  endAfter,
  newUnit,
  periodOn,
  setHeadcount,
  type Unit,
} from '../../server/units/timeline.rules.ts'
import { type Book, findTreeProblems } from '../../server/units/tree.rules.ts'
import { AUDIENCES, type Audience } from '../../server/units/units.schemas.ts'

export const DAYS = ['2025-07-01', '2025-09-01', '2026-01-01', '2026-07-01', '2026-09-01', '2027-01-01'] as const
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'] as const

export const day = fc.constantFrom(...DAYS)
const parent = fc.oneof({ weight: 3, arbitrary: fc.constant('so-gddt') }, fc.constantFrom(...NAMES))
const firstDay = fc.oneof({ weight: 5, arbitrary: fc.constant(DAYS[0]) }, day)
const step = fc.record({
  id: fc.constantFrom(...NAMES),
  from: day,
  parentId: parent,
  verb: fc.constantFrom('move', 'move', 'move', 'rename', 'rename', 'end', 'count', 'count', 'count'),
  audience: fc.constantFrom(...AUDIENCES),
  count: fc.nat(500),
})
const start = fc.tuple(...NAMES.map(() => fc.record({ parentId: parent, validFrom: firstDay })))

export function root(): Unit {
  return newUnit(
    { id: 'so-gddt', createdAt: '2025-07-01T00:00:00Z' },
    { name: 'Sở', kind: 'department', parentId: null, validFrom: '2025-01-01' },
  )
}

/** Trees as a careless hand would leave them: circles, parents that are gone, parents that come later. */
export const anyBook = fc.tuple(start, fc.array(step, { maxLength: 10 })).map(([starts, steps]) => {
  return makeBook(starts, steps, () => true)
})

/** Only trees that stand on every day: a step that would break one is not taken. */
export const soundBook = fc.tuple(start, fc.array(step, { maxLength: 25 })).map(([starts, steps]) => {
  return makeBook(starts, steps, (book) => findTreeProblems(book).length === 0)
})

type Start = { parentId: string; validFrom: string }

function makeBook(starts: Start[], steps: Step[], isAllowed: (book: Book) => boolean): Book {
  const units = starts.map(({ parentId, validFrom }, index) => {
    const id = NAMES[index] ?? 'a'
    return newUnit({ id, createdAt: '' }, { name: `Đơn vị ${id}`, kind: 'primary', parentId, validFrom })
  })
  let book = new Map([['so-gddt', root()]])
  function put(unit: Unit | undefined) {
    const tried = unit && new Map([...book, [unit.id, unit] as const])
    if (tried && isAllowed(tried)) book = tried
  }
  for (const unit of [...units, ...units]) if (!book.has(unit.id)) put(unit)
  for (const unit of units) if (!book.has(unit.id)) put(changeFrom(unit, startOf(unit), { parentId: 'so-gddt' }))
  for (const each of steps) put(takeStep(book, each))
  return book
}

const startOf = (unit: Unit) => unit.periods[0]?.validFrom ?? ''

type Step = { id: string; from: string; parentId: string; verb: string; audience: Audience; count: number }

function takeStep(book: Book, { id, from, parentId, verb, audience, count }: Step): Unit | undefined {
  const unit = book.get(id)
  if (!unit || !periodOn(unit, from)) return undefined
  if (verb === 'move') return changeFrom(unit, from, { parentId })
  if (verb === 'rename') return changeFrom(unit, from, { name: `Đơn vị ${id} ${count}` })
  if (verb === 'end') return endAfter(unit, from)
  return setHeadcount(unit, { audience, asOf: from, count })
}

/** Said the slow way: who stands below a unit on a day, itself included when it is there. */
export function subtreeOn(book: Book, id: string, date: string): string[] {
  const unit = book.get(id)
  if (!unit || !periodOn(unit, date)) return []
  const children = [...book.values()].filter((other) => periodOn(other, date)?.parentId === id)
  return [id, ...children.flatMap((child) => subtreeOn(book, child.id, date))]
}

/** The people of a subtree on a day, `null` when no unit of it has told. */
export function totalOn(book: Book, id: string, audience: Audience, date: string): number | null {
  const counts = subtreeOn(book, id, date).map((each) => {
    const unit = book.get(each)
    return unit ? countOn(unit, audience, date) : null
  })
  const told = counts.filter((count) => count !== null)
  return told.length === 0 ? null : told.reduce((a, b) => a + b, 0)
}

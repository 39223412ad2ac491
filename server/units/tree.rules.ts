import { periodOn, type Unit } from './timeline.rules.ts'
import { ROOT_UNIT_ID } from './units.schemas.ts'

export type Book = ReadonlyMap<string, Unit>
export type TreeProblem = {
  unitId: string
  on: string
  problem: 'unit.cycle' | 'unit.parent_not_there' | 'unit.root_stays'
}

/** What is wrong with the tree on any day: the first thing for each unit. */
export function findTreeProblems(book: Book): TreeProblem[] {
  return [...book.values()].flatMap((unit) => {
    const [problem] = unit.periods.flatMap(({ parentId, validFrom, validTo }): TreeProblem[] => {
      const at = { unitId: unit.id, on: validFrom }
      if ((parentId === null) !== (unit.id === ROOT_UNIT_ID)) return [{ ...at, problem: 'unit.root_stays' }]
      if (parentId === null) return []
      const parent = book.get(parentId)
      if (!parent || !isThere(parent, validFrom, validTo)) return [{ ...at, problem: 'unit.parent_not_there' }]
      return isBelowItself(book, unit.id, validFrom) ? [{ ...at, problem: 'unit.cycle' }] : []
    })
    return problem ? [problem] : []
  })
}

function isThere(unit: Unit, from: string, to: string | null) {
  const [first, last] = [unit.periods[0], unit.periods.at(-1)]
  if (!first || !last || first.validFrom > from) return false
  return last.validTo === null || (to !== null && to <= last.validTo)
}

/** A circle first closes on a day on which one of its periods begins, so those days are all there is to look at. */
function isBelowItself(book: Book, id: string, date: string) {
  const seen = new Set<string>()
  let above = parentOn(book, id, date)
  while (above !== null && !seen.has(above)) {
    if (above === id) return true
    seen.add(above)
    above = parentOn(book, above, date)
  }
  return false
}

function parentOn(book: Book, id: string, date: string) {
  const unit = book.get(id)
  return (unit && periodOn(unit, date)?.parentId) ?? null
}

/** The unit whose people look after this one today: itself, or the nearest above it that is there today. */
export function keeperOf(book: Book, id: string, today: string): string {
  const seen = new Set<string>()
  let keeper = book.get(id)
  while (keeper && !periodOn(keeper, today) && !seen.has(keeper.id)) {
    seen.add(keeper.id)
    const nearest = (keeper.periods[0]?.validFrom ?? '') > today ? keeper.periods[0] : keeper.periods.at(-1)
    keeper = book.get(nearest?.parentId ?? '')
  }
  return keeper?.id ?? ROOT_UNIT_ID
}

/** Those that stand below a unit after a day. */
export function childrenAfter(book: Book, id: string, day: string): string[] {
  return [...book.values()]
    .filter((unit) =>
      unit.periods.some(({ parentId, validTo }) => parentId === id && (validTo === null || validTo > day)),
    )
    .map((unit) => unit.id)
}

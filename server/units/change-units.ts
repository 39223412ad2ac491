import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { vietnamDate } from '../vietnam-time.ts'
import type { Unit } from './timeline.rules.ts'
import { type Book, findTreeProblems, keeperOf } from './tree.rules.ts'
import { saveUnits } from './unit-changes.queries.ts'
import { readBook } from './units.queries.ts'

/**
 * Makes the units a plan returns, or none: the plan is made again on what is there when its turn to write comes,
 * and the whole tree must stand on every day. A plan that changes nothing writes nothing.
 */
export async function changeUnits(ctx: Ctx<Staff>, action: string, plan: (book: Book) => readonly Unit[]) {
  const seen = await readBook(ctx.db)
  if (findChanged(seen, plan(seen)).length === 0) return
  await ctx.write(async (tx) => {
    const book = await readBook(tx)
    const changed = findChanged(book, plan(book))
    if (changed.length === 0) throw new AppError('unit.changed_meanwhile')
    const after = new Map([...book, ...changed.map((unit) => [unit.id, unit] as const)])
    const [problem] = findTreeProblems(after)
    if (problem) throw new AppError(problem.problem, { unit: problem.unitId, on: problem.on })
    await saveUnits(tx, changed)
    for (const unit of changed)
      await recordAudit(tx, ctx, {
        action,
        subject: { kind: 'unit', id: unit.id },
        unitId: keeperOf(after, unit.id, vietnamDate(ctx.now())),
        before: describe(book.get(unit.id)),
        after: describe(unit),
      })
  })
}

/** The rules hand back the very same unit where nothing changes. */
function findChanged(book: Book, planned: readonly Unit[]) {
  return planned.filter((unit) => book.get(unit.id) !== unit)
}

function describe(unit: Unit | undefined) {
  if (!unit) return null
  const { periods, headcounts, successors } = unit
  return { periods, headcounts, successors }
}

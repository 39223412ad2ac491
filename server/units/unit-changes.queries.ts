import { sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { fold } from '../search/vietnamese-text.ts'
import type { Unit } from './timeline.rules.ts'
import { unitHeadcounts, unitPeriods, unitSuccessors, units } from './units.table.ts'

/** Below SQLite's limit of parameters for the widest of the tables. */
const ROWS_AT_ONCE = 400

/** Writes the units as they are given, each one version on. */
export async function saveUnits(tx: Tx, saved: readonly Unit[]) {
  const ids = saved.map(({ id }) => id)
  for (const rows of inBatches(saved))
    await tx
      .insert(units)
      .values(rows.map(({ id, isSample, createdAt, version }) => ({ id, isSample, createdAt, version: version + 1 })))
      .onConflictDoUpdate({ target: units.id, set: { version: sql`excluded.version` } })
  await tx.delete(unitPeriods).where(inIds(unitPeriods.unitId, ids))
  await tx.delete(unitHeadcounts).where(inIds(unitHeadcounts.unitId, ids))
  await tx.delete(unitSuccessors).where(inIds(unitSuccessors.unitId, ids))
  const periods = saved.flatMap((unit) =>
    unit.periods.map((period) => ({ unitId: unit.id, folded: fold(period.name), ...period })),
  )
  for (const rows of inBatches(periods)) await tx.insert(unitPeriods).values(rows)
  const headcounts = saved.flatMap((unit) => unit.headcounts.map((headcount) => ({ unitId: unit.id, ...headcount })))
  for (const rows of inBatches(headcounts)) await tx.insert(unitHeadcounts).values(rows)
  const successors = saved.flatMap((unit) => unit.successors.map((successor) => ({ unitId: unit.id, ...successor })))
  for (const rows of inBatches(successors)) await tx.insert(unitSuccessors).values(rows)
}

function inBatches<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, batch) =>
    rows.slice(batch * ROWS_AT_ONCE, (batch + 1) * ROWS_AT_ONCE),
  )
}

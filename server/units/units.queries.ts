import { asc, eq, or, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/database.ts'
import { inIds, inList } from '../db/in-ids.ts'
import { preparedOnce } from '../db/prepared-once.ts'
import type { Unit } from './timeline.rules.ts'
import { type Audience, UNIT_KINDS, type UnitKind } from './units.schemas.ts'
import { unitHeadcounts, unitPeriods, unitSuccessors, units } from './units.table.ts'

const holdsOn = (date: string | Placeholder) =>
  sql`p.valid_from <= ${date} AND (p.valid_to IS NULL OR p.valid_to >= ${date})`

/** Each unit asked for, with itself and all below it on that day. */
export async function listSubtrees(db: Db, unitIds: string[], onDate: string): Promise<Map<string, string[]>> {
  const rows = await db.values<[string, string]>(sql`
    WITH RECURSIVE below(root, id) AS (
      SELECT DISTINCT value, value FROM json_each(${JSON.stringify(unitIds)})
      UNION
      SELECT below.root, p.unit_id FROM below JOIN unit_periods p ON p.parent_id = below.id WHERE ${holdsOn(onDate)}
    )
    SELECT root, json_group_array(id) FROM below GROUP BY root`)
  return new Map(rows.map(([root, ids]) => [root, JSON.parse(ids)]))
}

/**
 * Each unit asked for, with all whose people answer to it today: those below it, and those that have ended or are
 * still to come, below the last or the first unit they were under. What they left behind still has somebody.
 */
export async function listReach(db: Db, unitIds: string[], today: string): Promise<Map<string, string[]>> {
  const rows = await db.values<[string, string]>(sql`
    WITH RECURSIVE below(root, id) AS (
      SELECT DISTINCT value, value FROM json_each(${JSON.stringify(unitIds)})
      UNION
      SELECT below.root, p.unit_id FROM below JOIN unit_periods p ON p.parent_id = below.id
      WHERE (${holdsOn(today)})
        OR (p.valid_to < ${today} AND NOT EXISTS (
          SELECT 1 FROM unit_periods l WHERE l.unit_id = p.unit_id AND l.valid_from > p.valid_from))
        OR (p.valid_from > ${today} AND NOT EXISTS (
          SELECT 1 FROM unit_periods e WHERE e.unit_id = p.unit_id AND e.valid_from < p.valid_from))
    )
    SELECT root, json_group_array(id) FROM below GROUP BY root`)
  return new Map(rows.map(([root, ids]) => [root, JSON.parse(ids)]))
}

const namesOn = preparedOnce((db) =>
  db
    .select({ id: unitPeriods.unitId, name: unitPeriods.name })
    .from(unitPeriods)
    .where(inList(unitPeriods.unitId, sql.placeholder('unitIds')))
    .orderBy(
      sql`valid_from <= ${sql.placeholder('onDate')}`,
      sql`CASE WHEN valid_from <= ${sql.placeholder('onDate')} THEN valid_from END ASC`,
      sql`valid_from DESC`,
    )
    .prepare(),
)

/** What each unit was called on that day, or last before it, or first after it. */
export async function listUnitNames(db: Db, unitIds: string[], onDate: string): Promise<Map<string, string>> {
  const rows = await namesOn(db).execute({ unitIds: JSON.stringify(unitIds), onDate })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The latest number of every unit of the subtree at or before the day, summed by audience. */
export async function sumHeadcounts(db: Db, unitId: string, onDate: string) {
  const inTree = sql`
    WITH RECURSIVE below(id) AS (
      SELECT p.unit_id FROM unit_periods p WHERE p.unit_id = ${unitId} AND ${holdsOn(onDate)}
      UNION
      SELECT p.unit_id FROM below JOIN unit_periods p ON p.parent_id = below.id WHERE ${holdsOn(onDate)}
    )`
  const sums = await db.values<[Audience, number, number]>(sql`${inTree}
    SELECT h.audience, sum(h.count), count(*) FROM below
    JOIN unit_headcounts h ON h.unit_id = below.id
    WHERE h.as_of = (
      SELECT max(l.as_of) FROM unit_headcounts l
      WHERE l.unit_id = h.unit_id AND l.audience = h.audience AND l.as_of <= ${onDate}
    )
    GROUP BY h.audience`)
  const [units] = await db.values<[number]>(sql`${inTree} SELECT count(*) FROM below`)
  return { units: units?.[0] ?? 0, sums: sums.map(([audience, count, unitsTold]) => ({ audience, count, unitsTold })) }
}

export type UnitFilter = { onDate: string; folded?: string; kind?: UnitKind; under?: string }

/** The tree on a day, each unit after the one above it, siblings by name. */
export async function listTree(db: Db, filter: UnitFilter, page: { after?: string; limit: number }) {
  const rows = await db.values<
    [string, string, string, string | null, string, number, string, string | null, number]
  >(sql`
    ${treeOf(filter)}
    SELECT tree.id, p.name, p.kind, p.parent_id, tree.path, u.is_sample, p.valid_from, p.valid_to, u.version
    ${matching(filter)} ${page.after === undefined ? sql`` : sql`AND tree.sort > (SELECT sort FROM tree WHERE id = ${page.after})`}
    ORDER BY tree.sort LIMIT ${page.limit}`)
  return rows.map(([id, name, kind, parentId, path, isSample, validFrom, validTo, version]) => ({
    id,
    name,
    kind: toKind(kind),
    parentId,
    path: JSON.parse(path) as string[],
    isSample: isSample === 1,
    validFrom,
    validTo,
    version,
  }))
}

export async function countTree(db: Db, filter: UnitFilter) {
  const [row] = await db.values<[number]>(sql`${treeOf(filter)} SELECT count(*) ${matching(filter)}`)
  return row?.[0] ?? 0
}

/** `sort` joins folded names with a character below all letters, so that a unit comes right before those below it. */
function treeOf({ onDate }: UnitFilter): SQL {
  return sql`WITH RECURSIVE tree(id, sort, path, ids) AS (
    SELECT p.unit_id, p.folded || char(2) || p.unit_id, '[]', json_array(p.unit_id)
    FROM unit_periods p WHERE p.parent_id IS NULL AND ${holdsOn(onDate)}
    UNION ALL
    SELECT p.unit_id, tree.sort || char(1) || p.folded || char(2) || p.unit_id,
      json_insert(tree.path, '$[#]', above.name), json_insert(tree.ids, '$[#]', p.unit_id)
    FROM tree
    JOIN unit_periods above ON above.unit_id = tree.id AND above.valid_from <= ${onDate}
      AND (above.valid_to IS NULL OR above.valid_to >= ${onDate})
    JOIN unit_periods p ON p.parent_id = tree.id AND ${holdsOn(onDate)}
  )`
}

function matching({ onDate, folded, kind, under }: UnitFilter): SQL {
  const conditions = [
    holdsOn(onDate),
    folded === undefined ? undefined : sql`(instr(p.folded, ${folded}) > 0 OR p.unit_id = ${folded})`,
    kind === undefined ? undefined : sql`p.kind = ${kind}`,
    under === undefined ? undefined : sql`EXISTS (SELECT 1 FROM json_each(tree.ids) WHERE value = ${under})`,
  ].filter((condition) => condition !== undefined)
  return sql`FROM tree JOIN unit_periods p ON p.unit_id = tree.id JOIN units u ON u.id = tree.id
    WHERE ${sql.join(conditions, sql` AND `)}`
}

function toKind(text: string): UnitKind {
  return UNIT_KINDS.find((kind) => kind === text) ?? 'other'
}

/** Names of the units above, the highest first, on the day given or the nearest on which each was there. */
export async function listPath(db: Db, unitId: string, onDate: string): Promise<string[]> {
  const rows = await db.values<[string]>(sql`
    WITH RECURSIVE above(id, level) AS (
      SELECT parent_id, 1 FROM unit_periods p WHERE p.unit_id = ${unitId} AND ${holdsOn(onDate)}
      UNION
      SELECT p.parent_id, level + 1 FROM above JOIN unit_periods p ON p.unit_id = above.id
      WHERE ${holdsOn(onDate)} AND p.parent_id IS NOT NULL
    )
    SELECT p.name FROM above JOIN unit_periods p ON p.unit_id = above.id WHERE ${holdsOn(onDate)} ORDER BY level DESC`)
  return rows.map(([name]) => name)
}

/** Whether there is such a unit on that day. */
export async function isUnitOn(db: Db, unitId: string, onDate: string): Promise<boolean> {
  const [row] = await db.values<[number]>(
    sql`SELECT 1 FROM unit_periods p WHERE p.unit_id = ${unitId} AND ${holdsOn(onDate)}`,
  )
  return row !== undefined
}

const rootOn = preparedOnce((db) =>
  db
    .select({ id: sql<string>`p.unit_id` })
    .from(sql`unit_periods p`)
    .where(sql`p.parent_id IS NULL AND ${holdsOn(sql.placeholder('onDate'))}`)
    .orderBy(sql`p.unit_id`)
    .limit(1)
    .prepare(),
)

/** The unit above all others on that day. */
export async function findRootUnit(db: Db, onDate: string): Promise<string> {
  const [row] = await rootOn(db).execute({ onDate })
  if (row === undefined) throw new Error('the tree of units has a root')
  return row.id
}

export async function findUnit(db: Db, id: string): Promise<Unit | undefined> {
  const [unit] = await readUnits(db, [id])
  return unit
}

/** Every unit with all its history: what a change of the tree is checked against. */
export async function readBook(db: Db): Promise<Map<string, Unit>> {
  const all = await readUnits(db)
  return new Map(all.map((unit) => [unit.id, unit]))
}

async function readUnits(db: Db, ids?: string[]): Promise<Unit[]> {
  const rows = await db
    .select()
    .from(units)
    .where(ids && inIds(units.id, ids))
  const read = new Map(rows.map((row) => [row.id, { ...row, ...emptyHistory() }]))
  const periods = await db
    .select()
    .from(unitPeriods)
    .where(ids && inIds(unitPeriods.unitId, ids))
    .orderBy(asc(unitPeriods.unitId), asc(unitPeriods.validFrom))
  for (const { unitId, folded: _, ...period } of periods) read.get(unitId)?.periods.push(period)
  const headcounts = await db
    .select()
    .from(unitHeadcounts)
    .where(ids && inIds(unitHeadcounts.unitId, ids))
    .orderBy(asc(unitHeadcounts.unitId), asc(unitHeadcounts.audience), asc(unitHeadcounts.asOf))
  for (const { unitId, ...headcount } of headcounts) read.get(unitId)?.headcounts.push(headcount)
  const successors = await db
    .select()
    .from(unitSuccessors)
    .where(ids && inIds(unitSuccessors.unitId, ids))
    .orderBy(asc(unitSuccessors.unitId), asc(unitSuccessors.successorId))
  for (const { unitId, ...successor } of successors) read.get(unitId)?.successors.push(successor)
  return [...read.values()]
}

type History = {
  periods: Unit['periods'][number][]
  headcounts: Unit['headcounts'][number][]
  successors: Unit['successors'][number][]
}

function emptyHistory(): History {
  return { periods: [], headcounts: [], successors: [] }
}

/** Mergers a unit took part in, on either side. */
export async function listMergers(db: Db, unitId: string) {
  return db
    .select()
    .from(unitSuccessors)
    .where(or(eq(unitSuccessors.unitId, unitId), eq(unitSuccessors.successorId, unitId)))
    .orderBy(asc(unitSuccessors.validFrom), asc(unitSuccessors.unitId))
}

export async function listUnitIds(db: Db): Promise<Set<string>> {
  const rows = await db.select({ id: units.id }).from(units)
  return new Set(rows.map(({ id }) => id))
}

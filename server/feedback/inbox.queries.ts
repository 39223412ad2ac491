import { and, count, eq, gte, isNotNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { staff } from '../staff/staff.table.ts'
import { reportAnswers } from './answers.table.ts'
import type { ReportState } from './feedback.schemas.ts'
import { reports } from './reports.table.ts'
import { feedbackCategories } from './settings.table.ts'
import { OPEN_STATES } from './workflow.rules.ts'

export type InboxWish = {
  unitIds: string[]
  state: ReportState | 'open' | 'all'
  categoryId?: string
  /** From the first moment (where there is one) until before the second. */
  due?: { from?: string; until: string }
  assigneeId?: string
  after?: { sortKey: string; id: string }
  limit: number
}

/** Ids sort by the time they were made. */
const NEWEST_FIRST = { key: sql`id`, order: sql`id DESC`, heads: sql`head DESC`, page: sql`page.id DESC` }
const SOONEST_DUE = { key: sql`due_at`, order: sql`due_at, id`, heads: sql`head`, page: sql`page.due_at, page.id` }

/**
 * A page of what these units hold, newest first, or soonest due first where a due date is asked for. However many
 * reports and units there are, it looks at one row of each unit, and then only into the units that can reach the
 * page: at most `limit` of them.
 */
export async function listInbox(db: Db, wish: InboxWish) {
  if (isImpossible(wish)) return []
  const { key, order, heads, page } = wish.due === undefined ? NEWEST_FIRST : SOONEST_DUE
  const wanted = conditionsOf(wish)
  const found = await db.values<[string]>(
    wish.assigneeId === undefined
      ? sql`
    WITH heads AS MATERIALIZED (
      SELECT scope.value AS unit_id,
        (SELECT ${key} FROM reports WHERE unit_id = scope.value AND ${wanted} ORDER BY ${order} LIMIT 1) AS head
      FROM json_each(${JSON.stringify(wish.unitIds)}) AS scope
    ), reached AS MATERIALIZED (
      SELECT unit_id FROM heads WHERE head IS NOT NULL ORDER BY ${heads} LIMIT ${wish.limit}
    )
    SELECT page.id FROM reached CROSS JOIN reports AS page ON page.id IN (
      SELECT id FROM reports WHERE unit_id = reached.unit_id AND ${wanted} ORDER BY ${order} LIMIT ${wish.limit}
    )
    ORDER BY ${page} LIMIT ${wish.limit}`
      : sql`
    SELECT id FROM reports INDEXED BY reports_assignee WHERE assignee_id = ${wish.assigneeId} AND is_open = 1 AND ${wanted}
      AND ${inIds(reports.unitId, wish.unitIds)} ORDER BY ${order} LIMIT ${wish.limit}`,
  )
  const ids = found.map(([id]) => id)
  const rows = new Map((await readRows(db, ids)).map((row) => [row.id, row]))
  return ids.flatMap((id) => rows.get(id) ?? [])
}

/** What is due and what is somebody's is open: asked for in a closed state, every report would be looked at in vain. */
function isImpossible({ state, due, assigneeId }: InboxWish) {
  const isClosed = state !== 'open' && state !== 'all' && !OPEN_STATES.has(state)
  return isClosed && (due !== undefined || assigneeId !== undefined)
}

function conditionsOf({ state, categoryId, due, after }: InboxWish): SQL {
  const conditions = [
    state === 'open' || due !== undefined ? sql`is_open = 1` : undefined,
    state === 'open' || state === 'all' ? undefined : sql`state = ${state}`,
    categoryId === undefined ? undefined : sql`category_id = ${categoryId}`,
    due === undefined ? undefined : sql`due_at < ${due.until}`,
    due?.from === undefined ? undefined : sql`due_at >= ${due.from}`,
    after === undefined
      ? undefined
      : due === undefined
        ? sql`id < ${after.id}`
        : sql`(due_at, id) > (${after.sortKey}, ${after.id})`,
  ].filter((condition) => condition !== undefined)
  return conditions.length === 0 ? sql`1` : sql.join(conditions, sql` AND `)
}

/** As the inbox shows them, in no order. */
export async function readRows(db: Db, ids: string[]) {
  return db
    .select({
      id: reports.id,
      code: reports.code,
      kind: reports.kind,
      state: reports.state,
      categoryId: reports.categoryId,
      categoryName: feedbackCategories.name,
      unitId: reports.unitId,
      assigneeName: staff.name,
      excerpt: sql<string>`substr(${reports.content}, 1, 160)`,
      receivedAt: reports.receivedAt,
      dueAt: reports.dueAt,
      answerDay: reportAnswers.answerDay,
      version: reports.version,
    })
    .from(reports)
    .innerJoin(feedbackCategories, eq(feedbackCategories.id, reports.categoryId))
    .leftJoin(staff, eq(staff.id, reports.assigneeId))
    .leftJoin(
      reportAnswers,
      and(eq(reportAnswers.reportId, reports.id), eq(reportAnswers.round, sql`${reports.rounds} + 1`)),
    )
    .where(inIds(reports.id, ids))
}

/** How many open reports these units hold in each state. */
export async function countOpen(db: Db, unitIds: string[]) {
  return db
    .select({ state: reports.state, count: count() })
    .from(reports)
    .where(and(eq(reports.isOpen, true), inIds(reports.unitId, unitIds)))
    .groupBy(reports.state)
}

export async function countDue(db: Db, unitIds: string[], { from, until }: { from?: string; until: string }) {
  return db.$count(
    reports,
    and(
      eq(reports.isOpen, true),
      inIds(reports.unitId, unitIds),
      isNotNull(reports.dueAt),
      lt(reports.dueAt, until),
      from === undefined ? undefined : gte(reports.dueAt, from),
    ),
  )
}

export async function countMine(db: Db, unitIds: string[], staffId: string) {
  return db.$count(
    reports,
    and(eq(reports.assigneeId, staffId), eq(reports.isOpen, true), inIds(reports.unitId, unitIds)),
  )
}

import { type Placeholder, sql } from 'drizzle-orm'
import type { Db } from '../db/database.ts'
import { ROLE_PERMISSIONS, ROLES } from '../staff/permissions.ts'

/** Who may be given a report of this unit: staff who handle reports for it, or for a unit above it. */
export async function listHandlers(db: Db, { unitId, today }: { unitId: string; today: string }) {
  const rows = await db.values<[string, string]>(sql`${handlersOf(unitId, today)} ORDER BY s.name, s.id LIMIT 200`)
  return rows.map(([id, name]) => ({ id, name }))
}

export async function mayHandle(
  db: Db,
  { staffId, unitId, today }: { staffId: string; unitId: string; today: string },
): Promise<boolean> {
  const [row] = await db.values<[string]>(sql`${handlersOf(unitId, today)} AND s.id = ${staffId}`)
  return row !== undefined
}

/** The heads to whom a late report is told: who approves for its unit itself, otherwise for one above. */
export async function listApprovers(db: Db, { unitId, today }: { unitId: string; today: string }) {
  const rows = await db.values<[string, number]>(sql`${withAbove(unitId, today)}
    SELECT s.id, min(above.level) FROM above JOIN staff_roles r ON r.unit_id = above.id JOIN staff s ON s.id = r.staff_id
    WHERE s.disabled_at IS NULL AND r.role IN (SELECT value FROM json_each(${rolesWith('feedback.approve')}))
    GROUP BY s.id ORDER BY 2, 1`)
  const nearest = rows[0]?.[1]
  return rows.filter(([, level]) => level === nearest).map(([id]) => id)
}

/** The unit itself, and each above it that day with how far above it is. */
export const withAbove = (unitId: string | Placeholder, today: string | Placeholder) => sql`
  WITH RECURSIVE above(id, level) AS (
    SELECT ${unitId}, 0
    UNION
    SELECT p.parent_id, above.level + 1 FROM above JOIN unit_periods p ON p.unit_id = above.id
    WHERE p.parent_id IS NOT NULL AND p.valid_from <= ${today} AND (p.valid_to IS NULL OR p.valid_to >= ${today})
  )`

const handlersOf = (unitId: string, today: string) => sql`${withAbove(unitId, today)}
  SELECT DISTINCT s.id, s.name FROM above JOIN staff_roles r ON r.unit_id = above.id JOIN staff s ON s.id = r.staff_id
  WHERE s.disabled_at IS NULL AND r.role IN (SELECT value FROM json_each(${rolesWith('feedback.handle')}))`

function rolesWith(permission: 'feedback.handle' | 'feedback.approve') {
  return JSON.stringify(ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(permission)))
}

import { asc, eq } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { ROLES, type Role } from './permissions.ts'
import { staffRoles } from './staff.table.ts'

export type HeldRole = { role: Role; unitId: string }

export async function listRoles(db: Db | Tx, staffId: string): Promise<HeldRole[]> {
  const rows = await db
    .select({ role: staffRoles.role, unitId: staffRoles.unitId })
    .from(staffRoles)
    .where(eq(staffRoles.staffId, staffId))
    .orderBy(asc(staffRoles.role), asc(staffRoles.unitId))
  return rows.flatMap(known)
}

export async function replaceRoles(
  tx: Tx,
  staffId: string,
  roles: HeldRole[],
  granted: { by: string; at: string; newId: () => string },
) {
  await tx.delete(staffRoles).where(eq(staffRoles.staffId, staffId))
  for (const { role, unitId } of roles)
    await tx
      .insert(staffRoles)
      .values({ id: granted.newId(), staffId, role, unitId, grantedBy: granted.by, grantedAt: granted.at })
}

/** The roles of several people at once. */
export async function listRolesOf(db: Db, staffIds: string[]): Promise<Map<string, HeldRole[]>> {
  const rows = await db
    .select({ staffId: staffRoles.staffId, role: staffRoles.role, unitId: staffRoles.unitId })
    .from(staffRoles)
    .where(inIds(staffRoles.staffId, staffIds))
    .orderBy(asc(staffRoles.role), asc(staffRoles.unitId))
  const held = new Map<string, HeldRole[]>(staffIds.map((id) => [id, []]))
  for (const row of rows) held.get(row.staffId)?.push(...known(row))
  return held
}

/** A role that the service no longer knows gives nothing. */
function known({ role, unitId }: { role: string; unitId: string }): HeldRole[] {
  const found = ROLES.find((each) => each === role)
  return found === undefined ? [] : [{ role: found, unitId }]
}

import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { NEEDS_SECOND_FACTOR, type Permission, ROLE_PERMISSIONS, type Role } from './permissions.ts'

/** Throws unless the member of staff holds the permission, for this unit where one is given. */
export function requirePermission({ actor }: Ctx<Staff>, permission: Permission, unitId?: string) {
  if (!holds(actor, permission, unitId)) throw new AppError('staff.forbidden', { permission })
  if (NEEDS_SECOND_FACTOR.has(permission) && !actor.hasSecondFactor) throw new AppError('staff.second_factor_required')
}

/** Whether it is held at all, whatever the second factor says. */
export function holds(actor: Staff, permission: Permission, unitId?: string) {
  const units = actor.may.get(permission)
  if (units === undefined || units.size === 0) return false
  return unitId === undefined || units.has(unitId)
}

/** The units a permission is held for, to narrow a list in SQL. */
export function unitsFor(actor: Staff, permission: Permission): string[] {
  return [...(actor.may.get(permission) ?? [])]
}

/** What roles allow, and for which units: that of the role and all below it. */
export function permissionsOf(roles: { role: Role; unitId: string }[], reach: ReadonlyMap<string, string[]>) {
  const may = new Map<Permission, Set<string>>()
  for (const { role, unitId } of roles) {
    for (const permission of ROLE_PERMISSIONS[role]) {
      const units = may.get(permission) ?? new Set()
      for (const each of reach.get(unitId) ?? []) units.add(each)
      may.set(permission, units)
    }
  }
  return may
}

/** What is left of rights when only some permissions count, and only for some units. */
export function narrow(may: Staff['may'], permissions: readonly string[], unitIds: readonly string[]) {
  const left = new Map<Permission, ReadonlySet<string>>()
  for (const [permission, units] of may) {
    if (permissions.includes(permission)) left.set(permission, new Set(unitIds.filter((unitId) => units.has(unitId))))
  }
  return left
}

/** Whether somebody holds all that the roles allow, each for its unit: nobody gives what they do not have. */
export function mayGrant(actor: Staff, roles: readonly { role: Role; unitId: string }[]) {
  return roles.every(({ role, unitId }) =>
    ROLE_PERMISSIONS[role].every((permission) => actor.may.get(permission)?.has(unitId) ?? false),
  )
}

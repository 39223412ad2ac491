import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { NEEDS_SECOND_FACTOR, type Permission } from './permissions.ts'

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

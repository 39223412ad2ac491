import { expect, test } from 'vitest'
import { roleText } from '../../admin/features/account/role-text.ts'
import {
  PERMISSION_WORDS,
  ROLE_PERMISSIONS as TOLD_PERMISSIONS,
  NEEDS_SECOND_FACTOR as TOLD_SECOND_FACTOR,
} from '../../admin/features/staff/roles.ts'
import { PERMISSIONS } from '../../server/staff/permissions.schemas.ts'
import { NEEDS_SECOND_FACTOR, ROLE_PERMISSIONS, ROLES } from '../../server/staff/permissions.ts'

test('the table of roles that people read says what the service allows', () => {
  expect(sorted(TOLD_PERMISSIONS)).toEqual(sorted(ROLE_PERMISSIONS))
  expect([...TOLD_SECOND_FACTOR].sort()).toEqual([...NEEDS_SECOND_FACTOR].sort())
})

test('every role and every permission has words of its own', () => {
  const roles = ROLES.map(roleText)
  expect(ROLES.filter((role) => roleText(role) === role)).toEqual([])
  expect(new Set(roles).size).toBe(ROLES.length)
  expect(Object.keys(PERMISSION_WORDS).sort()).toEqual([...PERMISSIONS].sort())
  expect(new Set(Object.values(PERMISSION_WORDS)).size).toBe(PERMISSIONS.length)
  expect(Object.values(PERMISSION_WORDS).filter((words) => words.trim().length < 10)).toEqual([])
})

function sorted(permissions: Record<string, readonly string[]>) {
  return Object.fromEntries(Object.entries(permissions).map(([role, held]) => [role, [...held].sort()]))
}

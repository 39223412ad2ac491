import { useQueryClient } from '@tanstack/react-query'
import { api, client } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'

export type Me = components['schemas']['Me']
export type Permission = Me['permissions'][number]['permission']

/** Who is signed in here; the failure `staff.not_signed_in` means nobody. */
export function useMe() {
  return api.useQuery('get', '/admin/api/me', {}, { staleTime: Number.POSITIVE_INFINITY })
}

/** Asks again who is signed in, after what changes it. */
export function useRefreshMe() {
  const cache = useQueryClient()
  return () => cache.invalidateQueries({ queryKey: ['get', '/admin/api/me'] })
}

export function may(me: Me, permission: Permission) {
  return me.permissions.some((held) => held.permission === permission && held.unitIds.length > 0)
}

export function mayAt(me: Me, permission: Permission, unitId: string) {
  return me.permissions.some((held) => held.permission === permission && held.unitIds.includes(unitId))
}

export async function signOut() {
  const { error } = await client.DELETE('/admin/api/session')
  if (error) throw error
}

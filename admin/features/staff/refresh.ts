import { useQueryClient } from '@tanstack/react-query'
import { useRefreshMe } from '../account/session.ts'

/** Asks again for the people, and for who is signed in: it may be the one who was changed. */
export function useRefreshStaff() {
  const cache = useQueryClient()
  const refreshMe = useRefreshMe()
  return async () => {
    await cache.invalidateQueries({ queryKey: ['get', '/admin/api/staff'] })
    await cache.invalidateQueries({ queryKey: ['get', '/admin/api/staff/{id}'] })
    await refreshMe()
  }
}

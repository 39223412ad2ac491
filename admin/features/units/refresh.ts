import { useQueryClient } from '@tanstack/react-query'

/** Asks again for the tree and for every unit, after what changes any of them. */
export function useRefreshUnits() {
  const cache = useQueryClient()
  return async () => {
    await cache.invalidateQueries({ queryKey: ['get', '/admin/api/units'] })
    await cache.invalidateQueries({ queryKey: ['get', '/admin/api/units/{id}'] })
  }
}

import { useQueryClient } from '@tanstack/react-query'
import type { Case } from './words.ts'

const LIST = '/admin/api/reports'
const ONE = '/admin/api/reports/{id}'

/** Lists and counters are asked for again; a report that came back with the answer is shown as it came. */
export function useRefreshReports() {
  const cache = useQueryClient()
  return async (changed?: Case) => {
    if (changed) {
      const queryKey = ['get', ONE, { params: { path: { id: changed.id } } }]
      // What was asked before the change would put the old one back.
      await cache.cancelQueries({ queryKey })
      cache.setQueryData(queryKey, changed)
    } else await cache.invalidateQueries({ queryKey: ['get', ONE] })
    await cache.invalidateQueries({ queryKey: ['get', LIST] })
    await cache.invalidateQueries({ queryKey: ['get', `${LIST}/counts`] })
  }
}

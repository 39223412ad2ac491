import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import type { Contest } from './words.ts'

const PATH = '/admin/api/contests/{id}'

export function useContest(id: string) {
  return api.useQuery('get', PATH, { params: { path: { id } } }, { refetchOnMount: 'always' })
}

/** After a change: shows what came back at once, and asks anew for all that may differ now. */
export function useRefreshContest() {
  const cache = useQueryClient()
  return async (changed?: Contest) => {
    if (changed) cache.setQueryData(['get', PATH, { params: { path: { id: changed.id } } }], changed)
    await cache.invalidateQueries({
      predicate: ({ queryKey: [, path] }) => typeof path === 'string' && path.startsWith('/admin/api/contests'),
    })
  }
}

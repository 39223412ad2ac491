import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client.ts'

export function useCampaign(id: string) {
  return api.useQuery('get', '/admin/api/campaigns/{id}', { params: { path: { id } } }, { refetchOnMount: 'always' })
}

export function useSend(id: string) {
  const options = { refetchOnMount: 'always' as const, refetchInterval: 15_000 }
  return api.useQuery('get', '/admin/api/campaign-sends/{id}', { params: { path: { id } } }, options)
}

/** After a change: asks anew for all that may differ now. */
export function useRefresh() {
  const cache = useQueryClient()
  return () =>
    cache.invalidateQueries({
      predicate: ({ queryKey: [, path] }) => typeof path === 'string' && path.startsWith('/admin/api/campaign'),
    })
}

import { useQueryClient } from '@tanstack/react-query'

/** After a change: what stands on the screen is asked for anew. */
export function useRefreshChannels() {
  const cache = useQueryClient()
  return async () => {
    for (const path of ['/admin/api/chat-channels', '/admin/api/zalo-account', '/admin/api/undelivered'])
      await cache.invalidateQueries({ queryKey: ['get', path] })
  }
}

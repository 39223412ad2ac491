import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { useIsAttended } from '../../ui/use-is-attended.ts'
import { may, useMe } from '../account/session.ts'
import type { Conversation } from './words.ts'

const SOON_MS = 5_000
const MENU_MS = 20_000

/** Asks again every few seconds while somebody is at the screen. */
export function useRefreshing() {
  return useIsAttended() ? SOON_MS : (false as const)
}

/** How many wait; nothing for who may not know. */
export function useHandoffCounts() {
  const { data: me } = useMe()
  const isAttended = useIsAttended()
  const isWanted = me !== undefined && may(me, 'chat.read')
  return api.useQuery(
    'get',
    '/admin/api/handoffs/counts',
    {},
    { enabled: isWanted, refetchInterval: isAttended ? MENU_MS : false, retry: false },
  )
}

/** A conversation that came back with the answer is shown as it came; the queue is asked for again. */
export function useKeepConversation() {
  const cache = useQueryClient()
  return async (changed: Conversation) => {
    const queryKey = ['get', '/admin/api/conversations/{id}', { params: { path: { id: changed.id } } }]
    await cache.cancelQueries({ queryKey })
    cache.setQueryData(queryKey, changed)
    await Promise.all(
      ['/admin/api/handoffs', '/admin/api/handoffs/counts', '/admin/api/conversations'].map((path) =>
        cache.invalidateQueries({ queryKey: ['get', path] }),
      ),
    )
  }
}

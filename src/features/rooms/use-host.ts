import { useCitizen } from '../../api/use-citizen.ts'
import { useAction } from '../feedback/use-action.ts'
import type { HostPlace } from './room-places.ts'
import { useRoom } from './use-room.ts'

export type Host = ReturnType<typeof useHost>

/** The room as its teacher sees it, and what only the teacher may do. */
export function useHost({ id, hostToken }: HostPlace) {
  const { anyone } = useCitizen()
  const room = useRoom(id)
  const action = useAction(room.take)
  const params = { path: { id } }
  return {
    ...room,
    ...{ isSending: action.isSending, problem: action.problem },
    /** Tells which question it looks at, so that pressing twice skips nothing. */
    advance() {
      const { stage, at } = room.seen?.room ?? { stage: 'lobby' as const, at: -1 }
      return action.run(() => anyone.POST('/api/rooms/{id}/advance', { params, body: { hostToken, stage, at } }))
    },
    end: () => void action.run(() => anyone.POST('/api/rooms/{id}/end', { params, body: { hostToken } })),
    remove: (nickname: string) =>
      void action.run(() => anyone.POST('/api/rooms/{id}/removals', { params, body: { hostToken, nickname } })),
  }
}

import { useCallback, useEffect, useRef, useState } from 'react'
import { codeOf } from '../../api/problem-text.ts'
import type { components } from '../../api/schema.gen.ts'
import { useCitizen } from '../../api/use-citizen.ts'
import { offsetOf } from '../contests/clock.rules.ts'
import { nextAskMs } from './poll.rules.ts'

type RoomState = components['schemas']['RoomState']
export type Room = NonNullable<components['schemas']['RoomView']>

export type SeenRoom = {
  room: Room
  version: number
  answered: number
  /** How far the service's clock is ahead of this one's. */
  offset: number
  /** The last question to the service was not answered. */
  isStale: boolean
}

type Known = { seen: SeenRoom | undefined; isGone: boolean; isFailing: boolean }

/** Asks again and again what the room shows; `take` shows at once what an action has answered. */
export function useRoom(id: string) {
  const { anyone } = useCitizen()
  const [known, setKnown] = useState<Known>({ seen: undefined, isGone: false, isFailing: false })
  const version = useRef<number>()

  const take = useCallback((state: RoomState) => {
    setKnown((before) => merge(before, state))
    version.current = state.version
  }, [])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let failures = 0
    let isStopped = false
    async function ask() {
      const query = version.current === undefined ? {} : { since: version.current }
      const { data, error } = await anyone.GET('/api/rooms/{id}', { params: { path: { id }, query } })
      if (isStopped) return
      if (codeOf(error) === 'room.not_found') return setKnown((before) => ({ ...before, isGone: true }))
      failures = data ? 0 : failures + 1
      if (data) take(data)
      else setKnown(stale)
      timer = setTimeout(ask, nextAskMs({ failures, isHidden: document.hidden }, Math.random))
    }
    function askAtOnce() {
      if (document.hidden) return
      clearTimeout(timer)
      void ask()
    }
    void ask()
    document.addEventListener('visibilitychange', askAtOnce)
    return () => {
      isStopped = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', askAtOnce)
    }
  }, [anyone, id, take])

  return { ...known, take }
}

function merge({ seen }: Known, { room, version, answered, now }: RoomState): Known {
  // An action may have answered with a later state than a question that was on its way.
  if (seen !== undefined && version < seen.version) return { seen, isGone: false, isFailing: false }
  const shown = room ?? seen?.room
  if (shown === undefined) return { seen, isGone: false, isFailing: false }
  const offset = offsetOf(now, Date.now())
  return { seen: { room: shown, version, answered, offset, isStale: false }, isGone: false, isFailing: false }
}

function stale({ seen, isGone }: Known): Known {
  return { seen: seen && { ...seen, isStale: true }, isGone, isFailing: true }
}

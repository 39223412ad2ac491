import { useSyncExternalStore } from 'react'

/** Whether the last answer came from the service, and if not, how old what is shown is. */
export type Connection = { state: 'online' } | { state: 'offline'; keptAt: string | null }

let connection: Connection = { state: 'online' }
const listeners = new Set<() => void>()

export function reportOnline() {
  if (connection.state === 'offline') change({ state: 'online' })
}

export function reportOffline(keptAt: string | null) {
  if (connection.state !== 'offline' || connection.keptAt !== keptAt) change({ state: 'offline', keptAt })
}

function change(next: Connection) {
  connection = next
  for (const listener of listeners) listener()
}

export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => connection,
  )
}

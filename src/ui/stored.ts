import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { usePlatform } from '../zalo/platform.ts'

const values = new Map<string, unknown>()
const listeners = new Set<() => void>()

function put(key: string, value: unknown) {
  values.set(key, value)
  for (const listener of listeners) listener()
}

/** A value kept on this device and nowhere else. `fallback` must be the same object at every call. */
export function useStored<T>(key: string, fallback: T): [T, (next: T) => void] {
  const { storage } = usePlatform()
  const value = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    // Only this hook writes the key, always as a T.
    () => (values.has(key) ? (values.get(key) as T) : fallback),
  )
  useEffect(() => {
    if (values.has(key)) return
    void storage.get(key).then((text) => {
      if (text !== null && !values.has(key)) put(key, parse(text))
    })
  }, [key, storage])
  const set = useCallback(
    (next: T) => {
      put(key, next)
      void storage.set(key, JSON.stringify(next))
    },
    [key, storage],
  )
  return [value, set]
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

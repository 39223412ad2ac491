import { useSyncExternalStore } from 'react'
import { type Platform, usePlatform } from '../../zalo/platform.ts'
import { afterAnswer, forgetChanged, type Records } from './leitner.rules.ts'

type Storage = Platform['storage']
type ByTopic = Record<string, Records>

const KEPT_AS = 'practice-records'
export const NO_RECORDS: Records = {}

export type RecordStore = ReturnType<typeof createRecordStore>

/** What this phone knows of every question; it is told to nobody. */
export function createRecordStore(storage: Storage) {
  let byTopic: ByTopic | undefined
  let writing = Promise.resolve()
  const listeners = new Set<() => void>()

  function show(next: ByTopic) {
    byTopic = next
    for (const listener of listeners) listener()
  }
  const loading = storage.get(KEPT_AS).then((text) => show(parse(text)))

  function put(topic: string, change: (records: Records) => Records) {
    writing = writing
      .then(() => loading)
      .then(() => {
        const next = { ...byTopic, [topic]: change(byTopic?.[topic] ?? NO_RECORDS) }
        show(next)
        return storage.set(KEPT_AS, JSON.stringify(next))
      })
    return writing
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Nothing until the phone has answered. */
    current: () => byTopic,
    answered: (topic: string, { code, ...answer }: { code: string } & Parameters<typeof afterAnswer>[1]) =>
      put(topic, (records) => ({ ...records, [code]: afterAnswer(records[code], answer) })),
    forgetChanged: (topic: string, questions: readonly { code: string; number: number }[]) =>
      put(topic, (records) => forgetChanged(records, questions)),
    forgetAll() {
      show({})
      writing = writing.then(() => storage.remove(KEPT_AS))
      return writing
    },
  }
}

function parse(text: string | null): ByTopic {
  try {
    return text === null ? {} : JSON.parse(text)
  } catch {
    return {}
  }
}

const stores = new WeakMap<Storage, RecordStore>()

export function useRecords() {
  const { storage } = usePlatform()
  const store = stores.get(storage) ?? createRecordStore(storage)
  stores.set(storage, store)
  return { byTopic: useSyncExternalStore(store.subscribe, store.current), store }
}

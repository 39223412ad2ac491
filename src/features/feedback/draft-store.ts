import { useSyncExternalStore } from 'react'
import { type Platform, usePlatform } from '../../zalo/platform.ts'
import { type Draft, newDraft } from './draft.ts'

const KEPT_AS = 'feedback-draft'

type Kept = Platform['storage']
export type DraftStore = ReturnType<typeof createDraftStore>

/** The one draft of this device. Every change is on the device before the next; what is sent is cleared. */
export function createDraftStore(storage: Kept) {
  let draft: Draft | undefined
  let writing = Promise.resolve()
  const listeners = new Set<() => void>()

  function show(next: Draft) {
    draft = next
    for (const listener of listeners) listener()
  }
  void storage.get(KEPT_AS).then((text) => show({ ...newDraft(), ...read(text) }))

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Nothing until the device has answered. */
    current: () => draft,
    change(part: Partial<Draft>) {
      const next = { ...(draft ?? newDraft()), ...part }
      show(next)
      writing = writing.then(() => storage.set(KEPT_AS, JSON.stringify(next)))
      return writing
    },
    clear() {
      show(newDraft())
      writing = writing.then(() => storage.remove(KEPT_AS))
      return writing
    },
  }
}

/** Fields of an older app that are missing get their first value. */
function read(text: string | null): Partial<Draft> {
  try {
    return text === null ? {} : JSON.parse(text)
  } catch {
    return {}
  }
}

const stores = new WeakMap<Kept, DraftStore>()

export function useDraft() {
  const { storage } = usePlatform()
  const store = stores.get(storage) ?? createDraftStore(storage)
  stores.set(storage, store)
  const draft = useSyncExternalStore(store.subscribe, store.current)
  return { draft, change: store.change, clear: store.clear }
}

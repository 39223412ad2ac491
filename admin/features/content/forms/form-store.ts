import { type ComponentType, createContext, useContext, useSyncExternalStore } from 'react'
import type { Body, FieldProblem } from '../entry.ts'
import type { FieldSpec } from './field-spec.ts'
import { isFields, valueAt, withValueAt } from './form-value.ts'

/** The body in hand, outside React, so that a keystroke draws anew only the fields whose own value changed. */
export function createFormStore(first: { body: Body; problems: FieldProblem[]; onChange: (next: Body) => void }) {
  let { body, problems, onChange } = first
  const listeners = new Set<() => void>()

  function tell() {
    for (const listener of listeners) listener()
  }

  function change(path: string, next: unknown) {
    const changed = withValueAt(body, path, next)
    if (!isFields(changed)) return
    body = changed
    tell()
    onChange(changed)
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    read: (path: string) => valueAt(body, path),
    problems: () => problems,
    change,
    /** What the screen around hands down; its own echo of a keystroke changes nothing. */
    receive(next: typeof first) {
      const isNews = next.body !== body || next.problems !== problems
      body = next.body
      problems = next.problems
      onChange = next.onChange
      if (isNews) tell()
    },
  }
}

export type FormStore = ReturnType<typeof createFormStore>
type FormPlace = {
  store: FormStore
  unitId: string
  readOnly: boolean
  /** Draws any field; handed down because fields hold fields. */
  Field: ComponentType<{ path: string; spec: FieldSpec }>
}

export const FormContext = createContext<FormPlace | undefined>(undefined)

export function useForm(): FormPlace {
  const place = useContext(FormContext)
  if (!place) throw new Error('a field stands in a body form')
  return place
}

export function useValue(path: string): unknown {
  const { store } = useForm()
  return useSyncExternalStore(store.subscribe, () => store.read(path))
}

/** The code of what is wrong with a field; with `isWhole`, also with anything in it. */
export function useProblem(path: string, { isWhole = false } = {}): string | undefined {
  const { store } = useForm()
  return useSyncExternalStore(
    store.subscribe,
    () => store.problems().find(({ field }) => field === path || (isWhole && field.startsWith(`${path}.`)))?.problem,
  )
}

export function useProblemCount(paths: string[]): number {
  const { store } = useForm()
  return useSyncExternalStore(
    store.subscribe,
    () =>
      store.problems().filter(({ field }) => paths.some((path) => field === path || field.startsWith(`${path}.`)))
        .length,
  )
}

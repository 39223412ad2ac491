import { useRef, useState } from 'react'
import { fieldId } from '../field-names.ts'
import { useForm, useValue } from './form-store.ts'
import { joinPath, listOf, moved } from './form-value.ts'

/** A key for each place of a list that goes where the item goes, so that what is open or in focus stays so. */
export function useItemKeys(count: number) {
  const next = useRef(0)
  const keys = useRef<number[]>([])
  const makeKey = () => {
    next.current += 1
    return next.current
  }
  while (keys.current.length < count) keys.current.push(makeKey())
  if (keys.current.length > count) keys.current.length = count
  const first = useRef(count)
  return {
    keys: keys.current,
    /** Added since the form was opened. */
    isNew: (key: number) => key > first.current,
    remove(at: number) {
      keys.current = keys.current.toSpliced(at, 1)
    },
    insert(at: number) {
      keys.current = keys.current.toSpliced(at, 0, makeKey())
    },
    move(at: number, by: 1 | -1) {
      keys.current = moved(keys.current, at, by)
    },
  }
}

export function useList(path: string) {
  const { store } = useForm()
  const items = listOf(useValue(path))
  const itemKeys = useItemKeys(items.length)
  const [removed, setRemoved] = useState<{ at: number; item: unknown }>()
  return {
    items,
    keys: itemKeys.keys,
    isNew: itemKeys.isNew,
    append: (item: unknown) => store.change(path, [...items, item]),
    /** For an item that is then written in. */
    add(item: unknown) {
      store.change(path, [...items, item])
      focusInput(joinPath(path, items.length))
    },
    remove(at: number) {
      itemKeys.remove(at)
      setRemoved({ at, item: items[at] })
      store.change(path, items.toSpliced(at, 1))
      focusInput(items.length === 1 ? path : joinPath(path, Math.max(0, at - 1)))
    },
    /** The last one taken away, until it is put back. */
    removed,
    putBack() {
      if (!removed) return
      const at = Math.min(removed.at, items.length)
      itemKeys.insert(at)
      store.change(path, items.toSpliced(at, 0, removed.item))
      setRemoved(undefined)
      focusInput(joinPath(path, at))
    },
    move(at: number, by: 1 | -1) {
      itemKeys.move(at, by)
      store.change(path, moved(items, at, by))
    },
  }
}

const INPUTS = 'input, textarea, select'

/** To the first input of a part, or the part itself. What this event adds is drawn only after it. */
export function focusInput(path: string) {
  setTimeout(() => {
    const part = document.getElementById(fieldId(path))
    const input = part?.matches(INPUTS) ? part : part?.querySelector<HTMLElement>(INPUTS)
    const target = input?.checkVisibility() ? input : part
    target?.focus()
  })
}

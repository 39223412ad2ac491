import { valueText, wordFor } from './change-words.ts'

export type Change = { name: string; before: string; after: string }

/** What differs between the two states of a subject, field by field in words; nothing, where neither is known. */
export function listChanges(before: unknown, after: unknown): Change[] {
  const [old, young] = [leaves(before), leaves(after)]
  return [...new Set([...old.keys(), ...young.keys()])]
    .map((name) => ({ name, before: old.get(name) ?? '—', after: young.get(name) ?? '—' }))
    .filter((change) => change.before !== change.after)
}

/** Every value by the names that lead to it, `Vai trò (mục 1) › Đơn vị`. */
function leaves(state: unknown, names: string[] = []): Map<string, string> {
  if (state === null || state === undefined) return new Map()
  if (Array.isArray(state) && state.every(isPlain)) return leaf(state.map((each) => valueText(names, each)).join(', '))
  if (typeof state !== 'object') return leaf(valueText(names, state))
  const parts = Array.isArray(state)
    ? state.map((part, at) => [`mục ${at + 1}`, part] as const)
    : Object.entries(state).map(([name, part]) => [name, part] as const)
  return new Map(parts.flatMap(([name, part]) => [...leaves(part, [...names, name])]))

  function leaf(text: string) {
    return new Map(text === '' ? [] : [[names.map(wordFor).join(' › ') || 'Giá trị', text]])
  }
}

function isPlain(value: unknown) {
  return typeof value !== 'object' || value === null
}

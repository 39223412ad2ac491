export type Change = { name: string; before: string; after: string }

/** What differs between the two states of a subject, by name; nothing, where neither is known. */
export function listChanges(before: unknown, after: unknown): Change[] {
  const old = toFields(before)
  const young = toFields(after)
  return [...new Set([...Object.keys(old), ...Object.keys(young)])]
    .map((name) => ({ name, before: show(old[name]), after: show(young[name]) }))
    .filter((change) => change.before !== change.after)
}

function toFields(state: unknown): Record<string, unknown> {
  if (state === null || state === undefined) return {}
  return typeof state === 'object' && !Array.isArray(state) ? { ...state } : { 'Giá trị': state }
}

function show(value: unknown): string {
  if (value === null || value === undefined) return '—'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

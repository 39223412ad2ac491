import { diffLines, diffWordsWithSpace } from 'diff'

export type DiffField = { field: string; parts: { kind: 'same' | 'added' | 'removed'; text: string }[] }

/** Longer texts are compared by lines: comparing words costs the product of both lengths. */
const LONGEST_BY_WORDS = 4_000
const LONGEST_DIFF_MS = 200

/** Two bodies as a person would compare them: each field that differs, with what went and what came. */
export function diffBodies(before: unknown, after: unknown): DiffField[] {
  const old = leaves(before)
  const now = leaves(after)
  const names = [...new Set([...old.keys(), ...now.keys()])]
  return names.flatMap((field) => {
    const [from = '', to = ''] = [old.get(field), now.get(field)]
    return from === to ? [] : { field, parts: diffTexts(from, to) }
  })
}

function diffTexts(from: string, to: string): DiffField['parts'] {
  const isLong = from.length + to.length > LONGEST_BY_WORDS
  const limit = { timeout: LONGEST_DIFF_MS }
  const changes = isLong ? diffLines(from, to, limit) : diffWordsWithSpace(from, to, limit)
  if (changes === undefined)
    return [
      { kind: 'removed', text: from },
      { kind: 'added', text: to },
    ]
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}

/** Every value by the path of its field, as text. */
function leaves(value: unknown, path = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null)
    return new Map(value === null || value === undefined || value === '' ? [] : [[path, String(value)]])
  return new Map(
    Object.entries(value).flatMap(([key, child]) => [...leaves(child, path === '' ? key : `${path}.${key}`)]),
  )
}

import { KINDS } from '../../server/content/kinds.ts'
import { PAYLOADS } from './payloads.ts'

type Kind = keyof typeof KINDS
type Body = Record<string, unknown>
type Path = (string | number)[]

/** A free text of a kind: where it stands, and the payloads in as few values as it has room for. */
export type Field = { name: string; path: Path; values: string[] }

/** Each payload calls `xss` with its place in the list, so that many may stand side by side. */
export const NUMBERED = PAYLOADS.map((payload, place) => payload.replaceAll('ss()', `ss(${place})`))

/** Names of other things, and texts that are parsed: what they hold is not free. */
const NOT_FREE = new Set(['related', 'links', 'procedure', 'replacedBy', 'amendedBy', 'body', 'slug', 'code', 'next'])

/** All payloads in as few values as are valid; none, where one of them is not. */
export function fillValues(isValid: (value: string) => boolean): string[] {
  const all = NUMBERED.join(' ')
  if (isValid(all)) return [all]
  const values: string[] = []
  for (const payload of NUMBERED) {
    const longer = `${values.at(-1)} ${payload}`
    if (values.length > 0 && isValid(longer)) values[values.length - 1] = longer
    else if (isValid(payload)) values.push(payload)
    else return []
  }
  return values
}

/** Every free text of the kind, each once: the first line of a list stands for the others. */
export function findFields(kind: Kind, body: Body): Field[] {
  const fields = new Map<string, Field>()
  function visit(path: Path, value: unknown) {
    const name = path.map((each) => (typeof each === 'number' ? '[]' : each)).join('.')
    if (typeof value === 'string' || value === null) {
      if (fields.has(name) || path.some((each) => NOT_FREE.has(String(each)))) return
      const values = fillValues((tried) => isPublishable(kind, setAt(body, path, tried)))
      if (values.length > 0) fields.set(name, { name, path, values })
    } else if (typeof value === 'object') {
      const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value ?? {})
      for (const [key, child] of entries) visit([...path, key], child)
    }
  }
  visit([], body)
  return [...fields.values()]
}

/** The body with each field holding its value of the round; after as many rounds as the longest has, each held all. */
export function poison(body: Body, fields: Field[], round: number): Body {
  return fields.reduce(
    (poisoned, { path, values }) => setAt(poisoned, path, values[round % values.length] ?? ''),
    structuredClone(body),
  )
}

export function isPublishable(kind: Kind, body: Body) {
  const parsed = KINDS[kind].written.safeParse(body)
  return parsed.success && KINDS[kind].check(parsed.data).length === 0
}

export function setAt(body: Body, path: Path, value: unknown): Body {
  const copy = structuredClone(body)
  let at: Record<string | number, unknown> = copy
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>
  at[path.at(-1) ?? ''] = value
  return copy
}

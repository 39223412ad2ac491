import type { FieldSpec } from './field-spec.ts'

export type Fields = Record<string, unknown>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `cases.0.documents.1.name` of a body; nothing where the way breaks off. */
export function valueAt(value: unknown, path: string): unknown {
  return path === '' ? value : path.split('.').reduce(stepInto, value)
}

function stepInto(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return value[Number(step)]
  return isFields(value) ? value[step] : undefined
}

/** The same body with one value changed; what the path does not touch stays the same object. */
export function withValueAt(value: unknown, path: string, next: unknown): unknown {
  return changeSteps(value, path === '' ? [] : path.split('.'), next)
}

function changeSteps(value: unknown, steps: string[], next: unknown): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return next
  if (Array.isArray(value)) return value.with(Number(step), changeSteps(value[Number(step)], rest, next))
  const fields = isFields(value) ? value : {}
  return { ...fields, [step]: changeSteps(fields[step], rest, next) }
}

export function joinPath(path: string, name: string | number) {
  return path === '' ? String(name) : `${path}.${name}`
}

/** What a field holds before anybody writes in it, as the service fills a draft. */
export function blankOf(spec: FieldSpec): unknown {
  switch (spec.type) {
    case 'group':
      return blankFields(spec.fields)
    case 'groups':
    case 'texts':
    case 'tags':
    case 'choices':
    case 'references':
    case 'documents':
    case 'prefills':
      return []
    case 'number':
    case 'condition':
    case 'time':
      return null
    case 'text':
    case 'date':
    case 'choice':
      return spec.isOptional ? null : ''
    default:
      return ''
  }
}

/** A tree stands in three fields, so it is spread rather than named. */
export function blankFields(specs: FieldSpec[]): Fields {
  return Object.assign(
    {},
    ...specs.map((spec) =>
      spec.type === 'tree' ? { start: '', questions: {}, outcomes: {} } : { [spec.name]: blankOf(spec) },
    ),
  )
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** One place up or down; a list's ends stay where they are. */
export function moved<T>(list: readonly T[], from: number, by: 1 | -1): T[] {
  const to = from + by
  const item = list[from]
  if (item === undefined || to < 0 || to >= list.length) return [...list]
  return list.toSpliced(from, 1).toSpliced(to, 0, item)
}

/** A stable name from what people read: without marks, words joined by hyphens, none of `taken`. */
export function keyFrom(text: string, taken: Iterable<string> = []): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase()
  const words = plain.match(/[a-z0-9]+/g) ?? []
  const [first, ...others] = words.slice(0, WORDS_OF_A_KEY)
  // A record lists names that are numbers before all others, so a name never is one.
  const key =
    first === undefined
      ? 'muc'
      : others.length === 0 && /^\d+$/.test(first)
        ? `muc-${first}`
        : [first, ...others].join('-')
  const used = new Set(taken)
  if (!used.has(key)) return key
  for (let number = 2; ; number += 1) if (!used.has(`${key}-${number}`)) return `${key}-${number}`
}

const WORDS_OF_A_KEY = 8

import { z } from '@hono/zod-openapi'

/** As much as this library's schemas tell of themselves; only the shapes content files use. */
type Def =
  | { type: 'object'; shape: Record<string, z.ZodType> }
  | { type: 'array'; element: z.ZodType }
  | { type: 'record'; valueType: z.ZodType }
  | { type: 'nullable' | 'optional'; innerType: z.ZodType }
  | { type: 'enum'; entries: Record<string, string> }
  | { type: 'union'; options: z.ZodType[] }
  | { type: 'string' | 'number' | 'boolean' | 'literal' }

const LONGEST_TEXT = 100_000
const LONGEST_LIST = 1_000

const defOf = (schema: z.ZodType) => (schema as unknown as { def: Def }).def

/** The same fields with nothing demanded of them: what a draft may hold on its way to being publishable. */
export function draftOf(schema: z.ZodType): z.ZodType {
  const def = defOf(schema)
  switch (def.type) {
    case 'object':
      return z.strictObject(mapValues(def.shape, (field) => draftOf(field).optional()))
    case 'array':
      return z.array(draftOf(def.element)).max(LONGEST_LIST)
    case 'record':
      return z.record(z.string().min(1).max(80), draftOf(def.valueType))
    case 'nullable':
    case 'optional':
      return draftOf(def.innerType).nullable()
    case 'string':
      return z.string().max(LONGEST_TEXT)
    case 'number':
      return z.number().nullable()
    case 'boolean':
      return z.boolean().nullable()
    case 'enum':
      return z.union([schema, z.literal('')])
    case 'union':
      return z.union(def.options.map(draftOf) as [z.ZodType, z.ZodType])
    default:
      return schema
  }
}

/** Every field of the schema, with nothing in those the value lacks: text is empty, the rest `null` or an empty list. */
export function fillBlanks(schema: z.ZodType, value: unknown): unknown {
  const def = defOf(schema)
  if (def.type === 'nullable' || def.type === 'optional')
    return value === undefined || value === null || value === '' ? null : fillBlanks(def.innerType, value)
  if (def.type === 'object') {
    const given = isRecord(value) ? value : {}
    return mapValues(def.shape, (field, key) => fillBlanks(field, given[key]))
  }
  if (def.type === 'array') return Array.isArray(value) ? value.map((each) => fillBlanks(def.element, each)) : []
  if (def.type === 'record') return isRecord(value) ? mapValues(value, (each) => fillBlanks(def.valueType, each)) : {}
  if (value !== undefined) return value
  return def.type === 'string' || def.type === 'enum' ? '' : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function mapValues<V, W>(record: Record<string, V>, change: (value: V, key: string) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]))
}

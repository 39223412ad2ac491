import type { z } from 'zod'
import type { FieldSpec } from '../../admin/features/content/forms/field-spec.ts'

/** As much as zod tells of the schemas that drafts are written after. */
type Def = {
  type: string
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  valueType?: z.ZodType
  innerType?: z.ZodType
  entries?: Record<string, string>
}

/** Every place a person can write in, with what may be written: `channels.*.fees.*.amount number?`. */
export function pathsOfSchema(schema: z.ZodType, path = '', mark = ''): string[] {
  const { type, shape, element, valueType, innerType, entries } = (schema as unknown as { def: Def }).def
  if (innerType) return pathsOfSchema(innerType, path, type === 'nullable' ? '?' : mark)
  if (shape) return Object.entries(shape).flatMap(([name, field]) => pathsOfSchema(field, join(path, name), mark))
  if (element) return pathsOfSchema(element, join(path, '*'))
  if (valueType) return pathsOfSchema(valueType, join(path, '*'))
  return [`${path} ${entries ? Object.keys(entries).sort().join('|') : type}${mark}`]
}

/** The same of a form; a part that has a field of its own is written out here as that field fills it. */
export function pathsOfForm(specs: FieldSpec[], path = ''): string[] {
  return specs.flatMap((spec) => {
    const at = join(path, spec.name)
    const mark = 'isOptional' in spec && spec.isOptional ? '?' : ''
    switch (spec.type) {
      case 'group':
        return pathsOfForm(spec.fields, at)
      case 'groups':
        return pathsOfForm(spec.fields, join(at, '*'))
      case 'texts':
      case 'tags':
      case 'references':
      case 'documents':
        return [`${at}.* string`]
      case 'choices':
        return [`${at}.* ${values(spec.options)}`]
      case 'choice':
        return [`${at} ${values(spec.options)}${mark}`]
      case 'number':
        return [`${at} number${mark}`]
      case 'condition':
        return [`${at}.question string?`, `${at}.answer no|yes?`]
      case 'prefills':
        return [`${at}.*.procedure string`, `${at}.*.question string`, `${at}.*.answer no|yes`]
      case 'tree':
        return [
          'start string',
          ...pathsOfForm(spec.questions, 'questions.*'),
          ...pathsOfForm(spec.outcomes, 'outcomes.*'),
        ]
      default:
        return [`${at} string${mark}`]
    }
  })
}

const join = (path: string, name: string) => (path === '' ? name : `${path}.${name}`)
const values = (options: { value: string }[]) =>
  options
    .map(({ value }) => value)
    .sort()
    .join('|')

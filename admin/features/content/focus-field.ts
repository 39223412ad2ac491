import { fieldId } from './field-names.ts'

/** Leads to a field, or to the nearest part of the form around it that is there. */
export function focusField(path: string) {
  const parts = path.split('.')
  const ids = parts.map((_, at) => fieldId(parts.slice(0, parts.length - at).join('.')))
  const field = ids.map((id) => document.getElementById(id)).find((found) => found !== null)
  field?.closest('details')?.setAttribute('open', '')
  field?.scrollIntoView({ block: 'center' })
  field?.focus({ preventScroll: true })
}

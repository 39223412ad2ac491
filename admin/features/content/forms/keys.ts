import { type FieldOf, type FieldSpec, textOf } from './field-spec.ts'
import { type Fields, isFields, joinPath, keyFrom, listOf, valueAt, withValueAt } from './form-value.ts'
import { isProvisional, readTree, renameNode, type Tree, wishedKey } from './tree.ts'

/** The body with a name for everything that has its words by now; a name once made stays. */
export function withKeys(body: Fields, specs: FieldSpec[]): Fields {
  let known = body
  for (const spec of specs) {
    if (spec.type === 'tree') known = withTreeKeys(known, spec)
    if (spec.type !== 'groups') continue
    const items = listOf(known[spec.name])
    const named = itemsWithKeys(items, spec.fields)
    if (named !== items) known = { ...known, [spec.name]: named }
  }
  return known
}

function itemsWithKeys(items: unknown[], specs: FieldSpec[]): unknown[] {
  const spec = specs.find((each) => each.type === 'key')
  if (spec?.type !== 'key') return items
  const taken = items.map((item) => textOf(valueAt(item, spec.name)))
  return items.reduce<unknown[]>((known, item, at) => {
    if (!isFields(item) || taken[at] !== '') return known
    const words = textOf(item[spec.from])
    if (words === '' && spec.or === undefined) return known
    const key = keyFrom(words || textOf(spec.or), taken)
    taken[at] = key
    return known.with(at, { ...item, [spec.name]: key })
  }, items)
}

function withTreeKeys(body: Fields, { questions }: FieldOf<'tree'>): Fields {
  const options = questions.flatMap((spec) => (spec.type === 'groups' && spec.name === 'options' ? spec.fields : []))
  const named = Object.keys(readTree(body).questions).reduce<unknown>((known, key) => {
    const path = joinPath(joinPath('questions', key), 'options')
    const items = listOf(valueAt(known, path))
    const withNames = itemsWithKeys(items, options)
    return withNames === items ? known : withValueAt(known, path, withNames)
  }, body)
  const tree = readTree(named)
  const renamed = withNodeKeys(tree)
  if (renamed === tree) return isFields(named) ? named : body
  return { ...body, ...renamed }
}

/** What was added without words is called after them once they are written. */
function withNodeKeys(tree: Tree): Tree {
  const parts = [
    ...Object.entries(tree.questions).map(([key, { text }]) => ({ part: 'questions' as const, key, text })),
    ...Object.entries(tree.outcomes).map(([key, { title }]) => ({ part: 'outcomes' as const, key, text: title })),
  ]
  return parts
    .filter(({ part, key, text }) => isProvisional(part, key) && textOf(text).trim() !== '')
    .reduce((known, { key }) => {
      const wished = wishedKey(known, key)
      return wished === key ? known : renameNode(known, key, wished)
    }, tree)
}

import { useMemo } from 'react'
import type { FieldSpec } from './field-spec.ts'
import { useForm, useValue } from './form-store.ts'
import { blankFields, isFields } from './form-value.ts'
import { addNode, type Part, readTree, type Tree } from './tree.ts'

/** The whole tree of the body, and ways to change more than one field of it at once. */
export function useTree() {
  const { store } = useForm()
  const start = useValue('start')
  const questions = useValue('questions')
  const outcomes = useValue('outcomes')
  const tree = useMemo(() => readTree({ start, questions, outcomes }), [start, questions, outcomes])

  function change(next: Tree) {
    const body = store.read('')
    store.change('', { ...(isFields(body) ? body : {}), ...next })
  }
  return {
    tree,
    change,
    add(part: Part, specs: FieldSpec[]) {
      const added = addNode(tree, part, blankFields(specs))
      change(added.tree)
      return added.key
    },
  }
}

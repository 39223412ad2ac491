import type { ReactNode } from 'react'
import { fieldId } from '../field-names.ts'
import { problemWords } from '../words.ts'
import type { FieldSpec } from './field-spec.ts'
import { useProblem } from './form-store.ts'

type Told = Pick<FieldSpec, 'label' | 'help'>

/** What a field's input needs to be named and explained by the words around it. */
export type InputProps = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** Label above, help and what is wrong under it. */
export function FieldFrame({
  path,
  spec: { label, help },
  isWhole = false,
  children,
}: {
  path: string
  spec: Told
  isWhole?: boolean
  children: (input: InputProps) => ReactNode
}) {
  const id = fieldId(path)
  const problem = useProblem(path, { isWhole })
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, ...describedBy(id, { help, problem }) })}
      <FieldNotes id={id} help={help} problem={problem} />
    </div>
  )
}

/** Several inputs under one name; the group itself takes the focus when it is what is wrong. */
export function GroupFrame({
  path,
  spec: { label, help },
  isWhole = false,
  children,
}: {
  path: string
  spec: Told
  isWhole?: boolean
  children: ReactNode
}) {
  const id = fieldId(path)
  const problem = useProblem(path, { isWhole })
  return (
    <fieldset
      className="field"
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy(id, { help, problem })['aria-describedby']}
    >
      <legend>{label}</legend>
      <FieldNotes id={id} help={help} problem={problem} />
      {children}
    </fieldset>
  )
}

export function FieldNotes({ id, help, problem }: { id: string; help?: string; problem: string | undefined }) {
  return (
    <>
      {help && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {problem && (
        <p className="field-problem" id={`${id}-problem`}>
          <span aria-hidden="true">⚠ </span>
          {sentence(problemWords(problem))}
        </p>
      )}
    </>
  )
}

export function describedBy(id: string, { help, problem }: { help?: string; problem: string | undefined }) {
  const notes = [help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return {
    'aria-describedby': notes === '' ? undefined : notes,
    'aria-invalid': problem === undefined ? undefined : (true as const),
  }
}

function sentence(words: string) {
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)
}

import { useLayoutEffect, useMemo, useState } from 'react'
import type { Body, FieldProblem, WrittenKind } from './entry.ts'
import { Field } from './forms/field.tsx'
import { createFormStore, FormContext } from './forms/form-store.ts'
import { isFields } from './forms/form-value.ts'
import { withKeys } from './forms/keys.ts'
import { FORMS } from './forms/kinds.ts'
import { Sections } from './forms/sections.tsx'
import './forms/forms.css'
import './forms/lists.css'

/** Everything a thing of this kind says, field by field. What is typed goes up with each change. */
export function BodyForm({
  kind,
  value,
  onChange,
  problems,
  unitId,
  readOnly,
}: {
  kind: WrittenKind
  value: Body
  onChange: (next: Body) => void
  /** What stands between this body and its being shown, each by the path of its field. */
  problems: FieldProblem[]
  unitId: string
  readOnly: boolean
}) {
  const [store] = useState(() => createFormStore({ body: value, problems, onChange }))
  const place = useMemo(() => ({ store, unitId, readOnly, Field }), [store, unitId, readOnly])
  const sections = FORMS[kind]
  useLayoutEffect(() => store.receive({ body: value, problems, onChange }), [store, value, problems, onChange])

  /** Names are made when a field is left, from whole words. */
  function makeKeys() {
    const body = store.read('')
    if (readOnly || !isFields(body)) return
    const named = withKeys(
      body,
      sections.flatMap(({ fields }) => fields),
    )
    if (named !== body) store.change('', named)
  }
  const drawn = useMemo(() => <Sections sections={sections} />, [sections])
  return (
    <FormContext.Provider value={place}>
      <form className="body-form" noValidate onSubmit={(event) => event.preventDefault()} onBlur={makeKeys}>
        {drawn}
      </form>
    </FormContext.Provider>
  )
}

import { lazy, Suspense, useCallback } from 'react'
import { Waiting } from '../../../ui/states.tsx'
import { fieldId } from '../field-names.ts'
import { FieldNotes } from './field-frame.tsx'
import { type FieldOf, textOf } from './field-spec.ts'
import { useForm, useProblem, useValue } from './form-store.ts'

const RichTextField = lazy(() => import('../rich-text-field.tsx'))

export function MarkdownField({ path, spec: { label, help } }: { path: string; spec: FieldOf<'markdown'> }) {
  const { store, unitId, readOnly } = useForm()
  const value = textOf(useValue(path))
  const problem = useProblem(path)
  const id = fieldId(path)
  const change = useCallback((markdown: string) => store.change(path, markdown), [store, path])
  return (
    <div className="field">
      {/* What is written in is no form control, so the editor carries its name itself. */}
      <span className="field-label" aria-hidden="true">
        {label}
      </span>
      <Suspense fallback={<Waiting rows={8} />}>
        <RichTextField id={id} value={value} onChange={change} unitId={unitId} readOnly={readOnly} label={label} />
      </Suspense>
      <FieldNotes id={id} help={help} problem={problem} />
    </div>
  )
}

/** A name the service or this form has made; shown, because a colleague may ask for it. */
export function MadeField({ path, spec: { label, help } }: { path: string; spec: FieldOf<'fixed'> | FieldOf<'key'> }) {
  const value = textOf(useValue(path))
  const problem = useProblem(path)
  const id = fieldId(path)
  return (
    <div className="field made" id={id} tabIndex={-1}>
      <span className="caption">
        {label}: {value === '' ? 'tự đặt khi có lời' : <code>{value}</code>}
      </span>
      <FieldNotes id={id} help={help} problem={problem} />
    </div>
  )
}

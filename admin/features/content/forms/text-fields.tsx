import { useId, useState } from 'react'
import { FieldFrame } from './field-frame.tsx'
import { type FieldOf, textOf, UNKNOWN } from './field-spec.ts'
import { useForm, useValue } from './form-store.ts'
import { useProcedureFields } from './published.ts'

export function TextField({ path, spec }: { path: string; spec: FieldOf<'text'> }) {
  const { store, readOnly } = useForm()
  const value = textOf(useValue(path))
  const suggestions = useId()
  const change = (text: string) => store.change(path, text === '' && spec.isOptional ? null : text)
  return (
    <FieldFrame path={path} spec={spec}>
      {(input) =>
        spec.isLong ? (
          <textarea
            {...input}
            className="input"
            rows={2}
            value={value}
            placeholder={spec.blank}
            readOnly={readOnly}
            onChange={(event) => change(event.target.value)}
          />
        ) : (
          <>
            <input
              {...input}
              className="input"
              type={spec.input ?? 'text'}
              autoComplete="off"
              value={value}
              placeholder={spec.blank}
              readOnly={readOnly}
              list={spec.suggests && suggestions}
              onChange={(event) => change(event.target.value)}
            />
            {spec.suggests && <FieldsOfProcedures id={suggestions} />}
          </>
        )
      }
    </FieldFrame>
  )
}

/** A field of the list that differs by one letter would stand apart in it, so the known ones are offered. */
function FieldsOfProcedures({ id }: { id: string }) {
  const names = useProcedureFields()
  return (
    <datalist id={id}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  )
}

/** Keeps what is typed ("8," on the way to "8,5") beside the number that it means so far. */
export function NumberField({ path, spec }: { path: string; spec: FieldOf<'number'> }) {
  const { store, readOnly } = useForm()
  const value = useValue(path)
  const [typed, setTyped] = useState('')
  const shown = readNumber(typed) === value ? typed : typeof value === 'number' ? String(value).replace('.', ',') : ''
  function change(text: string) {
    const allowed = text.replace(spec.isWhole ? /[^\d]/g : /[^\d,.-]/g, '')
    setTyped(allowed)
    store.change(path, readNumber(allowed))
  }
  return (
    <FieldFrame path={path} spec={spec}>
      {(input) => (
        <input
          {...input}
          className="input"
          inputMode={spec.isWhole ? 'numeric' : 'decimal'}
          autoComplete="off"
          value={shown}
          placeholder={spec.blank ?? UNKNOWN}
          readOnly={readOnly}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </FieldFrame>
  )
}

/** Vietnamese decimals have a comma; a point is read as one too. */
function readNumber(text: string): number | null {
  const number = Number.parseFloat(text.replace(',', '.'))
  return Number.isFinite(number) ? number : null
}

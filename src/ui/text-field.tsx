import type { InputHTMLAttributes } from 'react'

type Props = {
  id: string
  label: string
  help?: string
  error?: string
  value: string
  onChange: (value: string) => void
  /** More than one makes it a box to write in. */
  rows?: number
} & Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'inputMode' | 'autoComplete' | 'maxLength' | 'autoCapitalize' | 'spellCheck'
>

/** Label above, help under it, what is wrong beside the field and tied to it. */
export function TextField({ id, label, help, error, value, onChange, rows = 1, ...own }: Props) {
  const describedBy = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const field = { id, value, 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {help && (
        <p className="caption" id={`${id}-help`}>
          {help}
        </p>
      )}
      {rows > 1 ? (
        <textarea {...field} rows={rows} maxLength={own.maxLength} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...field} {...own} onChange={(event) => onChange(event.target.value)} />
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}

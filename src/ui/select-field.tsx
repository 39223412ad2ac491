import { useId } from 'react'

type Props = {
  label: string
  value: string
  options: [value: string, label: string][]
  onChange: (value: string) => void
}

/** The device's own picker, with its label tied to it; the first choice is "no filter". */
export function SelectField({ label, value, options, onChange }: Props) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">Tất cả</option>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

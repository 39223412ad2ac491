type Props<T extends string> = {
  legend: string
  name: string
  help?: string | null
  value: T | undefined
  options: { value: T; label: string }[]
  onChange: (value: T) => void
}

/** One of a few, as large buttons over real radio inputs. */
export function ChoiceGroup<T extends string>({ legend, name, help, value, options, onChange }: Props<T>) {
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      {help && <p className="caption">{help}</p>}
      <div className="choices">
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input type="radio" name={name} checked={value === option.value} onChange={() => onChange(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type Props<T extends string> = {
  legend: string
  name: string
  help?: string
  error?: string
  value: T | null
  options: { value: T; title: string; help?: string }[]
  onChange: (value: T) => void
}

/** One of several that need a line of help each: full-width rows over real radio inputs. */
export function PickGroup<T extends string>({ legend, name, help, error, value, options, onChange }: Props<T>) {
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      {help && <p className="caption">{help}</p>}
      {error && <p className="field-error">{error}</p>}
      <div className="picks">
        {options.map((option) => (
          <label key={option.value} className="pick">
            <input
              id={`${name}-${option.value}`}
              type="radio"
              name={name}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>
              <strong>{option.title}</strong>
              {option.help && <span className="caption">{option.help}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

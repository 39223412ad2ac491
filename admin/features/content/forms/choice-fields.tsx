import { DateInput } from '../../../ui/date-input.tsx'
import { TimeInput } from '../../../ui/time-input.tsx'
import { FieldFrame, GroupFrame } from './field-frame.tsx'
import { type FieldOf, textOf, UNKNOWN } from './field-spec.ts'
import { useForm, useValue } from './form-store.ts'
import { listOf } from './form-value.ts'
import { monthsAfter, today } from './vietnam-day.ts'

const MONTHS_TO_REVIEW = [3, 6, 12]

export function DateField({ path, spec }: { path: string; spec: FieldOf<'date'> | FieldOf<'time'> }) {
  const { store, readOnly } = useForm()
  const value = textOf(useValue(path))
  const change = (text: string) => store.change(path, text === '' && spec.isOptional ? null : text)
  const offers = readOnly || spec.type === 'time' ? [] : offersOf(spec)
  return (
    <FieldFrame path={path} spec={spec}>
      {(input) => (
        <div className="input-row">
          {spec.type === 'date' ? (
            <DateInput {...input} className="input" value={value} readOnly={readOnly} onChange={change} />
          ) : (
            <TimeInput {...input} value={value} disabled={readOnly} onChange={change} />
          )}
          {offers.map(({ label, day }) => (
            <button key={label} type="button" className="small-button" onClick={() => change(day)}>
              {label}
              <span className="only-heard"> cho {spec.label}</span>
            </button>
          ))}
          {spec.blank && value === '' && <span className="caption">{spec.blank}</span>}
        </div>
      )}
    </FieldFrame>
  )
}

function offersOf({ offers }: FieldOf<'date'>): { label: string; day: string }[] {
  if (offers === 'today') return [{ label: 'Hôm nay', day: today() }]
  if (offers !== 'later') return []
  return MONTHS_TO_REVIEW.map((months) => ({ label: `+${months} tháng`, day: monthsAfter(today(), months) }))
}

export function ChoiceField({ path, spec }: { path: string; spec: FieldOf<'choice'> }) {
  const { store, readOnly } = useForm()
  const value = textOf(useValue(path))
  const change = (text: string) => store.change(path, text === '' && spec.isOptional ? null : text)
  return (
    <FieldFrame path={path} spec={spec}>
      {(input) => (
        <select
          {...input}
          className="input"
          value={value}
          disabled={readOnly}
          onChange={(event) => change(event.target.value)}
        >
          <option value="">{spec.isOptional ? (spec.blank ?? UNKNOWN) : 'Chọn…'}</option>
          {spec.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}

/** Several of a few, kept in the order they are offered in. */
export function ChoicesField({ path, spec }: { path: string; spec: FieldOf<'choices'> }) {
  const { store, readOnly } = useForm()
  const chosen = listOf(useValue(path))
  function toggle(value: string, isChosen: boolean) {
    const kept = spec.options.filter((each) => (each.value === value ? isChosen : chosen.includes(each.value)))
    store.change(
      path,
      kept.map((each) => each.value),
    )
  }
  return (
    <GroupFrame path={path} spec={spec} isWhole>
      <div className="checks">
        {spec.options.map(({ value, label }) => (
          <label key={value} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              disabled={readOnly}
              onChange={(event) => toggle(value, event.target.checked)}
            />
            {label}
          </label>
        ))}
      </div>
    </GroupFrame>
  )
}

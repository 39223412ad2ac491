import { Input } from 'antd'
import { useRef, useState } from 'react'
import './date-input.css'
import { finishDay, readDay, showDay } from './days.ts'

type Props = {
  id?: string
  /** `2026-12-31`; what is written and is no day, as it is written. */
  value?: string
  onChange?: (value: string) => void
  /** After the last `onChange`. */
  onLeave?: () => void
  readOnly?: boolean
  /** The look of forms that are not antd's. */
  className?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean | 'true' | 'false'
  'aria-required'?: boolean | 'true' | 'false'
}

/** A day as people here write it, whatever the browser's language; a calendar for who would rather point. */
export function DateInput({ value = '', onChange, onLeave, className, readOnly = false, ...named }: Props) {
  const [typed, setTyped] = useState<string>()
  const calendar = useRef<HTMLInputElement>(null)
  const isTyped = typed !== undefined && (readDay(typed) ?? typed) === value

  function change(text: string) {
    setTyped(text)
    onChange?.(readDay(text) ?? text)
  }
  function finish() {
    setTyped(undefined)
    const meant = isTyped ? finishDay(typed) : undefined
    if (meant !== undefined && meant !== value) onChange?.(meant)
    onLeave?.()
  }
  const box = {
    ...named,
    readOnly,
    value: isTyped ? typed : showDay(value),
    placeholder: 'ngày/tháng/năm',
    autoComplete: 'off',
    onChange: ({ target }: { target: HTMLInputElement }) => change(target.value),
    onBlur: finish,
  }
  return (
    <span className="date-input">
      {className === undefined ? <Input {...box} /> : <input {...box} className={className} />}
      {!readOnly && (
        <>
          <button type="button" aria-label="Chọn trên lịch" onClick={() => calendar.current?.showPicker()}>
            <svg viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor" aria-hidden="true">
              <path d="M4 6h16v14H4zM4 10h16M8 3v5M16 3v5" strokeWidth="1.8" strokeLinejoin="round" />
            </svg>
          </button>
          <input
            ref={calendar}
            type="date"
            tabIndex={-1}
            aria-hidden="true"
            value={readDay(value) ?? ''}
            onChange={({ target }) => change(target.value)}
          />
        </>
      )}
    </span>
  )
}

/** For a filter: nothing is asked for until a whole day stands there, or the field is left empty. */
export function DayFilter({
  id,
  value,
  onChange,
}: {
  id: string
  value: string | undefined
  onChange: (day: string | undefined) => void
}) {
  // Emptied to be written anew: what stands there without a choice must not come back under the typing hand.
  const [written, setWritten] = useState<string>()
  function write(text: string) {
    setWritten(text)
    if (readDay(text) === text) onChange(text)
  }
  function finish() {
    if (written === '') onChange(undefined)
    setWritten(undefined)
  }
  return <DateInput id={id} value={written ?? value ?? ''} onChange={write} onLeave={finish} />
}

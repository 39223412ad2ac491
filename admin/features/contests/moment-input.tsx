import { Input } from 'antd'
import { useState } from 'react'
import { DateInput } from '../../ui/date-input.tsx'
import { readMoment, splitMoment } from './moments.ts'

type Props = {
  id?: string
  /** An instant; what is written and is none, as `day hour`. */
  value?: string
  onChange?: (value: string) => void
  /** What it is the time of, for those who hear it. */
  name: string
}

/** A day and an hour on the clock of Vietnam, whatever the browser's. */
export function MomentInput({ id, value = '', onChange, name }: Props) {
  const [typed, setTyped] = useState<{ day: string; hour: string }>()
  const { day, hour } = typed && join(typed) === value ? typed : splitMoment(value)

  function change(part: { day?: string; hour?: string }) {
    const next = { day, hour, ...part }
    setTyped(next)
    onChange?.(join(next))
  }
  return (
    <span className="moment">
      <DateInput id={id} value={day} onChange={(text) => change({ day: text })} />
      <Input
        className="hour"
        aria-label={`Giờ: ${name}`}
        placeholder="giờ:phút"
        inputMode="numeric"
        maxLength={5}
        value={hour}
        onChange={({ target }) => change({ hour: target.value })}
      />
    </span>
  )
}

const join = ({ day, hour }: { day: string; hour: string }) => readMoment(day, hour) ?? `${day} ${hour}`

export const MOMENT_RULES = [
  { required: true, message: 'Chưa điền ngày giờ' },
  { pattern: /^\d{4}-\d{2}-\d{2}T/, message: 'Viết ngày như 31/12/2026 và giờ như 08:30' },
]

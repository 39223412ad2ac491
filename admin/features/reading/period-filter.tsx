import { useId } from 'react'
import { DayFilter } from '../../ui/date-input.tsx'

type Props = { from: string; to: string; onChange: (name: 'from' | 'to', day: string | undefined) => void }

/** From which day to which, both included. */
export function PeriodFilter({ from, to, onChange }: Props) {
  const id = useId()
  return (
    <>
      {[
        { name: 'from' as const, words: 'Từ ngày', value: from },
        { name: 'to' as const, words: 'Đến ngày', value: to },
      ].map(({ name, words, value }) => (
        <div key={name} className="period-day">
          <label htmlFor={`${id}${name}`}>{words}</label>
          <DayFilter id={`${id}${name}`} value={value} onChange={(day) => onChange(name, day)} />
        </div>
      ))}
    </>
  )
}

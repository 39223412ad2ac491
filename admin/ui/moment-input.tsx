import { DatePicker } from 'antd'
import { useId, useState } from 'react'
import './moment-input.css'
import { TimeInput } from './time-input.tsx'
import { dayjs } from './vietnam-clock.ts'

const WRITTEN = ['DD/MM/YYYY', 'D/M/YYYY', 'DDMMYYYY', 'D-M-YYYY', 'D.M.YYYY', 'D/M/YY']

/**
 * A day to come and a time on Vietnam's clock, wherever the browser stands; empty until both are there.
 * Apart, because one value for both would jump where the browser's own clocks are changed.
 */
export function MomentInput({ label, onChange }: { label: string; onChange: (instant: string) => void }) {
  const id = useId()
  const [day, setDay] = useState('')
  const [time, setTime] = useState('')

  function change(toDay: string, toTime: string) {
    setDay(toDay)
    setTime(toTime)
    onChange(toDay === '' || toTime === '' ? '' : `${toDay}T${toTime}:00+07:00`)
  }
  return (
    <fieldset className="moment-input">
      <legend>{label} (giờ Việt Nam)</legend>
      <div>
        <label htmlFor={`${id}day`}>Ngày</label>
        <DatePicker
          id={`${id}day`}
          value={day === '' ? null : dayjs(day)}
          format={WRITTEN}
          placeholder="ngày/tháng/năm"
          minDate={dayjs(dayjs().tz().format('YYYY-MM-DD'))}
          onChange={(picked) => change(picked?.format('YYYY-MM-DD') ?? '', time)}
        />
      </div>
      <div>
        <label htmlFor={`${id}time`}>Giờ</label>
        <TimeInput id={`${id}time`} value={time} onChange={(picked) => change(day, picked)} />
      </div>
    </fieldset>
  )
}

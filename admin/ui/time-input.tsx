import { TimePicker } from 'antd'
import { dayjs } from './vietnam-clock.ts'

/** How people write a time; the first is how it is shown. */
const WRITTEN = ['HH:mm', 'H:mm', 'HHmm', 'H[h]mm', 'H[g]mm', 'H[h]', 'H[g]']

type Props = {
  id?: string
  /** `07:30`, on a clock of 24 hours; empty while there is none. */
  value?: string
  onChange?: (value: string) => void
  disabled?: boolean
  'aria-label'?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

/** A time as people here write it, whatever the browser's language; a list of times for who would rather point. */
export function TimeInput({ value = '', onChange, ...named }: Props) {
  return (
    <TimePicker
      {...named}
      className="time-input"
      // Any day without a change of clocks: only the time is read back.
      value={/^\d\d:\d\d$/.test(value) ? dayjs(`2000-01-01T${value}`) : null}
      format={WRITTEN}
      placeholder="giờ:phút"
      minuteStep={5}
      needConfirm={false}
      showNow={false}
      // Enter takes the time that is written; it must not send the form around it.
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      onChange={(time) => onChange?.(time ? time.format('HH:mm') : '')}
    />
  )
}

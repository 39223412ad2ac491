import { Button, Form } from 'antd'
import type { ReactNode } from 'react'
import { TimeInput } from '../../ui/time-input.tsx'
import { DAY_WORDS, type Day, type Opening } from './words.ts'

const MOST_OPENINGS = 4
const NO_WEEKDAY = 'Cần có giờ làm việc ít nhất một ngày từ thứ Hai đến thứ Sáu'

type Props = { day: Day; help?: string; isAnyWeekday: () => boolean; children?: ReactNode }

/** One day's stretches of work; none is a day off. */
export function DayFields({ day, help, isAnyWeekday, children }: Props) {
  const validator = () => (day !== 'monday' || isAnyWeekday() ? Promise.resolve() : Promise.reject(NO_WEEKDAY))
  return (
    <fieldset className="day-hours" id={`hours_hours_${day}`} tabIndex={-1}>
      <legend>{DAY_WORDS[day]}</legend>
      {help && <p className="caption">{help}</p>}
      <Form.List name={['hours', day]} rules={[{ validator }]}>
        {(stretches, { add, remove }, { errors }) => (
          <>
            {stretches.length === 0 && <p className="day-off">Nghỉ</p>}
            {stretches.map(({ key, name }) => (
              <Stretch key={key} day={day} at={name} onRemove={() => remove(name)} />
            ))}
            <div className="buttons">
              {stretches.length < MOST_OPENINGS && (
                <Button aria-label={`Thêm buổi, ${DAY_WORDS[day]}`} onClick={() => add({ opens: '', closes: '' })}>
                  Thêm buổi
                </Button>
              )}
              {children}
            </div>
            <Form.ErrorList errors={errors} />
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

function Stretch({ day, at, onRemove }: { day: Day; at: number; onRemove: () => void }) {
  const form = Form.useFormInstance()
  const where = `${DAY_WORDS[day]}, buổi ${at + 1}`
  const read = (stretch: number, end: keyof Opening): string => form.getFieldValue(['hours', day, stretch, end]) ?? ''
  const checkOpens = (_: unknown, opens: string) => {
    if (!opens) return Promise.reject('Chưa điền giờ')
    const before = at === 0 ? '' : read(at - 1, 'closes')
    return opens < before ? Promise.reject('Sớm hơn lúc buổi trước hết giờ') : Promise.resolve()
  }
  const checkCloses = (_: unknown, closes: string) => {
    if (!closes) return Promise.reject('Chưa điền giờ')
    return closes !== '00:00' && closes <= read(at, 'opens')
      ? Promise.reject('Phải sau giờ bắt đầu')
      : Promise.resolve()
  }
  return (
    <div className="day-stretch">
      <Form.Item name={[at, 'opens']} rules={[{ validator: checkOpens }]}>
        <TimeInput aria-label={`${where}, từ`} />
      </Form.Item>
      <span aria-hidden="true">đến</span>
      <Form.Item name={[at, 'closes']} rules={[{ validator: checkCloses }]}>
        <TimeInput aria-label={`${where}, đến`} />
      </Form.Item>
      <Button type="text" aria-label={`Bỏ ${where}`} onClick={onRemove}>
        Bỏ
      </Button>
    </div>
  )
}

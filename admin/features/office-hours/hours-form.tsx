import { App, Button, Form } from 'antd'
import { client } from '../../api/client.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { DAY_RULES } from '../../ui/days.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { formatDay } from '../units/words.ts'
import { DayFields } from './day-fields.tsx'
import { midnightEnds, midnightShown } from './midnight.ts'
import { AFTER_MONDAY, DAY_WORDS, DAYS, type Day, type Hours } from './words.ts'

type Values = { validFrom: string; hours: Hours }
const WEEKDAYS: Day[] = ['monday', ...AFTER_MONDAY]
const LABELS = {
  validFrom: 'Áp dụng từ ngày',
  ...Object.fromEntries(
    DAYS.flatMap((day) => [
      [`hours.${day}`, DAY_WORDS[day]],
      [`hours.${day}.*.opens`, `${DAY_WORDS[day]}, từ`],
      [`hours.${day}.*.closes`, `${DAY_WORDS[day]}, đến`],
    ]),
  ),
}
const MAKE_UP_HELP = 'Thứ Bảy hoặc Chủ nhật làm bù cho ngày nghỉ, theo lịch nghỉ đã công bố.'

/** From a day to come on, the unit works other hours; what stands there now is what to change. */
export function HoursForm({ unitId, start, onSaved }: { unitId: string; start: Hours; onSaved: () => unknown }) {
  const { message } = App.useApp()
  const save = useFormSave({
    save: async ({ validFrom, hours }: Values) => {
      const { error } = await client.PUT('/admin/api/feedback/office-hours/{unitId}', {
        params: { path: { unitId } },
        body: { validFrom, hours: midnightEnds(hours) },
      })
      if (error) throw error
    },
    onSaved: async (_, { validFrom }) => {
      message.success(`Đã ghi. Giờ mới áp dụng từ ngày ${formatDay(validFrom)}.`)
      await onSaved()
    },
  })
  const hoursOf = (day: Day): Hours[Day] => save.form.getFieldValue(['hours', day]) ?? []
  const isAnyWeekday = () => WEEKDAYS.some((day) => hoursOf(day).length > 0)

  function copyMonday() {
    const monday = hoursOf('monday')
    for (const day of AFTER_MONDAY)
      save.form.setFieldValue(
        ['hours', day],
        monday.map((each) => ({ ...each })),
      )
    message.info('Đã chép giờ thứ Hai sang thứ Ba đến thứ Sáu.')
  }
  return (
    <Form {...save.formProps} name="hours" initialValues={{ validFrom: '', hours: midnightShown(start) }}>
      <FormProblems save={save} labels={LABELS} />
      <Form.Item
        name="validFrom"
        label={LABELS.validFrom}
        extra="Từ ngày mai trở đi. Ghi lại đúng ngày đã ghi thì giờ mới thay giờ đã ghi."
        rules={DAY_RULES}
      >
        <DateInput />
      </Form.Item>
      <div className="week-hours">
        {DAYS.map((day) => (
          <DayFields
            key={day}
            day={day}
            help={day === 'makeUpDay' ? MAKE_UP_HELP : undefined}
            isAnyWeekday={isAnyWeekday}
          >
            {day === 'monday' && <Button onClick={copyMonday}>Chép sang thứ Ba – thứ Sáu</Button>}
          </DayFields>
        ))}
      </div>
      <Button type="primary" htmlType="submit" loading={save.isSaving}>
        Ghi giờ làm việc mới
      </Button>
    </Form>
  )
}

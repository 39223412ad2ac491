import { App, Button, Form, InputNumber, Select } from 'antd'
import { client, ifMatch } from '../../api/client.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { DAY_RULES } from '../../ui/days.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { AUDIENCE_OPTIONS, type Audience, today, type UnitDetail } from './words.ts'

type Values = { audience: Audience; asOf: string; count: number | null }
const LABELS = { audience: 'Ai', asOf: 'Tính từ ngày', count: 'Số người' }

export function HeadcountForm({ unit, onChanged }: { unit: UnitDetail; onChanged: () => void }) {
  const { message } = App.useApp()
  const save = useFormSave({
    save: async (values: Values) => {
      const { error } = await client.PUT('/admin/api/units/{id}/headcounts', {
        params: { path: { id: unit.id }, header: ifMatch(unit.version) },
        body: { ...values, count: values.count ?? null },
      })
      if (error) throw error
    },
    onSaved: () => {
      save.form.resetFields(['count'])
      message.success('Đã lưu số người.')
      onChanged()
    },
  })
  return (
    <section className="card" aria-labelledby="headcount-title">
      <h2 id="headcount-title">Cập nhật số người</h2>
      <Form {...save.formProps} name="headcount" initialValues={{ audience: 'official', asOf: today() }}>
        <FormProblems save={save} labels={LABELS} />
        <Form.Item name="audience" label={LABELS.audience}>
          <Select options={AUDIENCE_OPTIONS} />
        </Form.Item>
        <Form.Item name="asOf" label={LABELS.asOf} rules={DAY_RULES}>
          <DateInput />
        </Form.Item>
        <Form.Item name="count" label={LABELS.count} extra="Để trống để bỏ số đã khai đúng ngày đó.">
          <InputNumber min={0} max={9_999_999} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Button htmlType="submit" loading={save.isSaving}>
          Lưu số người
        </Button>
      </Form>
    </section>
  )
}

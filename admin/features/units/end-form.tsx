import { App, Button, Form } from 'antd'
import { client, ifMatch } from '../../api/client.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { DAY_RULES } from '../../ui/days.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { formatDay, type UnitDetail } from './words.ts'

const LABELS = { lastDay: 'Ngày hoạt động cuối' }

/** Ends a unit; says first what that means. */
export function EndForm({ unit, onChanged }: { unit: UnitDetail; onChanged: () => void }) {
  const { message, modal } = App.useApp()
  const save = useFormSave({
    save: async (body: { lastDay: string }) => {
      const isSure = await modal.confirm({
        title: `Kết thúc ${unit.name} sau ngày ${formatDay(body.lastDay)}?`,
        content: 'Đơn vị không còn trong cây từ ngày hôm sau. Thay đổi và số người đã khai cho các ngày sau bị bỏ.',
        okText: 'Kết thúc đơn vị',
        cancelText: 'Không',
      })
      if (!isSure) return false
      const { error } = await client.POST('/admin/api/units/{id}/end', {
        params: { path: { id: unit.id }, header: ifMatch(unit.version) },
        body,
      })
      if (error) throw error
      return true
    },
    onSaved: (isDone) => {
      if (!isDone) return
      message.success('Đã ghi ngày kết thúc.')
      onChanged()
    },
  })
  return (
    <section className="card" aria-labelledby="end-title">
      <h2 id="end-title">Kết thúc hoạt động</h2>
      <Form {...save.formProps} name="end">
        <FormProblems save={save} labels={LABELS} />
        <Form.Item
          name="lastDay"
          label={LABELS.lastDay}
          extra="Chỉ khi không còn đơn vị trực thuộc. Nhập vào đơn vị khác thì dùng Sáp nhập."
          rules={DAY_RULES}
        >
          <DateInput />
        </Form.Item>
        <Button danger htmlType="submit" loading={save.isSaving}>
          Kết thúc đơn vị
        </Button>
      </Form>
    </section>
  )
}

import { App, Button, Form, Input, Select } from 'antd'
import { client, ifMatch } from '../../api/client.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { DAY_RULES } from '../../ui/days.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { UnitSelect } from './unit-select.tsx'
import { KIND_OPTIONS, type Kind, today, type UnitDetail } from './words.ts'

type Values = { from: string; name: string; kind: Kind; parentId: string | undefined }
const LABELS = { from: 'Áp dụng từ ngày', name: 'Tên', kind: 'Loại', parentId: 'Trực thuộc' }

/** Another name, kind or place from a day on. */
export function ChangeForm({ unit, onChanged }: { unit: UnitDetail; onChanged: () => void }) {
  const { message } = App.useApp()
  const last = unit.periods.at(-1)
  const save = useFormSave({
    save: async ({ parentId, ...body }: Values) => {
      const { error } = await client.POST('/admin/api/units/{id}/changes', {
        params: { path: { id: unit.id }, header: ifMatch(unit.version) },
        body: parentId === undefined ? body : { ...body, parentId },
      })
      if (error) throw error
    },
    onSaved: () => {
      message.success('Đã lưu thay đổi. Tên và vị trí cũ còn trong lịch sử.')
      onChanged()
    },
  })
  if (!last) return null
  const start: Values = { from: today(), name: last.name, kind: last.kind, parentId: last.parentId ?? undefined }
  return (
    <section className="card" aria-labelledby="change-title">
      <h2 id="change-title">Đổi tên, loại, nơi trực thuộc</h2>
      <Form {...save.formProps} name="change" initialValues={start}>
        <FormProblems save={save} labels={LABELS} />
        <Form.Item name="from" label={LABELS.from} rules={DAY_RULES}>
          <DateInput />
        </Form.Item>
        <Form.Item name="name" label={LABELS.name} rules={[{ required: true, message: 'Chưa điền tên' }]}>
          <Input />
        </Form.Item>
        <Form.Item name="kind" label={LABELS.kind}>
          <Select options={KIND_OPTIONS} />
        </Form.Item>
        {last.parentId !== null && (
          <Form.Item name="parentId" label={LABELS.parentId}>
            <UnitSelect chosenName={last.parentName ?? last.parentId} />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" loading={save.isSaving}>
          Lưu thay đổi
        </Button>
      </Form>
    </section>
  )
}

import { App, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { client, newKey } from '../../api/client.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { DAY_RULES } from '../../ui/days.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { useRefreshUnits } from './refresh.ts'
import { UnitSelect } from './unit-select.tsx'
import { KIND_OPTIONS, type Kind, today } from './words.ts'

type Values = { id?: string; name: string; kind: Kind; parentId: string; validFrom: string }
const LABELS = { id: 'Mã đơn vị', name: 'Tên', kind: 'Loại', parentId: 'Trực thuộc', validFrom: 'Hoạt động từ ngày' }

export default function NewUnitScreen() {
  const { message } = App.useApp()
  const navigate = useNavigate()
  const refresh = useRefreshUnits()
  const [key] = useState(newKey)
  const save = useFormSave({
    save: async ({ id, ...values }: Values) => {
      const { data, error } = await client.POST('/admin/api/units', {
        headers: { 'idempotency-key': key },
        body: id ? { id: id.trim().toLowerCase(), ...values } : values,
      })
      if (error) throw error
      return data
    },
    onSaved: async ({ id, name, on }) => {
      await refresh()
      message.success(`Đã thêm ${name}.`)
      navigate(`/don-vi/${id}?on=${on}`)
    },
  })
  return (
    <ScreenFrame title="Thêm đơn vị">
      <section className="card narrow">
        <Form {...save.formProps} name="new-unit" initialValues={{ validFrom: today() }}>
          <FormProblems save={save} labels={LABELS} />
          <Form.Item name="name" label={LABELS.name} rules={[{ required: true, message: 'Chưa điền tên' }]}>
            <Input />
          </Form.Item>
          <Form.Item name="kind" label={LABELS.kind} rules={[{ required: true, message: 'Chưa chọn loại' }]}>
            <Select options={KIND_OPTIONS} placeholder="Chọn loại" />
          </Form.Item>
          <Form.Item name="parentId" label={LABELS.parentId} rules={[{ required: true, message: 'Chưa chọn đơn vị' }]}>
            <UnitSelect />
          </Form.Item>
          <Form.Item name="validFrom" label={LABELS.validFrom} rules={DAY_RULES}>
            <DateInput />
          </Form.Item>
          <Form.Item
            name="id"
            label={LABELS.id}
            extra="Chữ không dấu, số, gạch nối; không đổi được về sau. Để trống thì máy tự đặt."
          >
            <Input />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={save.isSaving}>
            Thêm đơn vị
          </Button>
        </Form>
      </section>
    </ScreenFrame>
  )
}

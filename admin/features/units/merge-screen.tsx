import { App, Button, Form, Input, Select } from 'antd'
import { useNavigate } from 'react-router-dom'
import { client } from '../../api/client.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { DAY_RULES } from '../../ui/days.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { useRefreshUnits } from './refresh.ts'
import { UnitSelect } from './unit-select.tsx'
import './units.css'
import { KIND_OPTIONS, type Kind } from './words.ts'

type Values = { units: string[]; from: string; name: string; kind: Kind; parentId: string; id?: string; note?: string }
const LABELS = {
  units: 'Đơn vị sáp nhập',
  from: 'Đơn vị mới hoạt động từ ngày',
  name: 'Tên đơn vị mới',
  kind: 'Loại',
  parentId: 'Trực thuộc',
  id: 'Mã đơn vị mới',
  note: 'Căn cứ',
}

export default function MergeScreen() {
  const { message } = App.useApp()
  const navigate = useNavigate()
  const refresh = useRefreshUnits()
  const save = useFormSave({ save: merge, onSaved })
  async function onSaved({ id, name, on }: Awaited<ReturnType<typeof merge>>) {
    await refresh()
    message.success(`Đã sáp nhập thành ${name}.`)
    navigate(`/don-vi/${id}?on=${on}`)
  }
  return (
    <ScreenFrame
      title="Sáp nhập đơn vị"
      intro="Các đơn vị cũ kết thúc vào hôm trước. Đơn vị mới nhận tổng số người và mọi đơn vị trực thuộc; số liệu các ngày trước giữ nguyên."
    >
      <section className="card narrow">
        <Form {...save.formProps} name="merge" initialValues={{ units: [undefined, undefined] }}>
          <FormProblems save={save} labels={LABELS} />
          <MergedUnits />
          <Form.Item name="from" label={LABELS.from} rules={DAY_RULES}>
            <DateInput />
          </Form.Item>
          <Form.Item name="name" label={LABELS.name} rules={[{ required: true, message: 'Chưa điền tên' }]}>
            <Input />
          </Form.Item>
          <Form.Item name="kind" label={LABELS.kind} rules={[{ required: true, message: 'Chưa chọn loại' }]}>
            <Select options={KIND_OPTIONS} placeholder="Chọn loại" />
          </Form.Item>
          <Form.Item name="parentId" label={LABELS.parentId} rules={[{ required: true, message: 'Chưa chọn đơn vị' }]}>
            <UnitSelect />
          </Form.Item>
          <Form.Item name="id" label={LABELS.id} extra="Để trống thì máy tự đặt.">
            <Input />
          </Form.Item>
          <Form.Item name="note" label={LABELS.note} extra="Số, ngày của nghị quyết hoặc quyết định.">
            <Input maxLength={300} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={save.isSaving}>
            Sáp nhập
          </Button>
        </Form>
      </section>
    </ScreenFrame>
  )
}

function MergedUnits() {
  return (
    <Form.List name="units">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <Form.Item
              key={key}
              name={name}
              label={`${LABELS.units} ${name + 1}`}
              rules={[{ required: true, message: 'Chưa chọn đơn vị' }]}
            >
              <UnitSelect />
            </Form.Item>
          ))}
          <div className="buttons merged-units">
            <Button onClick={() => add()}>Thêm một đơn vị</Button>
            {fields.length > 2 && <Button onClick={() => remove(fields.length - 1)}>Bớt một đơn vị</Button>}
          </div>
        </>
      )}
    </Form.List>
  )
}

/** Each unit is merged in the version it has now. */
async function merge({ units, id, name, kind, parentId, from, note }: Values) {
  const seen = await Promise.all(
    [...new Set(units)].map(async (unit) => {
      const { data, error } = await client.GET('/admin/api/units/{id}', { params: { path: { id: unit } } })
      if (error) throw error
      return { id: data.id, version: data.version }
    }),
  )
  const { data, error } = await client.POST('/admin/api/units/merge', {
    body: {
      units: seen,
      from,
      into: { ...(id ? { id: id.trim().toLowerCase() } : {}), name, kind, parentId },
      headcounts: [],
      note: note?.trim() || null,
    },
  })
  if (error) throw error
  return data
}

import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, InputNumber, Switch } from 'antd'
import { client, ifMatch } from '../../api/client.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import type { Category } from './words.ts'

const PATH = '/admin/api/feedback/categories'
const LABELS = {
  id: 'Mã',
  name: 'Tên, như người dân đọc',
  help: 'Một câu giải thích',
  limitDays: 'Trả lời trong (ngày làm việc)',
  reopenDays: 'Được hỏi lại trong (ngày)',
  retentionMonths: 'Giữ phản ánh đã xong trong (tháng)',
  position: 'Thứ tự',
  isActive: 'Người dân chọn được',
}
const NUMBERS = [
  { name: 'limitDays', min: 1, max: 120 },
  { name: 'reopenDays', min: 0, max: 90 },
  { name: 'retentionMonths', min: 1, max: 120 },
  { name: 'position', min: 0, max: 1_000 },
] as const
const USUAL = { help: '', limitDays: 15, reopenDays: 7, retentionMonths: 24, position: 100, isActive: true }

type Values = Omit<Category, 'version'>

/** Changes a category, or adds one where none is given. */
export function CategoryForm({ category, onDone }: { category?: Category; onDone?: () => void }) {
  const { message } = App.useApp()
  const cache = useQueryClient()
  const save = useFormSave({
    save: async ({ id, ...body }: Values) => {
      const { error } = category
        ? await client.PUT(`${PATH}/{id}`, {
            params: { path: { id: category.id }, header: ifMatch(category.version) },
            body,
          })
        : await client.POST(PATH, { body: { ...body, id } })
      if (error) throw error
    },
    onSaved: async () => {
      message.success(category ? 'Đã lưu lĩnh vực.' : 'Đã thêm lĩnh vực.')
      await cache.invalidateQueries({ queryKey: ['get', PATH] })
      onDone?.()
    },
  })
  return (
    <Form {...save.formProps} name={`category-${category?.id ?? 'new'}`} initialValues={category ?? USUAL}>
      <FormProblems save={save} labels={LABELS} />
      {category === undefined && (
        <Form.Item
          name="id"
          label={LABELS.id}
          extra="Chữ thường không dấu, số và gạch nối. Không đổi được về sau."
          rules={[{ required: true, pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/, message: 'Viết dạng ho-so-cham' }]}
        >
          <Input maxLength={60} />
        </Form.Item>
      )}
      <Form.Item
        name="name"
        label={LABELS.name}
        rules={[{ required: true, whitespace: true, min: 3, message: 'Ghi ít nhất 3 ký tự' }]}
      >
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="help" label={LABELS.help}>
        <Input maxLength={300} />
      </Form.Item>
      <div className="number-fields">
        {NUMBERS.map(({ name, min, max }) => (
          <Form.Item key={name} name={name} label={LABELS[name]} rules={[{ required: true, message: 'Chưa điền' }]}>
            <InputNumber min={min} max={max} precision={0} />
          </Form.Item>
        ))}
      </div>
      <Form.Item name="isActive" label={LABELS.isActive} valuePropName="checked">
        <Switch />
      </Form.Item>
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={save.isSaving}>
          {category ? 'Lưu lĩnh vực' : 'Thêm lĩnh vực'}
        </Button>
        {onDone && <Button onClick={onDone}>Thôi</Button>}
      </div>
    </Form>
  )
}

import { App, Button, Form, Input } from 'antd'
import { client } from '../../api/client.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { useRefreshStaff } from './refresh.ts'
import type { Member } from './words.ts'

const LABELS = { name: 'Họ tên' }

export function NameForm({ member: { id, name } }: { member: Member }) {
  const { message } = App.useApp()
  const refresh = useRefreshStaff()
  const save = useFormSave({
    save: async (values: { name: string }) => {
      const body = { name: values.name.trim() }
      const { error } = await client.PATCH('/admin/api/staff/{id}', { params: { path: { id } }, body })
      if (error) throw error
    },
    onSaved: async () => {
      message.success('Đã đổi họ tên.')
      await refresh()
    },
  })
  return (
    <section className="card" aria-labelledby="name-title">
      <h2 id="name-title">Đổi họ tên</h2>
      <Form {...save.formProps} name="name" initialValues={{ name }} autoComplete="off">
        <FormProblems save={save} labels={LABELS} />
        <Form.Item
          name="name"
          label={LABELS.name}
          rules={[{ required: true, whitespace: true, message: 'Chưa điền họ tên' }]}
        >
          <Input maxLength={120} />
        </Form.Item>
        <Button htmlType="submit" loading={save.isSaving}>
          Lưu họ tên
        </Button>
      </Form>
    </section>
  )
}

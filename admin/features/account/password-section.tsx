import { App, Button, Form, Input } from 'antd'
import { client } from '../../api/client.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'

type Values = { current: string; next: string }
const LABELS = { current: 'Mật khẩu đang dùng', next: 'Mật khẩu mới' }

export function PasswordSection({ email }: { email: string }) {
  const { message } = App.useApp()
  const save = useFormSave({
    save: async (body: Values) => {
      const { error } = await client.POST('/admin/api/me/password', { body })
      if (error) throw error
    },
    onSaved: () => {
      save.form.resetFields()
      message.success('Đã đổi mật khẩu. Các thiết bị khác phải đăng nhập lại.')
    },
  })
  return (
    <section className="card narrow" aria-labelledby="password-title">
      <h2 id="password-title">Đổi mật khẩu</h2>
      <Form {...save.formProps} name="password">
        <FormProblems save={save} labels={LABELS} />
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <Form.Item
          name="current"
          label={LABELS.current}
          rules={[{ required: true, message: 'Chưa điền mật khẩu đang dùng' }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="next"
          label={LABELS.next}
          extra="Ít nhất 10 ký tự; một câu dễ nhớ tốt hơn một từ khó. Không cần ký tự đặc biệt."
          rules={[
            { required: true, message: 'Chưa điền mật khẩu mới' },
            {
              validator: (_, next: string) =>
                isTooShort(next) ? Promise.reject('Cần ít nhất 10 ký tự') : Promise.resolve(),
            },
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isSaving}>
          Đổi mật khẩu
        </Button>
      </Form>
    </section>
  )
}

/** Counted in letters as people see them, the way the service does. */
function isTooShort(password: string | undefined) {
  return !!password && [...password.normalize('NFC')].length < 10
}

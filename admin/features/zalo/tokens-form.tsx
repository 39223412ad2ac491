import { App, Button, Form, Input } from 'antd'
import { client } from '../../api/client.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { useRefreshChannels } from './use-refresh-channels.ts'

const LABELS = { access: 'Access token', refresh: 'Refresh token' }
const REQUIRED = [{ required: true, min: 10, message: 'Dán cả mã vào đây' }]

/** The other way in: a pair copied from Zalo's console. */
export function TokensForm() {
  const { message } = App.useApp()
  const refresh = useRefreshChannels()
  const save = useFormSave({
    save: async (body: { access: string; refresh: string }) => {
      const { error } = await client.PUT('/admin/api/zalo-grant/tokens', { body })
      if (error) throw error
    },
    onSaved: async () => {
      save.form.resetFields()
      message.success('Đã cất cặp mã. Tin đang chờ sẽ được gửi tiếp.')
      await refresh()
    },
  })
  return (
    <details>
      <summary>Dán cặp mã lấy từ trang nhà phát triển Zalo</summary>
      <Form {...save.formProps} name="tokens" className="narrow" autoComplete="off">
        <p className="caption">
          Trên developers.zalo.me, mục API Explorer, chọn OA Access Token rồi chép cả hai mã. Cất xong mã không hiện
          lại.
        </p>
        <FormProblems save={save} labels={LABELS} />
        <Form.Item name="access" label={LABELS.access} rules={REQUIRED}>
          <Input.Password visibilityToggle={false} autoComplete="off" maxLength={3_000} />
        </Form.Item>
        <Form.Item name="refresh" label={LABELS.refresh} rules={REQUIRED}>
          <Input.Password visibilityToggle={false} autoComplete="off" maxLength={3_000} />
        </Form.Item>
        <Button htmlType="submit" loading={save.isSaving}>
          Cất cặp mã
        </Button>
      </Form>
    </details>
  )
}

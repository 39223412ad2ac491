import { App, Button, Form, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { formatMoment } from '../../ui/dates.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { Empty, Ready } from '../../ui/states.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { forgetPreview } from './kept-preview.ts'
import { contentProblemText } from './problem-words.ts'
import { useRefreshContent } from './use-refresh-content.ts'

/** Addresses for people without an account; each is shown once and can be taken back. */
export function PreviewLinks({ entryId }: { entryId: string }) {
  const params = { path: { id: entryId } }
  const links = api.useQuery('get', '/admin/api/entries/{id}/preview-links', { params })
  const refresh = useRefreshContent()
  const [made, setMade] = useState<string>()
  const { message } = App.useApp()
  const save = useFormSave({
    save: async (body: { label: string }) => {
      const { data, error } = await client.POST('/admin/api/entries/{id}/preview-links', { params, body })
      if (error) throw error
      return data
    },
    onSaved: async ({ path }) => {
      setMade(location.origin + path)
      save.form.resetFields()
      await refresh()
    },
  })
  async function copy(address: string) {
    await navigator.clipboard.writeText(address)
    message.success('Đã chép liên kết.')
  }
  async function revoke(linkId: string) {
    const { error } = await client.DELETE('/admin/api/entries/{id}/preview-links/{linkId}', {
      params: { path: { id: entryId, linkId } },
    })
    if (error) message.error(contentProblemText(error))
    forgetPreview(entryId)
    await refresh()
  }
  return (
    <>
      <p className="intro">
        Mỗi liên kết cho một người hoặc một nơi đọc bản nháp trên điện thoại, không cần tài khoản. Dùng được 14 ngày,
        thu hồi lúc nào cũng được.
      </p>
      <Form {...save.formProps} className="narrow">
        <FormProblems save={save} labels={{ label: 'Gửi cho ai' }} />
        <Form.Item
          name="label"
          label="Gửi cho ai"
          rules={[{ required: true, whitespace: true, message: 'Viết tên người hoặc nơi nhận.' }]}
        >
          <Input maxLength={80} placeholder="Ví dụ: Trường THPT Tân An, cô Hạnh" />
        </Form.Item>
        <Button htmlType="submit" loading={save.isSaving}>
          Tạo liên kết
        </Button>
      </Form>
      {made && (
        <div className="note good" role="status">
          <p>Chép liên kết này ngay, nó chỉ hiện một lần. Ai có nó đều đọc được bản nháp, trong 14 ngày.</p>
          <Input readOnly value={made} aria-label="Liên kết xem trước" />
          <Button onClick={() => void copy(made)}>Chép</Button>
        </div>
      )}
      <Ready asked={links}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>Chưa gửi liên kết xem trước cho ai.</Empty>
          ) : (
            <ul className="editions">
              {items.map(({ id, label, createdAt, expiresAt, isRevoked }) => (
                <li key={id}>
                  <strong>{label}</strong>{' '}
                  <span className="caption">
                    tạo lúc {formatMoment(createdAt)},{' '}
                    {isRevoked ? 'không còn dùng được' : `dùng đến ${formatMoment(expiresAt)}`}
                  </span>
                  {!isRevoked && (
                    <Popconfirm
                      title="Thu hồi liên kết? Người đang giữ sẽ không mở được nữa."
                      okText="Thu hồi"
                      cancelText="Để lại"
                      onConfirm={() => revoke(id)}
                    >
                      <Button danger>Thu hồi</Button>
                    </Popconfirm>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Ready>
    </>
  )
}

import { App, Button, Checkbox, Form, Input, Modal } from 'antd'
import { client } from '../../api/client.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { useRefreshReports } from './use-refresh-reports.ts'
import type { Case } from './words.ts'

type Values = { title: string; content: string; answer: string; reason?: string; isRead: boolean }
const LABELS = {
  title: 'Tiêu đề',
  content: 'Nội dung phản ánh',
  answer: 'Câu trả lời',
  reason: 'Đã sửa gì, vì sao (chỉ đồng nghiệp đọc)',
  isRead: 'Đã đọc lại',
}

/** Everybody will read these words, so somebody reads them first. */
export function PublishDialog({ report, onClose }: { report: Case; onClose: () => void }) {
  const { message } = App.useApp()
  const refresh = useRefreshReports()
  const { id, public: shown, content, answer, categoryName } = report
  const save = useFormSave({
    save: async ({ title, content: words, answer: reply, reason = '' }: Values) => {
      const { data, error } = await client.PUT('/admin/api/reports/{id}/public', {
        params: { path: { id } },
        body: { title, content: words, answer: reply, reason },
      })
      if (error) throw error
      return data
    },
    onSaved: async (changed) => {
      onClose()
      message.success('Mọi người đọc được trên trang công khai.')
      await refresh(changed)
    },
  })
  return (
    <Modal
      open
      title="Đưa lên trang công khai"
      width={720}
      onCancel={onClose}
      footer={[
        <Button key="no" onClick={onClose}>
          Để sau
        </Button>,
        <Button key="yes" type="primary" htmlType="submit" form="publish" loading={save.isSaving}>
          Đăng
        </Button>,
      ]}
    >
      <Form
        id="publish"
        {...save.formProps}
        initialValues={{
          title: shown?.title ?? categoryName,
          content: shown?.content ?? content,
          answer: shown?.answer ?? answer?.text,
        }}
      >
        <p className="note warn">
          Ai cũng đọc được. Bỏ họ tên, số điện thoại, số giấy tờ, địa chỉ nhà và mọi điều để lộ người gửi hay học sinh.
          Lời gốc của người gửi vẫn giữ nguyên ở đây.
        </p>
        <FormProblems save={save} labels={LABELS} />
        <Form.Item
          name="title"
          label={LABELS.title}
          rules={[{ required: true, whitespace: true, min: 10, message: 'Ghi ít nhất 10 ký tự' }]}
        >
          <Input maxLength={160} />
        </Form.Item>
        <Form.Item
          name="content"
          label={LABELS.content}
          rules={[{ required: true, whitespace: true, min: 10, message: 'Ghi ít nhất 10 ký tự' }]}
        >
          <Input.TextArea rows={6} maxLength={4_000} />
        </Form.Item>
        <Form.Item
          name="answer"
          label={LABELS.answer}
          rules={[{ required: true, whitespace: true, min: 3, message: 'Ghi câu trả lời' }]}
        >
          <Input.TextArea rows={6} maxLength={6_000} />
        </Form.Item>
        <Form.Item name="reason" label={LABELS.reason}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item
          name="isRead"
          valuePropName="checked"
          rules={[
            {
              validator: (_, isRead) =>
                isRead ? Promise.resolve() : Promise.reject(new Error('Đọc lại rồi đánh dấu')),
            },
          ]}
        >
          <Checkbox>Tôi đã đọc lại và bỏ những gì để lộ người gửi</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  )
}

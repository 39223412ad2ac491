import { App, Button, Form, Input, Modal } from 'antd'
import { client, ifMatch } from '../../api/client.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { useRefreshReports } from './use-refresh-reports.ts'
import type { Case } from './words.ts'

const LABELS = { intoCode: 'Mã phản ánh gộp vào', text: 'Ghi chú cho đồng nghiệp (không bắt buộc)' }

/** Two reports of one thing become one. */
export function MergeDialog({ report, onClose }: { report: Case; onClose: () => void }) {
  const { message } = App.useApp()
  const refresh = useRefreshReports()
  const save = useFormSave({
    save: async ({ intoCode, text = '' }: { intoCode: string; text?: string }) => {
      const { data, error } = await client.POST('/admin/api/reports/{id}/merge', {
        params: { path: { id: report.id }, header: ifMatch(report.version) },
        body: { intoCode, ...(text.trim() === '' ? {} : { text }) },
      })
      if (error) throw error
      return data
    },
    onSaved: async (changed) => {
      onClose()
      message.success(`Đã gộp vào ${changed.mergedIntoCode}.`)
      await refresh(changed)
    },
  })
  return (
    <Modal
      open
      title={`Gộp ${report.code} vào phản ánh khác`}
      onCancel={onClose}
      footer={[
        <Button key="no" onClick={onClose}>
          Để sau
        </Button>,
        <Button key="yes" type="primary" htmlType="submit" form="merge" loading={save.isSaving}>
          Gộp
        </Button>,
      ]}
    >
      <Form id="merge" {...save.formProps}>
        <p>
          Dùng khi hai phản ánh nói cùng một việc. Người gửi nhận tin nhắn là phản ánh đã gộp, và nhận câu trả lời
          chung. Mã cũ vẫn tra cứu được.
        </p>
        <FormProblems save={save} labels={LABELS} />
        <Form.Item
          name="intoCode"
          label={LABELS.intoCode}
          rules={[{ required: true, whitespace: true, message: 'Nhập mã, ví dụ PA7K2M9QXW' }]}
        >
          <Input maxLength={20} autoFocus />
        </Form.Item>
        <Form.Item name="text" label={LABELS.text}>
          <Input.TextArea rows={2} maxLength={1_000} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

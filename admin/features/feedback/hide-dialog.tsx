import { App, Button, Form, Input, Modal } from 'antd'
import { client } from '../../api/client.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { useRefreshReports } from './use-refresh-reports.ts'

const LABELS = { reason: 'Lý do (chỉ đồng nghiệp đọc)' }

export function HideDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { message } = App.useApp()
  const refresh = useRefreshReports()
  const save = useFormSave({
    save: async (body: { reason: string }) => {
      const { data, error } = await client.POST('/admin/api/reports/{id}/public/hide', {
        params: { path: { id } },
        body,
      })
      if (error) throw error
      return data
    },
    onSaved: async (changed) => {
      onClose()
      message.success('Đã ẩn khỏi trang công khai.')
      await refresh(changed)
    },
  })
  return (
    <Modal
      open
      title="Ẩn khỏi trang công khai"
      onCancel={onClose}
      footer={[
        <Button key="no" onClick={onClose}>
          Để sau
        </Button>,
        <Button key="yes" type="primary" danger htmlType="submit" form="hide" loading={save.isSaving}>
          Ẩn
        </Button>,
      ]}
    >
      <Form id="hide" {...save.formProps}>
        <p>Không ai ngoài cơ quan đọc được nữa. Người gửi vẫn đọc câu trả lời của mình. Đưa lên lại được.</p>
        <FormProblems save={save} labels={LABELS} />
        <Form.Item
          name="reason"
          label={LABELS.reason}
          rules={[{ required: true, whitespace: true, min: 5, message: 'Ghi lý do, ít nhất 5 ký tự' }]}
        >
          <Input maxLength={300} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  )
}

import { App, Button, Form, Input, Modal } from 'antd'
import { client } from '../../api/client.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import type { Statistics } from './result-words.ts'
import { useRefreshContest } from './use-contest.ts'
import type { Contest } from './words.ts'

type Props = { contest: Contest; round: number; question: Statistics; onClose: () => void }

/** The notice stands there as everybody will read it, before it is sent. */
export function VoidDialog({ contest, round, question, onClose }: Props) {
  const { message } = App.useApp()
  const refresh = useRefreshContest()
  const save = useFormSave({
    save: async ({ reason }: { reason: string }) => {
      const { error } = await client.POST('/admin/api/contests/{id}/rounds/{number}/voids', {
        params: { path: { id: contest.id, number: round } },
        body: { versionId: question.versionId, reason },
      })
      if (error) throw error
    },
    onSaved: async () => {
      await refresh()
      message.success('Đã bỏ câu hỏi. Máy đang tính lại kết quả.')
      onClose()
    },
    warnsOnLeave: false,
  })
  const reason = Form.useWatch('reason', save.form) ?? ''
  return (
    <Modal
      open
      title="Bỏ câu này khỏi việc chấm"
      onCancel={onClose}
      footer={[
        <Button key="no" onClick={onClose}>
          Để sau
        </Button>,
        <Button key="yes" type="primary" danger htmlType="submit" form="void-question" loading={save.isSaving}>
          Bỏ câu và tính lại
        </Button>,
      ]}
    >
      <Form id="void-question" {...save.formProps}>
        <FormProblems save={save} labels={{ reason: 'Lý do' }} />
        <p>
          Ai gặp câu này trong đề đều được điểm của câu, dù đã chọn gì. Mọi người được xếp hạng lại thành bản mới; bản
          cũ vẫn giữ. Không đưa câu trở lại được.
        </p>
        <Form.Item
          name="reason"
          label="Lý do, ai cũng đọc được; không viết tên người"
          rules={[{ required: true, whitespace: true, min: 10, message: 'Viết lý do, ít nhất 10 chữ cái.' }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <p className="caption">Thông báo công khai sẽ là:</p>
        <blockquote className="said">
          Bỏ khỏi việc chấm câu “{question.text}”, ai gặp câu này đều được điểm: {reason || '…'}
        </blockquote>
      </Form>
    </Modal>
  )
}

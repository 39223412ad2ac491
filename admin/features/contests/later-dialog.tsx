import { App, Button, Form, Input, Modal } from 'antd'
import { client, ifMatch } from '../../api/client.ts'
import { formatMoment } from '../../ui/dates.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { MOMENT_RULES, MomentInput } from './moment-input.tsx'
import { useRefreshContest } from './use-contest.ts'
import type { Contest } from './words.ts'

type Props = { contest: Contest; round: Contest['rounds'][number]; onClose: () => void }
const LABELS = { closesAt: 'Đóng lúc', reason: 'Lý do' }

/** Once announced, the one thing that can still change. */
export function LaterDialog({ contest: { id, version }, round, onClose }: Props) {
  const { message } = App.useApp()
  const refresh = useRefreshContest()
  const save = useFormSave({
    save: async (body: { closesAt: string; reason: string }) => {
      const { data, error } = await client.POST('/admin/api/contests/{id}/rounds/{number}/closing', {
        params: { path: { id, number: round.number }, header: ifMatch(version) },
        body,
      })
      if (error) throw error
      return data
    },
    onSaved: async (changed) => {
      await refresh(changed)
      message.success('Đã lùi giờ đóng.')
      onClose()
    },
    warnsOnLeave: false,
  })
  return (
    <Modal
      open
      title={`Lùi giờ đóng ${round.name}`}
      onCancel={onClose}
      footer={
        <Button type="primary" htmlType="submit" form="later-closing" loading={save.isSaving}>
          Lùi giờ đóng
        </Button>
      }
    >
      <Form id="later-closing" {...save.formProps} initialValues={{ closesAt: round.closesAt }}>
        <FormProblems save={save} labels={LABELS} />
        <p>
          Hiện đóng lúc {formatMoment(round.closesAt)}. Chỉ lùi về sau. Ai đang làm bài vẫn giữ giờ hết của bài mình; lý
          do được ghi vào nhật ký.
        </p>
        <Form.Item name="closesAt" label={LABELS.closesAt} rules={MOMENT_RULES}>
          <MomentInput name={LABELS.closesAt} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={LABELS.reason}
          rules={[{ required: true, whitespace: true, min: 5, message: 'Viết lý do, ít nhất 5 chữ cái.' }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

import { App, Button, Form, Input, Modal } from 'antd'
import { Link } from 'react-router-dom'
import { client, ifMatch } from '../../api/client.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { useRefreshContest } from './use-contest.ts'
import { type Contest, NEEDS_REASON, STEP_NAMES, STEP_TELLS, type Step } from './words.ts'

type Props = { contest: Contest; step: Step; onClose: () => void }

/** Says what a step does before it is taken; a refused one keeps the dialog open. */
export function StepDialog({ contest: { id, version }, step, onClose }: Props) {
  const { message } = App.useApp()
  const refresh = useRefreshContest()
  const save = useFormSave({
    save: async ({ remark }: { remark?: string }) => {
      const { data, error } = await client.POST('/admin/api/contests/{id}/steps/{step}', {
        params: { path: { id, step }, header: ifMatch(version) },
        body: remark ? { remark } : {},
      })
      if (error) throw error
      return data
    },
    onSaved: async (changed) => {
      await refresh(changed)
      message.success(`Đã xong: ${STEP_NAMES[step]}.`)
      onClose()
    },
    warnsOnLeave: false,
  })
  const isNotReady = save.problem?.code === 'contest.not_ready'
  return (
    <Modal
      open
      title={STEP_NAMES[step]}
      onCancel={onClose}
      footer={[
        <Button key="no" onClick={onClose}>
          Để sau
        </Button>,
        <Button key="yes" type="primary" htmlType="submit" form="contest-step" loading={save.isSaving}>
          {STEP_NAMES[step]}
        </Button>,
      ]}
    >
      <Form id="contest-step" {...save.formProps}>
        <FormProblems save={save} labels={{ remark: 'Lý do' }} />
        {isNotReady && (
          <p>
            <Link to="?muc=kiem-tra">Mở mục Kiểm tra</Link>
          </p>
        )}
        <p>{STEP_TELLS[step]}</p>
        {NEEDS_REASON.has(step) && (
          <Form.Item
            name="remark"
            label="Lý do"
            rules={[{ required: true, whitespace: true, min: 3, message: 'Viết lý do.' }]}
          >
            <Input.TextArea rows={3} maxLength={500} autoFocus />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}

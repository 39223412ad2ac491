import { App, Button, Form, Input, Modal } from 'antd'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { useRefresh } from './use-campaigns.ts'
import { NEEDS_REASON } from './words.ts'

type Props = {
  step: string
  name: string
  tells: string
  take: (said: { remark?: string }) => Promise<unknown>
  onClose: () => void
}

/** Says what a step does before it is taken; a refused one keeps the dialog open. */
export function StepDialog({ step, name, tells, take, onClose }: Props) {
  const { message } = App.useApp()
  const refresh = useRefresh()
  const save = useFormSave({
    save: ({ remark }: { remark?: string }) => take(remark ? { remark } : {}),
    onSaved: async () => {
      await refresh()
      message.success(`Đã xong: ${name}.`)
      onClose()
    },
    warnsOnLeave: false,
  })
  return (
    <Modal
      open
      title={name}
      onCancel={onClose}
      footer={[
        <Button key="no" onClick={onClose}>
          Để sau
        </Button>,
        <Button key="yes" type="primary" htmlType="submit" form="campaign-step" loading={save.isSaving}>
          {name}
        </Button>,
      ]}
    >
      <Form id="campaign-step" {...save.formProps}>
        <FormProblems save={save} labels={{ remark: 'Lý do' }} />
        <p>{tells}</p>
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

import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { client, newKey } from '../../api/client.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import type { Me } from '../account/session.ts'
import { UnitSelect } from '../units/unit-select.tsx'
import type { WrittenKind } from './entry.ts'
import { KIND_NAMES, optionsOf } from './words.ts'

type Values = { kind: WrittenKind; title: string; unitId: string }

/** The three things a new draft begins with. */
export function NewEntryDialog({ me, onClose }: { me: Me; onClose: () => void }) {
  const navigate = useNavigate()
  const [key] = useState(newKey)
  const ours = me.roles.find(({ role }) => role === 'editor' || role === 'admin')
  const save = useFormSave({
    save: async (body: Values) => {
      const { data, error } = await client.POST('/admin/api/entries', { body, headers: { 'idempotency-key': key } })
      if (error) throw error
      return data
    },
    onSaved: ({ id }) => navigate(`/noi-dung/${id}`),
    warnsOnLeave: false,
  })
  return (
    <Modal
      open
      title="Viết mới"
      onCancel={onClose}
      footer={
        <Button type="primary" htmlType="submit" form="new-entry" loading={save.isSaving}>
          Bắt đầu soạn
        </Button>
      }
    >
      <Form id="new-entry" {...save.formProps} initialValues={{ kind: 'article', unitId: ours?.unitId }}>
        <FormProblems save={save} labels={{ kind: 'Loại', title: 'Tên', unitId: 'Đơn vị' }} />
        <Form.Item name="kind" label="Loại">
          <Select options={optionsOf(KIND_NAMES)} />
        </Form.Item>
        <Form.Item
          name="title"
          label="Tên, như người dân sẽ đọc"
          rules={[{ required: true, whitespace: true, min: 3, message: 'Viết tên, ít nhất 3 chữ cái.' }]}
        >
          <Input maxLength={200} autoFocus />
        </Form.Item>
        <Form.Item name="unitId" label="Đơn vị phụ trách" rules={[{ required: true, message: 'Chọn đơn vị.' }]}>
          <UnitSelect chosenName={ours?.unitName} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

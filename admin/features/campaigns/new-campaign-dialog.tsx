import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { client, newKey } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { DAY_RULES } from '../../ui/days.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import type { Me } from '../account/session.ts'
import { UnitSelect } from '../units/unit-select.tsx'
import { useRefresh } from './use-campaigns.ts'

type Values = components['schemas']['NewCampaign']
const LABELS = { name: 'Tên chiến dịch', unitId: 'Đơn vị tổ chức', startsOn: 'Từ ngày', endsOn: 'Đến ngày' }

export function NewCampaignDialog({ me, onClose }: { me: Me; onClose: () => void }) {
  const navigate = useNavigate()
  const refresh = useRefresh()
  const [key] = useState(newKey)
  const mine = me.permissions.find(({ permission }) => permission === 'campaigns.write')?.unitIds ?? []
  const role = me.roles.find(({ unitId }) => mine.includes(unitId))
  const save = useFormSave({
    save: async (body: Values) => {
      const { data, error } = await client.POST('/admin/api/campaigns', { body, headers: { 'idempotency-key': key } })
      if (error) throw error
      return data
    },
    onSaved: async (made) => {
      await refresh()
      navigate(`/chien-dich/${made.id}?muc=soan`)
    },
    warnsOnLeave: false,
  })
  return (
    <Modal
      open
      title="Tạo chiến dịch"
      onCancel={onClose}
      footer={
        <Button type="primary" htmlType="submit" form="new-campaign" loading={save.isSaving}>
          Bắt đầu soạn
        </Button>
      }
    >
      <Form id="new-campaign" {...save.formProps} initialValues={{ unitId: role?.unitId }}>
        <FormProblems save={save} labels={LABELS} />
        <Form.Item
          name="name"
          label={LABELS.name}
          rules={[{ required: true, whitespace: true, min: 5, message: 'Viết tên, ít nhất 5 chữ cái.' }]}
        >
          <Input maxLength={120} autoFocus />
        </Form.Item>
        <Form.Item name="startsOn" label={LABELS.startsOn} rules={DAY_RULES}>
          <DateInput />
        </Form.Item>
        <Form.Item name="endsOn" label={LABELS.endsOn} rules={DAY_RULES}>
          <DateInput />
        </Form.Item>
        <Form.Item name="unitId" label={LABELS.unitId} rules={[{ required: true, message: 'Chọn đơn vị.' }]}>
          <UnitSelect chosenName={role?.unitName} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

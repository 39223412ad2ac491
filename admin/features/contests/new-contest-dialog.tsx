import { Button, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { api, client, newKey } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { DAY_RULES } from '../../ui/days.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import type { Me } from '../account/session.ts'
import { UnitSelect } from '../units/unit-select.tsx'
import { useRefreshContest } from './use-contest.ts'
import { SETTING_NAMES } from './words.ts'

type Preset = components['schemas']['ContestPresetList']['items'][number]
type From = components['schemas']['NewContest']['from']
type Values = { name: string; unitId: string; firstDay: string; from: string }
const LABELS = { name: 'Tên hội thi', unitId: 'Đơn vị tổ chức', firstDay: 'Ngày mở vòng đầu', from: 'Bắt đầu từ' }

/** A name, a day, and whose rules to begin from. */
export function NewContestDialog({ me, onClose }: { me: Me; onClose: () => void }) {
  const navigate = useNavigate()
  const refresh = useRefreshContest()
  const presets = api.useQuery('get', '/admin/api/contest-presets')
  const earlier = api.useQuery('get', '/admin/api/contests')
  const [key] = useState(newKey)
  const mine = me.permissions.find(({ permission }) => permission === 'contests.manage')?.unitIds ?? []
  const role = me.roles.find(({ unitId }) => mine.includes(unitId))
  const save = useFormSave({
    save: async ({ from, ...values }: Values) => {
      const body = { ...values, from: readFrom(from) }
      const { data, error } = await client.POST('/admin/api/contests', { body, headers: { 'idempotency-key': key } })
      if (error) throw error
      return data
    },
    onSaved: async (made) => {
      await refresh(made)
      navigate(`/hoi-thi/${made.id}?muc=soan`)
    },
    warnsOnLeave: false,
  })
  return (
    <Modal
      open
      title="Tạo hội thi"
      width={640}
      onCancel={onClose}
      footer={
        <Button type="primary" htmlType="submit" form="new-contest" loading={save.isSaving}>
          Bắt đầu soạn
        </Button>
      }
    >
      <Form
        id="new-contest"
        {...save.formProps}
        initialValues={{ unitId: role?.unitId, from: 'preset hai-duong-2024' }}
      >
        <FormProblems save={save} labels={LABELS} />
        <Form.Item
          name="name"
          label={LABELS.name}
          rules={[{ required: true, whitespace: true, min: 5, message: 'Viết tên, ít nhất 5 chữ cái.' }]}
        >
          <Input maxLength={160} autoFocus />
        </Form.Item>
        <Form.Item name="from" label={LABELS.from}>
          <Radio.Group className="choices">
            {presets.data?.items.map((preset) => (
              <Radio key={preset.id} value={`preset ${preset.id}`}>
                <PresetWords {...preset} />
              </Radio>
            ))}
            {earlier.data?.items.slice(0, 5).map(({ id, name }) => (
              <Radio key={id} value={`contest ${id}`}>
                Thể lệ của “{name}”
              </Radio>
            ))}
            <Radio value="blank">Trang trắng: một bảng, một vòng</Radio>
          </Radio.Group>
        </Form.Item>
        <Form.Item name="firstDay" label={LABELS.firstDay} rules={DAY_RULES}>
          <DateInput />
        </Form.Item>
        <Form.Item name="unitId" label={LABELS.unitId} rules={[{ required: true, message: 'Chọn đơn vị.' }]}>
          <UnitSelect chosenName={role?.unitName} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

function PresetWords({ title, source, unsaid }: Preset) {
  const gaps = unsaid.map((setting) => SETTING_NAMES[setting] ?? setting).join(', ')
  return (
    <>
      {title}
      <span className="caption preset-source">
        Nguồn:{' '}
        {source.url === null ? (
          source.title
        ) : (
          <a href={source.url} target="_blank" rel="noreferrer">
            {source.title}
          </a>
        )}
        . Nguồn không nói: {gaps}; anh/chị xem lại các mục này.
      </span>
    </>
  )
}

function readFrom(choice: string): From {
  const [kind, id = ''] = choice.split(' ')
  if (kind === 'preset') return { kind: 'preset', preset: id === 'hue-2025' ? 'hue-2025' : 'hai-duong-2024' }
  if (kind === 'contest') return { kind: 'contest', contestId: id }
  return { kind: 'blank' }
}

import { App, Button, Checkbox, Form, Input } from 'antd'
import { useNavigate } from 'react-router-dom'
import { client, ifMatch } from '../../api/client.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { DAY_RULES } from '../../ui/days.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { SourceFields } from '../../ui/source-fields.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { PieceFields } from './piece-fields.tsx'
import { UnitsSelect } from './units-select.tsx'
import { useRefresh } from './use-campaigns.ts'
import { AUDIENCE_NAMES, type Campaign, optionsOf, type Plan } from './words.ts'

const LABELS = {
  name: 'Tên chiến dịch',
  goals: 'Mục tiêu',
  startsOn: 'Từ ngày',
  endsOn: 'Đến ngày',
  'sources.*.title': 'Căn cứ',
  'sources.*.url': 'Địa chỉ căn cứ',
  'pieces.*.title': 'Tên mục',
  'pieces.*.onDay': 'Ngày của mục',
  'pieces.*.reference': 'Dẫn tới',
}

/** The whole plan in one form; what is approved is opened again before it is changed. */
export function PlanForm({ campaign: { id, version, plan, mayEdit } }: { campaign: Campaign }) {
  const { message } = App.useApp()
  const navigate = useNavigate()
  const refresh = useRefresh()
  const save = useFormSave({
    save: async (written: Plan) => {
      const params = { path: { id }, header: ifMatch(version) }
      const { data, error } = await client.PUT('/admin/api/campaigns/{id}', { params, body: tidy(written) })
      if (error) throw error
      return data
    },
    onSaved: async () => {
      await refresh()
      message.success('Đã lưu.')
      navigate('.')
    },
  })
  return (
    <>
      {!mayEdit && <p className="note">Chỉ xem. Chiến dịch đã duyệt thì mở lại rồi mới sửa được.</p>}
      <Form {...save.formProps} name="campaign" className="card builder" initialValues={plan} disabled={!mayEdit}>
        <FormProblems save={save} labels={LABELS} />
        <Form.Item
          name="name"
          label={LABELS.name}
          rules={[{ required: true, whitespace: true, min: 5, message: 'Viết tên, ít nhất 5 chữ cái.' }]}
        >
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item
          name="goals"
          label={LABELS.goals}
          extra="Người dân đọc dòng này đầu tiên: chiến dịch giúp họ việc gì."
        >
          <Input.TextArea rows={3} maxLength={1_000} />
        </Form.Item>
        <div className="builder-row">
          <Form.Item name="startsOn" label={LABELS.startsOn} rules={DAY_RULES}>
            <DateInput />
          </Form.Item>
          <Form.Item name="endsOn" label={LABELS.endsOn} rules={DAY_RULES}>
            <DateInput />
          </Form.Item>
        </div>
        <Form.Item name="audiences" label="Dành cho">
          <Checkbox.Group options={optionsOf(AUDIENCE_NAMES)} />
        </Form.Item>
        <Form.Item name="unitIds" label="Đơn vị tham gia">
          <UnitsSelect />
        </Form.Item>
        <SourceFields legend="Căn cứ: kế hoạch, văn bản" />
        <PieceFields />
        {mayEdit && (
          <div className="buttons">
            <Button type="primary" htmlType="submit" loading={save.isSaving}>
              Lưu
            </Button>
          </div>
        )}
      </Form>
    </>
  )
}

/** What is left empty is none. */
function tidy(written: Plan): Plan {
  return {
    ...written,
    sources: written.sources.map(({ title, url }) => ({ title, url: url?.trim() || null })),
    pieces: written.pieces.map((piece) => ({
      ...piece,
      id: piece.id || null,
      reference: piece.reference?.trim() || null,
    })),
  }
}

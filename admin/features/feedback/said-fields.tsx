import { Input, Radio, Select } from 'antd'
import { useId } from 'react'
import { api } from '../../api/client.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { UnitSelect } from '../units/unit-select.tsx'
import type { Said } from './said.ts'
import { STEP_TEXTS } from './step-tells.ts'
import { TemplatePicker } from './template-picker.tsx'
import { type Case, optionsOf, RETURN_NAMES, type Step } from './words.ts'

type Report = Pick<Case, 'id' | 'categoryId' | 'unitId' | 'unitName'>
type Props = {
  step: Step
  said: Said
  onChange: (said: Said) => void
  /** Of many, the first: whom its unit has is offered. */
  report: Report
  isBulk?: boolean
}

/** What a step asks for, each field by its own label. */
export function SaidFields(props: Props) {
  const { step, said, onChange, report } = props
  const id = useId()
  const text = STEP_TEXTS[step]
  return (
    <>
      {step === 'triage' && <CategoryField {...props} />}
      {step === 'assign' && <AssignFields {...props} />}
      {step === 'approve' && <WhenFields {...props} />}
      {step === 'return' && (
        <>
          <label htmlFor={`${id}reason`}>Lý do</label>
          <Select
            id={`${id}reason`}
            placeholder="Chọn lý do"
            value={said.reason}
            options={optionsOf(RETURN_NAMES)}
            onChange={(reason) => onChange({ ...said, reason })}
          />
        </>
      )}
      {text && (
        <>
          {text.use && (
            <TemplatePicker
              use={text.use}
              categoryId={report.categoryId}
              onPick={(words) =>
                onChange({ ...said, text: said.text.trim() === '' ? words : `${said.text}\n\n${words}` })
              }
            />
          )}
          <label htmlFor={`${id}text`}>{text.label}</label>
          <Input.TextArea
            id={`${id}text`}
            rows={step === 'draft' ? 12 : 4}
            maxLength={4_000}
            value={said.text}
            onChange={({ target }) => onChange({ ...said, text: target.value })}
          />
        </>
      )}
    </>
  )
}

function CategoryField({ said, onChange, report, isBulk }: Props) {
  const id = useId()
  const categories = api.useQuery('get', '/admin/api/feedback/categories')
  const options = (categories.data?.items ?? [])
    .filter(({ isActive }) => isActive)
    .map(({ id: value, name: label }) => ({ value, label }))
  return (
    <>
      <label htmlFor={id}>Lĩnh vực</label>
      <Select
        id={id}
        allowClear={isBulk}
        placeholder="Giữ lĩnh vực người gửi đã chọn"
        value={said.categoryId ?? (isBulk ? undefined : report.categoryId)}
        options={options}
        loading={categories.isFetching}
        onChange={(categoryId) => onChange({ ...said, categoryId })}
      />
    </>
  )
}

function AssignFields({ said, onChange, report, isBulk }: Props) {
  const id = useId()
  const unitId = said.unitId ?? (isBulk ? undefined : report.unitId)
  const handlers = api.useQuery('get', '/admin/api/reports/{id}/handlers', {
    params: { path: { id: report.id }, query: { unitId } },
  })
  return (
    <>
      <label htmlFor={`${id}unit`}>Đơn vị xử lý</label>
      <UnitSelect
        id={`${id}unit`}
        value={unitId}
        chosenName={report.unitName}
        onChange={(chosen) => onChange({ ...said, unitId: chosen, assigneeId: undefined })}
      />
      <label htmlFor={`${id}person`}>Người xử lý (để trống thì đơn vị tự giao)</label>
      <Select
        id={`${id}person`}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="Chọn người"
        value={said.assigneeId}
        options={(handlers.data?.items ?? []).map(({ id: value, name: label }) => ({ value, label }))}
        loading={handlers.isFetching}
        notFoundContent={handlers.isFetching ? 'Đang tìm' : 'Đơn vị này chưa có ai được giao xử lý phản ánh'}
        onChange={(assigneeId) => onChange({ ...said, assigneeId })}
      />
    </>
  )
}

function WhenFields({ said, onChange }: Props) {
  const id = useId()
  return (
    <fieldset className="plain-fieldset">
      <legend>Gửi người dân khi nào</legend>
      <Radio.Group
        className="choices"
        value={said.when}
        onChange={({ target }) => onChange({ ...said, when: target.value })}
        options={[
          { value: 'now', label: 'Ngay bây giờ' },
          { value: 'day', label: 'Vào ngày trả lời, cùng các câu trả lời khác' },
        ]}
      />
      {said.when === 'day' && (
        <>
          <label htmlFor={id}>Ngày trả lời</label>
          <DateInput id={id} value={said.answerDay} onChange={(answerDay) => onChange({ ...said, answerDay })} />
        </>
      )}
    </fieldset>
  )
}

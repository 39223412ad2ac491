import { Button, Checkbox, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { DateInput } from '../../ui/date-input.tsx'
import { DAY_RULES } from '../../ui/days.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { AUDIENCES, DIFFICULTIES, POOLS } from './bank-filters.ts'
import { type Choices, changeKind, choicesProblem, fromChoices, toChoices } from './choices.ts'
import { ChoicesField } from './choices-field.tsx'
import { RelatedField } from './related-field.tsx'
import { SourcesField } from './sources-field.tsx'
import { useTopics } from './use-topics.ts'
import { type Body, KIND_NAMES, optionsOf, type Question } from './words.ts'

const LABELS = {
  'body.kind': 'Loại câu',
  'body.topic': 'Chủ đề',
  'body.difficulty': 'Độ khó',
  'body.audiences': 'Dành cho',
  'body.pool': 'Kho',
  'body.text': 'Câu hỏi',
  choices: 'Phương án và đáp án',
  'body.options': 'Phương án',
  'body.key': 'Đáp án',
  'body.explanation': 'Giải thích',
  'body.legalSource': 'Căn cứ, như người ta dẫn',
  'body.documentNumber': 'Số hiệu văn bản',
  'body.sources': 'Nguồn',
  'body.sources.*.title': 'Tên nguồn',
  'body.sources.*.url': 'Đường dẫn của nguồn',
  'body.related': 'Đọc thêm',
  'body.checkedOn': 'Đã kiểm tra ngày',
  'body.reviewBy': 'Xem lại trước ngày',
  'body.unverified': 'Điều chưa ai xác nhận',
  unitId: 'Đơn vị giữ câu hỏi',
}
const REQUIRED = [{ required: true, message: 'Chưa điền' }]
// `required` would mark the group with an ARIA attribute that groups do not have.
const AT_LEAST_ONE = [
  {
    validator: async (_: unknown, chosen: string[]) => {
      if (chosen.length === 0) throw new Error('Chưa chọn ai')
    },
  },
]
const KINDS = optionsOf(KIND_NAMES)

export type Values = { unitId?: string; choices: Choices; body: Omit<Body, 'options' | 'key'> }

/** The whole of a question, as it is sent. */
export function toBody({ body, choices }: Values): Body {
  const { legalSource, documentNumber, sources, explanation, ...rest } = body
  return {
    ...rest,
    ...fromChoices(choices, rest.kind),
    explanation: explanation ?? '',
    legalSource: legalSource?.trim() || null,
    documentNumber: documentNumber?.trim() || null,
    sources: (sources ?? []).map(({ title, url }) => ({ title, url: url?.trim() || null })),
  }
}

export function toValues({ options, key, ...body }: Body): Values {
  return { body, choices: toChoices({ kind: body.kind, options, key }) }
}

/** Everything a question is; a failed save keeps all that was typed. */
export function QuestionForm({
  initial,
  send,
  onSaved,
  onCancel,
  submitLabel,
  before,
}: {
  initial: Values
  send: (values: Values) => Promise<Question>
  onSaved: (question: Question) => unknown
  onCancel?: () => void
  submitLabel: string
  /** Fields that only a new question has. */
  before?: ReactNode
}) {
  const { options: topics } = useTopics()
  const save = useFormSave<Values, Question>({ save: send, onSaved })
  const kind = Form.useWatch(['body', 'kind'], save.form) ?? initial.body.kind
  return (
    <Form {...save.formProps} name="question" className="question-form" initialValues={initial}>
      <FormProblems save={save} labels={LABELS} />
      {before}
      <Form.Item name={['body', 'text']} label={LABELS['body.text']} rules={REQUIRED}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <Form.Item name={['body', 'kind']} label={LABELS['body.kind']}>
        <Select
          options={KINDS}
          onChange={(next) => save.form.setFieldValue('choices', changeKind(save.form.getFieldValue('choices'), next))}
        />
      </Form.Item>
      <Form.Item
        name="choices"
        label={LABELS.choices}
        rules={[
          {
            validator: async (_, choices: Choices) => {
              const problem = choicesProblem(choices)
              if (problem) throw new Error(problem)
            },
          },
        ]}
      >
        <ChoicesField kind={kind} />
      </Form.Item>
      <Form.Item
        name={['body', 'explanation']}
        label={LABELS['body.explanation']}
        extra="Vì sao đáp án này đúng. Bắt buộc có khi đưa vào dùng."
      >
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <Form.Item label={LABELS['body.sources']} extra="Ít nhất một nguồn có đường dẫn thì mới đưa vào dùng được.">
        <SourcesField />
      </Form.Item>
      <Form.Item name={['body', 'related']} label={LABELS['body.related']}>
        <RelatedField />
      </Form.Item>
      <div className="field-row">
        <Form.Item name={['body', 'topic']} label={LABELS['body.topic']} rules={REQUIRED}>
          <Select options={topics} placeholder="Chọn chủ đề" />
        </Form.Item>
        <Form.Item name={['body', 'difficulty']} label={LABELS['body.difficulty']}>
          <Select options={DIFFICULTIES} />
        </Form.Item>
        <Form.Item name={['body', 'pool']} label={LABELS['body.pool']}>
          <Select options={POOLS} />
        </Form.Item>
      </div>
      <Form.Item name={['body', 'audiences']} label={LABELS['body.audiences']} rules={AT_LEAST_ONE}>
        <Checkbox.Group options={AUDIENCES} />
      </Form.Item>
      <div className="field-row">
        <Form.Item name={['body', 'legalSource']} label={LABELS['body.legalSource']}>
          <Input maxLength={300} placeholder="Nghị định 118/2025/NĐ-CP, Điều 5" />
        </Form.Item>
        <Form.Item
          name={['body', 'documentNumber']}
          label={LABELS['body.documentNumber']}
          extra="Khi văn bản này bị thay, câu hỏi được gắn cờ."
        >
          <Input maxLength={60} placeholder="118/2025/NĐ-CP" />
        </Form.Item>
      </div>
      <div className="field-row">
        <Form.Item name={['body', 'checkedOn']} label={LABELS['body.checkedOn']} rules={DAY_RULES}>
          <DateInput />
        </Form.Item>
        <Form.Item name={['body', 'reviewBy']} label={LABELS['body.reviewBy']} rules={DAY_RULES}>
          <DateInput />
        </Form.Item>
      </div>
      <Form.Item
        name={['body', 'unverified']}
        label={LABELS['body.unverified']}
        extra="Gõ từng điều rồi bấm Enter. Còn điều nào ở đây thì câu chưa đưa vào dùng được."
      >
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={save.isSaving}>
          {submitLabel}
        </Button>
        {onCancel && <Button onClick={onCancel}>Thôi</Button>}
      </div>
    </Form>
  )
}

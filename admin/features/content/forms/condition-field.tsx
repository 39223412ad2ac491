import { FieldFrame } from './field-frame.tsx'
import { type FieldOf, textOf } from './field-spec.ts'
import { useForm, useValue } from './form-store.ts'
import { isFields, listOf } from './form-value.ts'

const ANSWERS = { yes: 'Có', no: 'Không' } as const

/** For whom a line counts: everybody, or those who answer one of this procedure's own questions so. */
export function ConditionField({ path, spec }: { path: string; spec: FieldOf<'condition'> }) {
  const { store, readOnly } = useForm()
  const value = useValue(path)
  const questions = listOf(useValue('questions')).filter(isFields)
  const choices = questions.flatMap(({ key, text }) =>
    Object.entries(ANSWERS).map(([answer, word]) => ({
      value: `${textOf(key)} ${answer}`,
      label: `Khi trả lời “${word}”: ${textOf(text) || 'câu hỏi chưa có lời'}`,
    })),
  )
  const chosen = isFields(value) ? `${textOf(value.question)} ${textOf(value.answer)}` : ''
  const isLost = chosen !== '' && !choices.some((choice) => choice.value === chosen)
  function choose(text: string) {
    const [question = '', answer = ''] = text.split(' ')
    store.change(path, text === '' ? null : { question, answer })
  }
  return (
    <FieldFrame path={path} spec={spec} isWhole>
      {(input) => (
        <select
          {...input}
          className="input"
          value={chosen}
          disabled={readOnly}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">Mọi người</option>
          {isLost && <option value={chosen}>Câu hỏi đã bỏ, cần chọn lại</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}

import { fieldId } from '../field-names.ts'
import { FieldNotes, GroupFrame } from './field-frame.tsx'
import { type FieldOf, textOf } from './field-spec.ts'
import { useForm, useProblem, useValue } from './form-store.ts'
import { type Fields, isFields, joinPath, listOf } from './form-value.ts'
import { AddButton, ItemButtons } from './item-buttons.tsx'
import { useQuestionsOf, useTitles } from './published.ts'
import { useList } from './use-list.ts'

const PROCEDURE = 'procedure:'

/** What this way of answering already says about the procedures it leads to. */
export function PrefillsField({ path, spec }: { path: string; spec: FieldOf<'prefills'> }) {
  const links = listOf(useValue(path.replace(/[^.]+$/, 'links'))).map(textOf)
  const codes = links.filter((name) => name.startsWith(PROCEDURE)).map((name) => name.slice(PROCEDURE.length))
  const list = useList(path)
  return (
    <GroupFrame path={path} spec={spec}>
      <ol className="items">
        {list.keys.map((key, at) => (
          <li key={key} className="group-item plain">
            <Prefill path={joinPath(path, at)} codes={codes} number={at + 1} />
            <ItemButtons
              name={`câu trả lời sẵn ${at + 1}`}
              at={at}
              count={list.items.length}
              onMove={(by) => list.move(at, by)}
              onRemove={() => list.remove(at)}
            />
          </li>
        ))}
      </ol>
      {codes.length > 0 ? (
        <AddButton
          label="Thêm câu trả lời sẵn"
          onAdd={() => list.add({ procedure: codes[0] ?? '', question: '', answer: '' })}
        />
      ) : (
        <p className="caption">Thêm một thủ tục vào liên kết của kết quả này trước.</p>
      )}
    </GroupFrame>
  )
}

function Prefill({ path, codes, number }: { path: string; codes: string[]; number: number }) {
  const { store, readOnly } = useForm()
  const value = useValue(path)
  const fields: Fields = isFields(value) ? value : {}
  const procedure = textOf(fields.procedure)
  const question = textOf(fields.question)
  const offered = procedure === '' || codes.includes(procedure) ? codes : [...codes, procedure]
  const titles = useTitles(offered.map((code) => PROCEDURE + code))
  const asked = useQuestionsOf(procedure)
  const questions =
    question === '' || asked.some(({ key }) => key === question) ? asked : [...asked, { key: question, text: question }]
  const id = fieldId(path)
  const problem = useProblem(path, { isWhole: true })
  const change = (part: Fields) => store.change(path, { ...fields, ...part })
  return (
    // biome-ignore lint/a11y/useSemanticElements: its three choices carry their names themselves
    <div role="group" id={id} tabIndex={-1} aria-label={`Câu trả lời sẵn ${number}`} className="fields">
      <Choice
        label="Thủ tục"
        id={`${id}-procedure`}
        value={procedure}
        readOnly={readOnly}
        options={offered.map((code, at) => ({ value: code, label: titles[at] ?? code }))}
        onChange={(code) => change({ procedure: code, question: '' })}
      />
      <Choice
        label="Câu hỏi của thủ tục"
        id={`${id}-question`}
        value={question}
        readOnly={readOnly}
        options={questions.map(({ key, text }) => ({ value: key, label: text }))}
        onChange={(key) => change({ question: key })}
      />
      <Choice
        label="Trả lời"
        id={`${id}-answer`}
        value={textOf(fields.answer)}
        readOnly={readOnly}
        options={[
          { value: 'yes', label: 'Có' },
          { value: 'no', label: 'Không' },
        ]}
        onChange={(answer) => change({ answer })}
      />
      <FieldNotes id={id} problem={problem} />
    </div>
  )
}

function Choice({
  label,
  id,
  value,
  options,
  readOnly,
  onChange,
}: {
  label: string
  id: string
  value: string
  options: { value: string; label: string }[]
  readOnly: boolean
  onChange: (value: string) => void
}) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value}
        disabled={readOnly}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">Chọn…</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

import { useId, useState } from 'react'
import type { components } from '../../api/schema.gen.ts'
import { ChoiceGroup } from '../../ui/choice-group.tsx'
import { fingerprint, type Kept, makeChecklist, openQuestions } from './checklist.ts'

type Procedure = components['schemas']['Procedure']
type RequiredDocument = components['schemas']['RequiredDocument']
type Props = { procedure: Procedure; kept: Kept; onChange: (kept: Kept) => void }

/** "Tình huống của bạn": a few questions turn the official list into one's own, whose ticks stay on the device. */
export function DossierChecklist({ procedure, kept, onChange }: Props) {
  const [chosen, setChosen] = useState(procedure.cases[0]?.key)
  const questions = openQuestions(procedure)
  const current = procedure.cases.find((each) => each.key === chosen)
  const hasChanged = kept.seen !== null && kept.seen !== fingerprint(procedure)
  const keep = (part: Partial<Kept>) => onChange({ ...kept, ...part, seen: fingerprint(procedure) })
  return (
    <>
      {questions.length > 0 && (
        <section className="card stack" aria-labelledby="tinh-huong">
          <h2 id="tinh-huong">Tình huống của bạn</h2>
          {questions.map((question) => (
            <ChoiceGroup
              key={question.key}
              legend={question.text}
              help={question.help}
              name={`cau-${question.key}`}
              value={kept.answers[question.key]}
              options={[
                { value: 'yes', label: 'Có' },
                { value: 'no', label: 'Không' },
              ]}
              onChange={(answer) => keep({ answers: { ...kept.answers, [question.key]: answer } })}
            />
          ))}
        </section>
      )}
      <section className="card stack" aria-labelledby="ho-so">
        {procedure.cases.length > 1 && current && (
          <ChoiceGroup
            legend="Trường hợp"
            name="truong-hop"
            value={current.key}
            options={procedure.cases.map(({ key, name }) => ({ value: key, label: name ?? 'Trường hợp chung' }))}
            onChange={setChosen}
          />
        )}
        {hasChanged && (
          <p className="note warn">
            Danh sách giấy tờ đã thay đổi từ lần bạn xem trước. Bạn kiểm tra lại các ô đã đánh dấu.
          </p>
        )}
        {current ? (
          <Documents checklist={makeChecklist(current, kept)} kept={kept} onTick={(ticked) => keep({ ticked })} />
        ) : (
          <NoDocuments />
        )}
      </section>
    </>
  )
}

function NoDocuments() {
  return (
    <>
      <h2 id="ho-so">Hồ sơ cần có</h2>
      <p>Chưa có thông tin về giấy tờ phải nộp.</p>
    </>
  )
}

type DocumentsProps = { checklist: ReturnType<typeof makeChecklist>; kept: Kept; onTick: (ticked: string[]) => void }

function Documents({ checklist, kept, onTick }: DocumentsProps) {
  const { needed, maybe, done } = checklist
  const toggle = (name: string) =>
    onTick(kept.ticked.includes(name) ? kept.ticked.filter((each) => each !== name) : [...kept.ticked, name])
  return (
    <>
      <div className="checklist-head">
        <h2 id="ho-so">Hồ sơ cần có</h2>
        <p role="status" className="caption">
          Đã có {done}/{needed.length}
        </p>
      </div>
      <ul className="checklist">
        {needed.map((document) => (
          <TickRow
            key={document.name}
            document={document}
            isTicked={kept.ticked.includes(document.name)}
            onToggle={() => toggle(document.name)}
          />
        ))}
      </ul>
      {maybe.length > 0 && (
        <>
          <h3>Có thể cần thêm</h3>
          <p className="caption">Trả lời các câu hỏi ở trên để biết bạn có cần những giấy tờ này không.</p>
          <ul className="bullets">
            {maybe.map((document) => (
              <li key={document.name}>{document.name}</li>
            ))}
          </ul>
        </>
      )}
      <p className="caption">Dấu đã chọn chỉ lưu trên máy này và vẫn xem được khi không có mạng.</p>
    </>
  )
}

function TickRow({
  document,
  isTicked,
  onToggle,
}: {
  document: RequiredDocument
  isTicked: boolean
  onToggle: () => void
}) {
  const id = useId()
  return (
    <li className="tick">
      <input id={id} type="checkbox" checked={isTicked} onChange={onToggle} />
      <label htmlFor={id}>
        {document.name}
        <span className="caption">
          {[copies(document), document.form && `Mẫu: ${document.form}`, document.condition].filter(Boolean).join(' · ')}
        </span>
      </label>
    </li>
  )
}

function copies({ original, copy }: RequiredDocument) {
  const parts = [original ? `${original} bản chính` : '', copy ? `${copy} bản sao` : ''].filter(Boolean)
  return parts.join(', ')
}

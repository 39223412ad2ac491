import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { client, ifMatch } from '../../api/client.ts'
import { Failed } from '../../ui/states.tsx'
import { markOption } from './choices.ts'
import { KIND_NAMES, letterOf, type Question } from './words.ts'

const SHORTEST = 5

type Props = { question: Question; onClose: () => void; onDone: (question: Question) => unknown }

/** A key found wrong: the question stays as it was asked, and what counts changes, with a reason. */
export function CorrectKeyDialog({ question, onClose, onDone }: Props) {
  const body = question.versions.find(({ state }) => state === 'published')?.body
  const [key, setKey] = useState(body?.key ?? [])
  const [explanation, setExplanation] = useState(body?.explanation ?? '')
  const [reason, setReason] = useState('')
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  if (body === undefined) return null
  const { kind, options } = body
  const isWhole = key.length > 0 && explanation.trim().length >= SHORTEST && reason.trim().length >= SHORTEST

  async function correct() {
    setSending(true)
    setProblem(undefined)
    try {
      const { data, error } = await client.POST('/admin/api/questions/{id}/key', {
        params: { path: { id: question.id }, header: ifMatch(question.version) },
        body: { key, explanation: explanation.trim(), reason: reason.trim() },
      })
      if (error) throw error
      await onDone(data)
    } catch (thrown) {
      setProblem(thrown)
    } finally {
      setSending(false)
    }
  }
  return (
    <Modal
      open
      title={`Sửa đáp án ${question.code}`}
      onCancel={onClose}
      footer={[
        <Button key="no" onClick={onClose}>
          Để sau
        </Button>,
        <Button key="yes" type="primary" danger loading={isSending} disabled={!isWhole} onClick={() => void correct()}>
          Sửa đáp án
        </Button>,
      ]}
    >
      <div className="stack wide-parts">
        <p>
          Bài thi có câu này sẽ được chấm lại theo đáp án mới. Đáp án cũ và lý do được giữ trong danh sách các bản. Câu
          hỏi giữ nguyên lời.
        </p>
        <fieldset className="choices">
          <legend>
            {body.text} <span className="caption">({KIND_NAMES[kind]})</span>
          </legend>
          {kind === 'ordering' ? (
            <OrderKey options={options} order={key} onChange={setKey} />
          ) : (
            <ol>
              {options.map((option, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place
                <li key={at}>
                  <label className="choice-mark wide">
                    <input
                      type={kind === 'multiple' ? 'checkbox' : 'radio'}
                      name="corrected-key"
                      checked={key.includes(at)}
                      onChange={() => setKey(markOption({ options, key }, at, kind).key)}
                    />
                    <span>
                      {letterOf(at)}. {option}
                    </span>
                  </label>
                </li>
              ))}
            </ol>
          )}
        </fieldset>
        <label className="wide-field" htmlFor="key-explanation">
          Giải thích mới
          <Input.TextArea
            id="key-explanation"
            rows={2}
            maxLength={2000}
            value={explanation}
            onChange={({ target }) => setExplanation(target.value)}
          />
        </label>
        <label className="wide-field" htmlFor="key-reason">
          Vì sao phải sửa
          <Input.TextArea
            id="key-reason"
            rows={2}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
        {problem !== undefined && <Failed problem={problem} />}
      </div>
    </Modal>
  )
}

/** The same steps in another order; the order is the key. */
function OrderKey({
  options,
  order,
  onChange,
}: {
  options: string[]
  order: number[]
  onChange: (order: number[]) => void
}) {
  function raise(at: number) {
    const next = [...order]
    const [place] = next.splice(at, 1)
    if (place !== undefined) next.splice(at - 1, 0, place)
    onChange(next)
  }
  return (
    <ol>
      {order.map((place, at) => (
        <li key={place}>
          <span className="choice-place">{at + 1}</span>
          <span className="choice-text">{options[place]}</span>
          <Button aria-label={`Đưa “${options[place]}” lên`} disabled={at === 0} onClick={() => raise(at)}>
            ↑
          </Button>
        </li>
      ))}
    </ol>
  )
}

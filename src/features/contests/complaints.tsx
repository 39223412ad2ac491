import { useState } from 'react'
import type { components } from '../../api/schema.gen.ts'
import { useCitizen, useOwn } from '../../api/use-citizen.ts'
import { formatMoment } from '../../ui/dates.ts'
import { Fold } from '../../ui/fold.tsx'
import { OwnReady } from '../../ui/own-states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useAction } from '../feedback/use-action.ts'
import '../feedback/feedback.css'

type OwnComplaints = components['schemas']['OwnComplaints']

const STATES: Record<OwnComplaints['items'][number]['state'], string> = {
  waiting: 'Đang chờ trả lời',
  upheld: 'Khiếu nại đúng',
  rejected: 'Không chấp nhận',
}
const SHORTEST = 10

export function Complaints({ slug, round }: { slug: string; round: number }) {
  const complaints = useOwn('/api/me/contests/{slug}/complaints', { path: { slug } })
  return (
    <OwnReady asked={complaints}>
      {({ items, open }) => {
        const own = items.filter((item) => item.round === round)
        const until = open.find((each) => each.round === round)?.until
        if (own.length === 0 && until === undefined) return null
        return (
          <section className="section" aria-labelledby="khieu-nai">
            <h2 id="khieu-nai">Khiếu nại kết quả</h2>
            {own.map(({ text, state, answer, createdAt }) => (
              <div key={createdAt} className="card stack">
                <p>
                  <strong>{STATES[state]}</strong> <span className="caption">gửi {formatMoment(createdAt)}</span>
                </p>
                <p className="said">{text}</p>
                {answer !== null && <p className="note said">Trả lời: {answer}</p>}
              </div>
            ))}
            {until !== undefined && <ComplaintForm {...{ slug, round, until }} onSent={complaints.put} />}
          </section>
        )
      }}
    </OwnReady>
  )
}

type FormProps = { slug: string; round: number; until: string; onSent: (all: OwnComplaints) => void }

function ComplaintForm({ slug, round, until, onSent }: FormProps) {
  const { client } = useCitizen()
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const sending = useAction(onSent)
  function send() {
    const isShort = text.trim().length < SHORTEST
    setError(isShort ? `Viết rõ điều bạn thấy chưa đúng, ít nhất ${SHORTEST} chữ cái` : undefined)
    if (isShort) return
    void sending.run(() =>
      client.POST('/api/me/contests/{slug}/rounds/{number}/complaints', {
        params: { path: { slug, number: round } },
        body: { text: text.trim() },
      }),
    )
  }
  return (
    <Fold title="Gửi khiếu nại">
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <TextField
          id="dieu-chua-dung"
          label="Điều gì chưa đúng?"
          help={`Ví dụ: đáp án câu 3 sai theo văn bản nào. Nhận đến ${formatMoment(until)}.`}
          rows={5}
          maxLength={2_000}
          error={error}
          value={text}
          onChange={setText}
        />
        {sending.problem && (
          <p className="note bad" role="alert">
            {sending.problem}
          </p>
        )}
        <button type="submit" className="button main" disabled={sending.isSending}>
          Gửi khiếu nại
        </button>
      </form>
    </Fold>
  )
}

import { useState } from 'react'
import type { components } from '../../api/schema.gen.ts'
import { useCitizen } from '../../api/use-citizen.ts'
import { formatMoment } from '../../ui/dates.ts'
import { Fold } from '../../ui/fold.tsx'
import { useStored } from '../../ui/stored.ts'
import { TextField } from '../../ui/text-field.tsx'
import { useAction } from './use-action.ts'

type Report = components['schemas']['ReportProgress']
type Props = { code: string; until: string; onDone: (report: Report) => void }

export function ReopenForm({ code, until, onDone }: Props) {
  const { client } = useCitizen()
  const [text, setText] = useStored(`feedback-reopening-${code}`, '')
  const [isShort, setShort] = useState(false)
  const { isSending, problem, run } = useAction<Report>((report) => {
    setText('')
    onDone(report)
  })
  function send() {
    setShort(text.trim().length < 5)
    if (text.trim().length < 5) return
    void run(() => client.POST('/api/me/feedback/{code}/reopenings', { params: { path: { code } }, body: { text } }))
  }
  return (
    <Fold title="Chưa thoả đáng? Yêu cầu xem lại">
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <p>Bạn yêu cầu được đến {formatMoment(until)}. Cơ quan sẽ giải quyết lại với thời hạn mới.</p>
        <TextField
          id="xem-lai"
          label="Điều gì chưa được?"
          rows={4}
          maxLength={2_000}
          error={isShort ? 'Viết điều chưa được, ít nhất 5 chữ cái' : undefined}
          value={text}
          onChange={setText}
        />
        {problem && (
          <p className="note bad" role="alert">
            {problem}
          </p>
        )}
        <button type="submit" className="button main" disabled={isSending}>
          {isSending ? 'Đang gửi…' : 'Gửi yêu cầu xem lại'}
        </button>
      </form>
    </Fold>
  )
}

import { useState } from 'react'
import type { components } from '../../api/schema.gen.ts'
import { useCitizen } from '../../api/use-citizen.ts'
import { useStored } from '../../ui/stored.ts'
import { TextField } from '../../ui/text-field.tsx'
import type { AttachedFile } from './draft.ts'
import { FilePicker } from './file-picker.tsx'
import { useAction } from './use-action.ts'

type Report = components['schemas']['ReportProgress']
type Props = { code: string; asked: string | null; onDone: (report: Report) => void }

/** What is typed is kept with its report until it has been sent. */
export function SupplementForm({ code, asked, onDone }: Props) {
  const { client } = useCitizen()
  const [text, setText] = useStored(`feedback-supplement-${code}`, '')
  const [files, setFiles] = useState<AttachedFile[]>([])
  const [isShort, setShort] = useState(false)
  const { isSending, problem, run } = useAction<Report>((report) => {
    setText('')
    onDone(report)
  })
  function send() {
    setShort(text.trim().length < 2)
    if (text.trim().length < 2) return
    const body = { text, fileIds: files.map(({ id }) => id) }
    void run(() => client.POST('/api/me/feedback/{code}/supplements', { params: { path: { code } }, body }))
  }
  return (
    <form
      className="note warn stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <h2>Cơ quan cần bạn bổ sung</h2>
      {asked !== null && <p className="said">{asked}</p>}
      <p className="caption">Thời hạn trả lời tạm dừng cho đến khi bạn gửi.</p>
      <TextField
        id="bo-sung"
        label="Bạn trả lời"
        rows={4}
        maxLength={4_000}
        error={isShort ? 'Viết vài chữ trả lời' : undefined}
        value={text}
        onChange={setText}
      />
      <FilePicker files={files} onChange={setFiles} />
      {problem && (
        <p className="note bad" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" className="button main" disabled={isSending}>
        {isSending ? 'Đang gửi…' : 'Gửi bổ sung'}
      </button>
    </form>
  )
}

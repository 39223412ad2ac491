import { useState } from 'react'
import type { components } from '../../api/schema.gen.ts'
import { useCitizen } from '../../api/use-citizen.ts'
import { TextField } from '../../ui/text-field.tsx'
import { PickGroup } from './pick-group.tsx'
import { useAction } from './use-action.ts'
import { STAR_WORDS } from './words.ts'

type Report = components['schemas']['ReportProgress']
type Stars = '1' | '2' | '3' | '4' | '5'

const OPTIONS = (['5', '4', '3', '2', '1'] as const).map((value) => ({
  value,
  title: `${value} sao: ${STAR_WORDS[Number(value) - 1]}`,
}))

/** Each answer is rated once. */
export function RatingForm({ code, onDone }: { code: string; onDone: (report: Report) => void }) {
  const { client } = useCitizen()
  const [stars, setStars] = useState<Stars | null>(null)
  const [comment, setComment] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { isSending, problem, run } = useAction(onDone)
  function send() {
    setMissing(stars === null)
    if (stars === null) return
    const body = { stars: Number(stars), comment }
    void run(() => client.POST('/api/me/feedback/{code}/ratings', { params: { path: { code } }, body }))
  }
  return (
    <form
      className="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <h2>Bạn thấy câu trả lời thế nào?</h2>
      <PickGroup
        legend="Chọn số sao"
        name="sao"
        value={stars}
        options={OPTIONS}
        error={isMissing ? 'Chọn một mức' : undefined}
        onChange={setStars}
      />
      <TextField
        id="nhan-xet"
        label="Nhận xét thêm (không bắt buộc)"
        rows={3}
        maxLength={1_000}
        value={comment}
        onChange={setComment}
      />
      {problem && (
        <p className="note bad" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" className="button main" disabled={isSending}>
        {isSending ? 'Đang gửi…' : 'Gửi đánh giá'}
      </button>
      <p className="caption">Mỗi câu trả lời đánh giá một lần, không sửa lại được.</p>
    </form>
  )
}

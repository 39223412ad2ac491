import { useEffect, useRef, useState } from 'react'
import { TextField } from '../../ui/text-field.tsx'

const QUESTIONS = {
  entrants: 'Theo bạn, có bao nhiêu người dự thi vòng này?',
  all_correct: 'Theo bạn, có bao nhiêu người trả lời đúng hết?',
} as const

type Props = { asks: keyof typeof QUESTIONS; value: number | null; onChange: (value: number | null) => void }

/** Never scored: it only parts people whose score is equal. */
export function PredictionPage({ asks, value, onChange }: Props) {
  const [typed, setTyped] = useState(value === null ? '' : String(value))
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div className="section">
      <h2 className="question" ref={heading} tabIndex={-1}>
        {QUESTIONS[asks]}
      </h2>
      <p className="caption">Câu này không tính điểm. Chỉ dùng để xếp hạng khi nhiều người bằng điểm nhau.</p>
      <TextField
        id="du-doan"
        label="Số người bạn đoán"
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        value={typed}
        onChange={(text) => {
          const digits = text.replace(/\D/g, '')
          setTyped(digits)
          onChange(digits === '' ? null : Number(digits))
        }}
      />
    </div>
  )
}

import { useEffect, useRef } from 'react'
import type { components } from '../../api/schema.gen.ts'
import { Checks, Ordering, Radios } from '../quizzes/answer-fields.tsx'
import '../quizzes/quizzes.css'

type Question = components['schemas']['Paper']['questions'][number]
type Props = { name: string; question: Question; chosen: readonly number[]; onChange: (chosen: number[]) => void }

const HINTS = {
  single: 'Chọn một câu trả lời.',
  true_false: 'Chọn Đúng hoặc Sai.',
  multiple: 'Có thể có nhiều câu đúng: chọn tất cả.',
  ordering: 'Bấm mũi tên để xếp đúng thứ tự.',
} as const

export function PaperQuestion({ name, question: { kind, text, options }, chosen, onChange }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const shownOrder = options.map((_, place) => place)
  return (
    <div className="section">
      <h2 className="question" ref={heading} tabIndex={-1}>
        {text}
      </h2>
      <p className="caption">{HINTS[kind]}</p>
      {kind === 'multiple' && <Checks {...{ name, options, chosen, onChange }} />}
      {(kind === 'single' || kind === 'true_false') && <Radios {...{ name, options, chosen, onChange }} />}
      {kind === 'ordering' && (
        <>
          <Ordering options={options} order={chosen.length === 0 ? shownOrder : chosen} onChange={onChange} />
          {chosen.length === 0 && (
            <button type="button" className="button" onClick={() => onChange(shownOrder)}>
              Thứ tự này đã đúng
            </button>
          )}
        </>
      )}
    </div>
  )
}

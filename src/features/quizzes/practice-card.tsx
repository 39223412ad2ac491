import { useEffect, useRef, useState } from 'react'
import { formatDate } from '../../ui/dates.ts'
import { SourceName } from '../../ui/provenance.tsx'
import { RelatedLinks } from '../../ui/related-links.tsx'
import { Checks, OneTap, Ordering, ShownKey } from './answer-fields.tsx'
import { firstOrder, isRight } from './marking.rules.ts'
import type { PracticeQuestion } from './practice-sets.ts'

type Props = {
  question: PracticeQuestion
  /** `Câu 3/10` */
  place: string
  isLast: boolean
  onAnswered: (isRight: boolean) => void
  onNext: () => void
}

const HINTS = {
  single: 'Chọn một câu trả lời.',
  true_false: 'Chọn Đúng hoặc Sai.',
  multiple: 'Chọn mọi câu đúng, rồi bấm Trả lời.',
  ordering: 'Bấm mũi tên để xếp đúng thứ tự, rồi bấm Trả lời.',
} as const

/** One question; once answered it says why, where that stands, and what to read next. */
export function PracticeCard({ question, place, isLast, onAnswered, onNext }: Props) {
  const { kind, text, options, key } = question
  const [chosen, setChosen] = useState<number[]>(() => (kind === 'ordering' ? firstOrder(key, Math.random) : []))
  const [isAnswered, setAnswered] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])

  function answer(choices: number[]) {
    setChosen(choices)
    setAnswered(true)
    onAnswered(isRight(question, choices))
  }
  return (
    <div className="section">
      <p className="caption">{place}</p>
      <h2 className="question" ref={heading} tabIndex={-1}>
        {text}
      </h2>
      {isAnswered ? (
        <>
          <ShownKey kind={kind} options={options} answerKey={key} chosen={chosen} />
          <Why question={question} isRight={isRight(question, chosen)} />
          <button type="button" className="button main" onClick={onNext}>
            {isLast ? 'Xem kết quả' : 'Câu tiếp theo'}
          </button>
          <RelatedLinks links={question.related} title="Đọc thêm" />
        </>
      ) : (
        <>
          <p className="caption">{HINTS[kind]}</p>
          {(kind === 'single' || kind === 'true_false') && (
            <OneTap options={options} onChoose={(place) => answer([place])} />
          )}
          {kind === 'multiple' && (
            <Checks name={question.code} options={options} chosen={chosen} onChange={setChosen} />
          )}
          {kind === 'ordering' && <Ordering options={options} order={chosen} onChange={setChosen} />}
          {(kind === 'multiple' || kind === 'ordering') && (
            <button type="button" className="button main" disabled={chosen.length === 0} onClick={() => answer(chosen)}>
              Trả lời
            </button>
          )}
        </>
      )}
    </div>
  )
}

function Why({ question, isRight: wasRight }: { question: PracticeQuestion; isRight: boolean }) {
  const { explanation, legalSource, sources, checkedOn } = question
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className={`note stack ${wasRight ? 'good' : 'warn'}`} aria-labelledby="vi-sao">
      <h3 id="vi-sao" ref={heading} tabIndex={-1}>
        {wasRight ? '✓ Đúng rồi' : '✗ Chưa đúng'}
      </h3>
      <p>{explanation.trim() === '' ? 'Lời giải: chưa có thông tin.' : explanation}</p>
      <p className="caption">
        Căn cứ: {legalSource ?? 'chưa có thông tin'}. Kiểm tra ngày {formatDate(checkedOn)}.
      </p>
      {sources.length > 0 && (
        <ul className="bullets caption">
          {sources.map((source) => (
            <li key={source.title + source.url}>
              <SourceName source={source} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

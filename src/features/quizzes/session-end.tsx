import { useEffect, useRef } from 'react'
import { Link } from 'react-router-dom'
import { Empty } from '../../ui/states.tsx'

type Props = { asked: { question: { code: string; text: string }; isRight: boolean }[]; onAgain: () => void }

export function SessionEnd({ asked, onAgain }: Props) {
  const wrong = asked.filter(({ isRight }) => !isRight)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="stack">
      <section className="card stack" aria-labelledby="ket-qua">
        <h2 id="ket-qua" ref={heading} tabIndex={-1}>
          Bạn đúng {asked.length - wrong.length}/{asked.length} câu
        </h2>
        <p>
          {wrong.length === 0
            ? 'Những câu này sẽ được hỏi lại thưa dần, để nhớ lâu.'
            : 'Câu chưa đúng sẽ được hỏi lại trước, cho đến khi bạn nhớ.'}
        </p>
        <div className="buttons">
          <button type="button" className="button main" onClick={onAgain}>
            Làm tiếp
          </button>
          <Link className="button" to="/luyen-tap">
            Chọn chủ đề khác
          </Link>
        </div>
      </section>
      {wrong.length > 0 && (
        <section className="section" aria-labelledby="chua-dung">
          <h2 id="chua-dung">Câu chưa đúng</h2>
          <ul className="bullets">
            {wrong.map(({ question }) => (
              <li key={question.code}>{question.text}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

export function NothingToRepeat() {
  return (
    <Empty>
      <p>Hôm nay không còn câu nào cần ôn lại.</p>
      <div className="buttons">
        <Link className="button main" to="/luyen-tap">
          Chọn chủ đề
        </Link>
      </div>
    </Empty>
  )
}

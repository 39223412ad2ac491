import { Link } from 'react-router-dom'
import { citizenProblemText } from '../../api/citizen-problem-text.ts'
import type { components } from '../../api/schema.gen.ts'
import { formatMoment } from '../../ui/dates.ts'

type Props = { slug: string; submitted: components['schemas']['PaperSubmitted'] | undefined; problem: unknown }

export function HandedIn({ slug, submitted, problem }: Props) {
  return (
    <div className="stack">
      {submitted === undefined ? (
        <p className="note warn">{citizenProblemText(problem)}</p>
      ) : (
        <section className="note good stack" aria-labelledby="da-nop">
          <h2 id="da-nop">✓ Đã nộp bài</h2>
          <p>
            Lúc {formatMoment(submitted.submittedAt)}, trả lời {submitted.answered}/{submitted.outOf} câu.
          </p>
          {submitted.score === null ? (
            <p>Điểm và xếp hạng có sau khi vòng thi khép lại.</p>
          ) : (
            <p>
              Điểm:{' '}
              <strong>
                {submitted.score}/{submitted.outOf}
              </strong>
              . Xếp hạng có sau khi vòng thi khép lại.
            </p>
          )}
        </section>
      )}
      <div className="buttons">
        <Link className="button main" to={`/hoi-thi/${slug}`}>
          Về trang hội thi
        </Link>
        <Link className="button" to="/luyen-tap">
          Luyện tập thêm
        </Link>
      </div>
    </div>
  )
}

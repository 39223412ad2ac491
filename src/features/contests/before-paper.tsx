import { Link } from 'react-router-dom'
import { citizenProblemText } from '../../api/citizen-problem-text.ts'
import { codeOf } from '../../api/problem-text.ts'
import type { components } from '../../api/schema.gen.ts'

type Contest = components['schemas']['ContestHome']
type Props = {
  contest: Contest
  round: Contest['rounds'][number]
  problem: unknown
  isOpening: boolean
  onBegin: () => void
}

/** The clock starts with the button and not before. */
export function BeforePaper({ contest, round, problem, isOpening, onBegin }: Props) {
  return (
    <div className="stack">
      <section className="card stack" aria-labelledby="truoc-khi-thi">
        <h2 id="truoc-khi-thi">{round.name}</h2>
        <ul className="bullets">
          <li>
            Bạn có <strong>{contest.minutes} phút</strong>, tính từ lúc bấm Bắt đầu. Đồng hồ không dừng khi bạn thoát
            ra.
          </li>
          <li>Mỗi câu trả lời được lưu ngay. Mất mạng hay tắt máy, mở lại vẫn làm tiếp được.</li>
          <li>Bạn sửa được câu trả lời cho đến khi nộp bài. Hết giờ, bài tự nộp.</li>
          <li>Mạng yếu thì cứ làm tiếp; câu trả lời được gửi khi có mạng, trước lúc hết giờ.</li>
        </ul>
      </section>
      {problem !== undefined && (
        <div className="note bad stack" role="alert">
          <p>{citizenProblemText(problem)}</p>
          {codeOf(problem) === 'contest.entry_missing' && (
            <Link className="button" to={`/hoi-thi/${contest.slug}/ghi-ten/khoi`}>
              Ghi tên dự thi
            </Link>
          )}
        </div>
      )}
      <button type="button" className="button main" disabled={isOpening} onClick={onBegin}>
        {isOpening ? 'Đang mở đề…' : 'Bắt đầu làm bài'}
      </button>
    </div>
  )
}

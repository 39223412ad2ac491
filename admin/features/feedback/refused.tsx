import { readProblem } from '../../api/problem.ts'
import { formatMoment } from '../../ui/dates.ts'
import { Failed } from '../../ui/states.tsx'
import { type Case, EVENT_NAMES } from './words.ts'

const OUTRUN = ['report.changed_meanwhile', 'report.wrong_state']

/** Why nothing happened; where somebody was quicker, who and with what. What was typed is still there. */
export function Refused({ problem, report, isPossible }: { problem: unknown; report: Case; isPossible: boolean }) {
  const newest = report.events.at(-1)
  if (newest === undefined || !OUTRUN.includes(readProblem(problem).code)) return <Failed problem={problem} />
  return (
    <div className="note warn" role="alert">
      <p>
        {newest.byName ?? 'Người gửi'} vừa xử lý trước: “{EVENT_NAMES[newest.kind]}” lúc {formatMoment(newest.at)}.{' '}
        {isPossible
          ? 'Chữ anh/chị đã nhập vẫn còn. Xem lại, nếu vẫn đúng thì bấm lần nữa.'
          : 'Bước này không còn làm được. Chữ anh/chị đã nhập vẫn còn ở đây để chép lại.'}
      </p>
      {newest.kind === 'answer_drafted' && report.answer && (
        <details>
          <summary className="roomy">Xem dự thảo người kia vừa lưu</summary>
          <p className="said">{report.answer.text}</p>
        </details>
      )}
    </div>
  )
}

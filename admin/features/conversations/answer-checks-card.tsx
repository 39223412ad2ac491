import { Link } from 'react-router-dom'
import { api } from '../../api/client.ts'
import { formatMoment } from '../../ui/dates.ts'
import { Empty, Ready } from '../../ui/states.tsx'
import { may, useMe } from '../account/session.ts'
import type { AnswerCheck } from './words.ts'

const percentText = (percent: number) => `${String(percent).replace('.', ',')} %`

function useAnswerChecks(isWanted: boolean) {
  return api.useQuery('get', '/admin/api/answer-checks', {}, { enabled: isWanted, retry: false })
}

/** Told where content is worked on, when what was published lately makes the bot find noticeably less. */
export function AnswerCheckNote() {
  const { data: me } = useMe()
  const checks = useAnswerChecks(me !== undefined && may(me, 'content.read'))
  if (!checks.data?.hasFallen) return null
  const { items, lastGood } = checks.data
  const [last] = items
  if (last === undefined) return null
  return (
    <div className="note warn">
      <p>
        Bot tìm đúng ít hơn sau lần công bố gần đây: {percentText(last.percent)} câu hỏi thử có câu trả lời trong ba kết
        quả đầu{lastGood && `, trước đó ${percentText(lastGood.percent)} (${formatMoment(lastGood.at)})`}.
      </p>
      <p>
        <Link to="/tro-chuyen/so-lieu" className="roomy">
          Xem những câu không còn tìm thấy
        </Link>
      </p>
    </div>
  )
}

/** How the reviewed questions fare, and which of them find nothing right. */
export function AnswerChecksCard() {
  const { data: me } = useMe()
  const isWanted = me !== undefined && may(me, 'content.read')
  const checks = useAnswerChecks(isWanted)
  if (!isWanted) return null
  return (
    <section className="card stack" aria-label="Câu hỏi thử">
      <h2>Câu hỏi thử sau mỗi lần công bố</h2>
      <Ready asked={checks}>
        {({ items: [last], hasFallen }) =>
          last === undefined ? (
            <Empty>Chưa thử lần nào. Lần thử đầu chạy trong vài phút sau khi máy chủ khởi động.</Empty>
          ) : (
            <LastCheck check={last} hasFallen={hasFallen} />
          )
        }
      </Ready>
    </section>
  )
}

function LastCheck({
  check: { at, questions, amongThree, percent, missed },
  hasFallen,
}: {
  check: AnswerCheck
  hasFallen: boolean
}) {
  return (
    <>
      <p>
        {hasFallen ? 'Giảm hơn 2 điểm so với lần tốt gần nhất: ' : ''}
        <b>{percentText(percent)}</b> ({amongThree}/{questions} câu) có câu trả lời trong ba kết quả đầu, thử lúc{' '}
        {formatMoment(at)}.
      </p>
      {missed.length > 0 && (
        <ul>
          {missed.map(({ ask, expects, found }) => (
            <li key={ask}>
              “{ask}” cần {expects.join(' hoặc ')}, đang ra {found.length === 0 ? 'không có gì' : found.join(', ')}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

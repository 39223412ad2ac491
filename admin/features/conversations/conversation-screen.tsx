import { Tag } from 'antd'
import { useParams } from 'react-router-dom'
import { api } from '../../api/client.ts'
import { formatMoment } from '../../ui/dates.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Ready } from '../../ui/states.tsx'
import { AnswerCard } from './answer-card.tsx'
import { Transcript } from './transcript.tsx'
import { useRefreshing } from './use-conversations.ts'
import {
  CHANNEL_NAMES,
  type Conversation,
  MODE_COLOURS,
  MODE_NAMES,
  minutesText,
  personName,
  REASON_NAMES,
} from './words.ts'
import './conversations.css'

export default function ConversationScreen() {
  const { id = '' } = useParams()
  const refetchInterval = useRefreshing()
  const talk = api.useQuery(
    'get',
    '/admin/api/conversations/{id}',
    { params: { path: { id } } },
    { refetchOnMount: 'always', refetchInterval: ({ state }) => (state.error ? false : refetchInterval) },
  )
  return (
    <ScreenFrame
      title={talk.data ? personName(talk.data) : 'Hội thoại'}
      intro={talk.data && <Facts talk={talk.data} />}
    >
      <Ready asked={talk}>
        {(data) => (
          <div className="talk" key={data.id}>
            <Transcript talk={data} />
            <aside className="talk-side" aria-label="Trả lời">
              <AnswerCard talk={data} />
              <SummaryCard talk={data} />
            </aside>
          </div>
        )}
      </Ready>
    </ScreenFrame>
  )
}

function Facts({ talk: { mode, channel, isFollower, lastInteractionAt } }: { talk: Conversation }) {
  return (
    <p className="talk-facts">
      <Tag color={MODE_COLOURS[mode]}>{MODE_NAMES[mode]}</Tag>
      <span>
        {CHANNEL_NAMES[channel]}
        {!isFollower && ' · không quan tâm OA'}
        {lastInteractionAt !== null && ` · nhắn lần cuối ${formatMoment(lastInteractionAt)}`}
      </span>
    </p>
  )
}

/** What somebody who takes over should know before reading everything. */
function SummaryCard({ talk: { handoff, summary } }: { talk: Conversation }) {
  if (handoff === null || summary === null) return null
  return (
    <section className="card stack" aria-labelledby="summary">
      <h2 id="summary">Tóm tắt</h2>
      <dl className="pairs">
        <div>
          <dt>Phiếu</dt>
          <dd>
            {handoff.ticket}, lúc {formatMoment(handoff.askedAt)}
          </dd>
        </div>
        <div>
          <dt>Vì sao</dt>
          <dd>{REASON_NAMES[handoff.reason]}</dd>
        </div>
        <div>
          <dt>{handoff.state === 'waiting' ? 'Đã chờ' : 'Chờ đến khi nhận'}</dt>
          <dd>{minutesText(handoff.waitedMinutes)} làm việc</dd>
        </div>
        <div>
          <dt>Trợ lý tự động</dt>
          <dd>đã nhắn {summary.botReplies} tin trước đó</dd>
        </div>
        {summary.earlierHandoffs > 0 && (
          <div>
            <dt>Đã gặp cán bộ</dt>
            <dd>{summary.earlierHandoffs} lần trước</dd>
          </div>
        )}
      </dl>
      {summary.lastAsked.length > 0 && (
        <>
          <h3>Người này đã viết</h3>
          <ul className="talk-asked">
            {summary.lastAsked.map((text, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same words may have been said twice
              <li key={at}>{text === '' ? '(tệp gửi kèm)' : text}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

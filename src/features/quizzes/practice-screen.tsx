import { Link } from 'react-router-dom'
import { formatMoment, todayInVietnam } from '../../ui/dates.ts'
import { OwnReady } from '../../ui/own-states.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Empty, Waiting } from '../../ui/states.tsx'
import { type Records, topicStanding, weakFirst } from './leitner.rules.ts'
import { type Loaded, useTopics } from './practice-sets.ts'
import { NO_RECORDS, useRecords } from './records.ts'
import './quizzes.css'

type Topic = { id: string; name: string; questions: number }

export default function PracticeScreen() {
  const topics = useTopics()
  const { byTopic } = useRecords()
  return (
    <Screen title="Luyện tập" below="Không chấm điểm, không xếp hạng. Kết quả chỉ nằm trên máy này.">
      <OwnReady asked={topics}>
        {(loaded) => (byTopic === undefined ? <Waiting /> : <Topics loaded={loaded} byTopic={byTopic} />)}
      </OwnReady>
      <section className="section" aria-labelledby="cung-nhau">
        <h2 id="cung-nhau">Cùng người khác</h2>
        <ul className="rows">
          <li>
            <RowLink to="/vao-lop" title="Vào phòng của lớp" help="Thầy cô cho mã 6 số hoặc mã QR" />
          </li>
          <li>
            <RowLink to="/hoi-thi" title="Hội thi" help="Các hội thi đang và sắp diễn ra" />
          </li>
          <li>
            <RowLink to="/lop-hoc" title="Mở phòng cho lớp" help="Dành cho thầy cô, chiếu lên màn hình lớn" />
          </li>
        </ul>
      </section>
    </Screen>
  )
}

type Props = { loaded: Loaded<{ items: Topic[] }>; byTopic: Record<string, Records> }

function Topics({ loaded, byTopic }: Props) {
  const today = todayInVietnam()
  const topics = loaded.value.items.filter(({ questions }) => questions > 0)
  const recordsOf = (id: string) => byTopic[id] ?? NO_RECORDS
  const again = topics.reduce((sum, { id }) => sum + topicStanding(recordsOf(id), today).again, 0)
  if (topics.length === 0)
    return (
      <Empty>
        <p>Chưa có câu hỏi luyện tập nào được đăng.</p>
      </Empty>
    )
  return (
    <div className="stack">
      {again > 0 && (
        <div className="card stack">
          <p>
            Hôm nay có <strong>{again} câu</strong> nên làm lại: câu đã sai và câu lâu chưa gặp.
          </p>
          <Link className="button main" to="/luyen-tap/on-lai">
            Ôn lại
          </Link>
        </div>
      )}
      <section className="section" aria-labelledby="chu-de">
        <h2 id="chu-de">Chủ đề</h2>
        <p className="caption">
          Chủ đề bạn nhớ ít đứng trước.
          {loaded.keptAt !== null && ` Đang xem bản lưu lúc ${formatMoment(loaded.keptAt)}.`}
        </p>
        <ul className="rows">
          {weakFirst(topics, recordsOf).map((topic) => (
            <li key={topic.id}>
              <TopicRow topic={topic} records={recordsOf(topic.id)} today={today} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function TopicRow({ topic, records, today }: { topic: Topic; records: Records; today: string }) {
  const { asked, known } = topicStanding(records, today)
  const told = asked === 0 ? 'chưa làm' : `đã làm ${asked}, đã nhớ ${known}`
  return (
    <RowLink
      to={`/luyen-tap/chu-de/${topic.id}`}
      title={topic.name}
      help={`${topic.questions} câu · ${told}`}
      tag={
        <span className="meter" aria-hidden="true">
          <span style={{ width: `${Math.min(100, (known / topic.questions) * 100)}%` }} />
        </span>
      }
    />
  )
}

import { Link } from 'react-router-dom'
import { api } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { formatMoment } from '../../ui/dates.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Empty, Ready } from '../../ui/states.tsx'
import { KIND_NAMES } from '../content/words.ts'
import { AnswerCheckNote } from '../conversations/answer-checks-card.tsx'
import { ReportsCard } from '../feedback/reports-card.tsx'
import { DeadLinksNote } from '../upkeep/dead-links-note.tsx'
import { NoticesCard } from '../upkeep/notices-card.tsx'
import { ReadingCards } from './reading-cards.tsx'
import './work.css'

type Work = components['schemas']['Work']
type List = Work['lists'][number]

/** What each list asks of the person, and where all of it stands. */
const LISTS: Record<List['list'], { title: string; where: string }> = {
  to_review: { title: 'Chờ tôi duyệt', where: '/noi-dung?state=submitted' },
  to_publish: { title: 'Đã duyệt, chờ công bố', where: '/noi-dung?state=approved' },
  returned_to_me: { title: 'Trả lại cho tôi sửa', where: '/noi-dung?state=returned&only=mine' },
  my_drafts: { title: 'Tôi đang soạn', where: '/noi-dung?state=draft&only=mine' },
  scheduled: { title: 'Hẹn giờ công bố', where: '/noi-dung?state=scheduled' },
  due: { title: 'Đến hạn rà soát', where: '/noi-dung?only=due' },
  second_look: { title: 'Công bố khẩn, cần hậu kiểm', where: '/noi-dung?only=second_look' },
}

export default function WorkScreen() {
  const work = api.useQuery('get', '/admin/api/work', {}, { refetchOnMount: 'always' })
  return (
    <ScreenFrame title="Việc của tôi" intro="Những việc đang chờ anh/chị, trong các đơn vị anh/chị phụ trách.">
      <AnswerCheckNote />
      <DeadLinksNote />
      <NoticesCard />
      <ReportsCard />
      <Ready asked={work}>{(data) => <Lists work={data} />}</Ready>
      <ReadingCards />
    </ScreenFrame>
  )
}

function Lists({ work: { lists, heldBack } }: { work: Work }) {
  const waiting = lists.filter(({ items }) => items.length > 0)
  return (
    <>
      {heldBack.length > 0 && (
        <div className="note bad">
          <p>Đến giờ hẹn nhưng chưa công bố được vì còn thiếu mục:</p>
          <ul>
            {heldBack.map(({ entryId, at }) => (
              <li key={entryId + at}>
                <Link to={`/noi-dung/${entryId}`}>Xem bản lúc {formatMoment(at)}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {waiting.length === 0 ? (
        <Empty>Không có nội dung nào đang chờ anh/chị.</Empty>
      ) : (
        <div className="work-lists">
          {waiting.map((list) => (
            <WorkList key={list.list} {...list} />
          ))}
        </div>
      )}
    </>
  )
}

function WorkList({ list, items, hasMore }: List) {
  const { title, where } = LISTS[list]
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <ul className="work-rows">
        {items.map((row) => (
          <li key={row.id} data-row="" tabIndex={-1}>
            <Link to={`/noi-dung/${row.id}`} className="roomy" data-open="">
              {row.title || row.slug}
            </Link>
            <span className="caption">
              {KIND_NAMES[row.kind]}, {row.scheduledFor === null ? 'sửa' : 'hẹn'} lúc{' '}
              {formatMoment(row.scheduledFor ?? row.updatedAt)}
            </span>
          </li>
        ))}
      </ul>
      {hasMore && (
        <Link to={where} className="roomy">
          Xem tất cả
        </Link>
      )}
    </section>
  )
}

import type { ReactNode } from 'react'
import { api } from '../../api/client.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Empty, Ready } from '../../ui/states.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { periodOf } from '../reading/period.ts'
import { PeriodFilter } from '../reading/period-filter.tsx'
import { formatCount, formatDay } from '../units/words.ts'
import { AnswerChecksCard } from './answer-checks-card.tsx'
import { ConversationTabs } from './conversation-tabs.tsx'
import { problemWords } from './sending-words.ts'
import { type Figures, minutesText } from './words.ts'
import './conversations.css'

export default function ChatFiguresScreen() {
  const { filters, setFilter } = useFilters('from', 'to')
  const period = periodOf(filters)
  const figures = api.useQuery('get', '/admin/api/chat-figures', { params: { query: period } })
  return (
    <ScreenFrame
      title="Số liệu trò chuyện"
      intro="Người dân hỏi gì trên Zalo, được trả lời ra sao, chờ cán bộ bao lâu."
    >
      <ConversationTabs />
      <div className="filters">
        <PeriodFilter {...period} onChange={setFilter} />
      </div>
      <Ready asked={figures}>
        {(data) => (
          <>
            <Totals figures={data} />
            {data.total.questions === 0 ? (
              <Empty>Không có câu hỏi nào trong những ngày này.</Empty>
            ) : (
              <>
                <Days days={data.days} />
                <Answers answers={data.answers} />
              </>
            )}
            <Failures figures={data} />
          </>
        )}
      </Ready>
      <AnswerChecksCard />
    </ScreenFrame>
  )
}

function Totals({ figures: { total, people, handoffs } }: { figures: Figures }) {
  const stayed = people.wrote - people.wantedOfficer
  return (
    <dl className="talk-figures">
      <Figure name="Câu hỏi" value={formatCount(total.questions)} />
      <Figure
        name="Không trả lời được"
        value={shareText(total.fallback, total.questions)}
        caption={`${formatCount(total.fallback)} câu`}
      />
      <Figure
        name="Tự xong, không cần cán bộ"
        value={shareText(stayed, people.wrote)}
        caption={`${formatCount(stayed)} trong ${formatCount(people.wrote)} người nhắn`}
      />
      <Figure
        name="Nửa số phiếu được nhận trong"
        value={handoffs.medianMinutes === null ? 'chưa có' : minutesText(handoffs.medianMinutes)}
        caption={`${formatCount(handoffs.asked)} phiếu, ${formatCount(handoffs.cancelled)} đã huỷ; giờ làm việc`}
      />
      <Figure
        name="Điểm người dân chấm"
        value={handoffs.averageRating === null ? 'chưa có' : `${String(handoffs.averageRating).replace('.', ',')}/5`}
        caption={`${formatCount(handoffs.ratings)} lượt chấm`}
      />
    </dl>
  )
}

function Figure({ name, value, caption }: { name: string; value: string; caption?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
      {caption && <dd className="caption">{caption}</dd>}
    </div>
  )
}

function Days({ days }: { days: Figures['days'] }) {
  return (
    <FigureTable
      name="Câu hỏi theo ngày"
      headings={['Ngày', 'Câu hỏi', 'Trả lời ngay', 'Đưa lựa chọn', 'Không trả lời được']}
    >
      {days.toReversed().map(({ day, questions, answered, menu, fallback }) => (
        <tr key={day}>
          <th scope="row">{formatDay(day)}</th>
          {[questions, answered, menu, fallback].map((count, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the cells of a row are where they are
            <td key={at}>{formatCount(count)}</td>
          ))}
        </tr>
      ))}
    </FigureTable>
  )
}

function Answers({ answers }: { answers: Figures['answers'] }) {
  if (answers.length === 0) return null
  return (
    <FigureTable name="Trả lời nhiều nhất" headings={['Nội dung', 'Số lần', 'Thấy hữu ích', 'Chưa hữu ích']}>
      {answers.map(({ answeredWith, title, count, useful, useless }) => (
        <tr key={answeredWith}>
          <th scope="row">{title ?? `${answeredWith} (đã gỡ)`}</th>
          <td>{formatCount(count)}</td>
          <td>{formatCount(useful)}</td>
          <td>{formatCount(useless)}</td>
        </tr>
      ))}
    </FigureTable>
  )
}

function Failures({ figures: { failures, sent } }: { figures: Figures }) {
  return (
    <section className="card stack" aria-label="Tin không đến">
      <h2>Tin không đến</h2>
      {failures.length === 0 ? (
        <p>Không có tin nào gửi hỏng. {formatCount(sent)} tin đã đến Zalo.</p>
      ) : (
        <ul>
          {failures.map(({ problem, count }) => (
            <li key={problem}>
              {problemWords(problem)}: <b>{formatCount(count)}</b> tin
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function FigureTable({ name, headings, children }: { name: string; headings: string[]; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="card talk-table" aria-label={name} tabIndex={0}>
      <h2>{name}</h2>
      <table>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th scope="col" key={heading}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}

function shareText(part: number, whole: number) {
  return whole === 0 ? 'chưa có' : `${Math.round((part / whole) * 100)} %`
}

import { Tag } from 'antd'
import { Link } from 'react-router-dom'
import { api, BY_CURSOR, client } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatMoment } from '../../ui/dates.ts'
import { SelectFilter } from '../../ui/filter-fields.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Empty, Ready } from '../../ui/states.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { ConversationTabs } from './conversation-tabs.tsx'
import { useRefreshing } from './use-conversations.ts'
import {
  CHANNEL_NAMES,
  lineText,
  MODE_COLOURS,
  MODE_NAMES,
  MODE_OPTIONS,
  minutesText,
  personName,
  type Row,
} from './words.ts'
import './conversations.css'

type Queue = components['schemas']['HandoffQueue']

export default function ConversationsScreen() {
  const refetchInterval = useRefreshing()
  const queue = api.useQuery('get', '/admin/api/handoffs', {}, { refetchInterval, refetchOnMount: 'always' })
  return (
    <ScreenFrame
      title="Trò chuyện"
      intro="Người nhắn tin cho Sở trên Zalo. Tên không hiện, số dài đã che; mỗi lần đọc một hội thoại được ghi nhật ký."
    >
      <ConversationTabs />
      <Ready asked={queue}>{(data) => <QueueCard queue={data} />}</Ready>
      <Conversations />
    </ScreenFrame>
  )
}

/** Those who wait, the longest first; then those whom officers have. */
function QueueCard({ queue: { items, isOpen, opensAt } }: { queue: Queue }) {
  const waiting = items.filter(({ handoff }) => handoff?.state === 'waiting')
  const taken = items.filter(({ handoff }) => handoff?.state === 'active')
  return (
    <section className="card stack talk-queue" aria-labelledby="queue">
      <h2 id="queue">Đang chờ cán bộ</h2>
      {!isOpen && (
        <p className="caption">
          Ngoài giờ làm việc. Người chờ đã được báo: cán bộ làm việc lại lúc {formatMoment(opensAt)}.
        </p>
      )}
      {waiting.length === 0 ? <Empty>Không có ai đang chờ.</Empty> : <QueueRows rows={waiting} />}
      {taken.length > 0 && (
        <>
          <h3>Cán bộ đang trả lời</h3>
          <QueueRows rows={taken} />
        </>
      )}
    </section>
  )
}

function QueueRows({ rows }: { rows: Row[] }) {
  return (
    <ul className="talk-rows">
      {rows.map((row) => (
        <li key={row.id} data-row="" tabIndex={-1}>
          <Link to={`/tro-chuyen/${row.id}`} data-open="" className="roomy">
            {personName(row)}
          </Link>
          <span className="talk-line">{row.handoff?.question ?? lineText(row)}</span>
          <span className="caption">{queueText(row)}</span>
        </li>
      ))}
    </ul>
  )
}

function queueText({ handoff, unanswered }: Row) {
  if (handoff === null) return ''
  const news = unanswered > 0 ? ` · ${unanswered} tin chưa trả lời` : ''
  if (handoff.state === 'waiting')
    return `Phiếu ${handoff.ticket} · đã chờ ${minutesText(handoff.waitedMinutes)}${news}`
  const who = handoff.isMine ? 'Anh/chị' : (handoff.claimedByName ?? 'Cán bộ trên Zalo OA Manager')
  return `Phiếu ${handoff.ticket} · ${who} đang trả lời${news}`
}

const COLUMNS: Column<Row>[] = [
  { key: 'person', title: 'Người nhắn', width: 170, cell: personName },
  {
    key: 'line',
    title: 'Tin cuối',
    cell: (row) => <span className="talk-line">{lineText(row)}</span>,
    text: lineText,
  },
  {
    key: 'mode',
    title: 'Ai trả lời',
    width: 190,
    cell: ({ mode }) => <Tag color={MODE_COLOURS[mode]}>{MODE_NAMES[mode]}</Tag>,
    text: ({ mode }) => MODE_NAMES[mode],
  },
  { key: 'channel', title: 'Kênh', width: 90, cell: ({ channel }) => CHANNEL_NAMES[channel] },
  {
    key: 'at',
    title: 'Nhắn lúc',
    width: 150,
    cell: ({ lastInteractionAt }) => (lastInteractionAt === null ? '' : formatMoment(lastInteractionAt)),
  },
]

function Conversations() {
  const { filters, setFilter, isFiltered } = useFilters('mode')
  const mode = MODE_OPTIONS.find(({ value }) => value === filters.mode)?.value as Row['mode'] | undefined
  const refetchInterval = useRefreshing()
  const query = { mode }
  const list = api.useInfiniteQuery(
    'get',
    '/admin/api/conversations',
    { params: { query } },
    { ...BY_CURSOR, refetchInterval },
  )
  return (
    <DataTable
      name="Hội thoại"
      list={list}
      rowKey={({ id }) => id}
      columns={COLUMNS}
      linkTo={({ id }) => `/tro-chuyen/${id}`}
      file={{
        name: 'hoi-thoai',
        readPage: (cursor) => client.GET('/admin/api/conversations', { params: { query: { ...query, cursor } } }),
      }}
      filters={
        <SelectFilter
          label="Ai trả lời"
          value={filters.mode}
          options={MODE_OPTIONS}
          onChange={(text) => setFilter('mode', text)}
        />
      }
      empty={isFiltered ? 'Không có hội thoại nào như vậy.' : 'Chưa có ai nhắn tin.'}
    />
  )
}

import { Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { api, client } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatMoment } from '../../ui/dates.ts'
import { SearchField } from '../../ui/filter-fields.tsx'
import { Ready } from '../../ui/states.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { asList } from './as-list.ts'
import type { TabProps } from './tabs.ts'
import type { Contest } from './words.ts'

type Share = components['schemas']['UnitShare']
const EVERY_MS = 15_000

/** How far each unit has come in a round, live and without scores. */
export function ParticipationTab({ contest, me }: TabProps) {
  const [search] = useSearchParams()
  const { filters, setFilter } = useFilters('vong', 'don-vi')
  const [asked, setAsked] = useState<Share>()
  const round = filters.vong === undefined ? undefined : Number(filters.vong)
  const params = { path: { id: contest.id }, query: { round } }
  const board = api.useQuery('get', '/admin/api/contests/{id}/board', { params }, { refetchInterval: EVERY_MS })
  const wanted = (search.get('don-vi') ?? '').toLocaleLowerCase('vi')
  const matching = (items: Share[]) =>
    sorted(items.filter(({ unitName }) => unitName.toLocaleLowerCase('vi').includes(wanted)))
  const mine = me.permissions.find(({ permission }) => permission === 'contests.members')?.unitIds ?? []
  return (
    <div className="contest-parts">
      <p className="caption">
        Tự cập nhật mỗi 15 giây{board.data ? `, lần cuối ${formatMoment(board.data.now)}` : ''}. Không có điểm. Số người
        chỉ hiện với đơn vị anh/chị phụ trách.
      </p>
      <DataTable
        name="Tỷ lệ tham gia"
        list={asList({ ...board, data: board.data && { items: matching(board.data.items) } })}
        rowKey={({ unitId, blockId }) => `${unitId} ${blockId}`}
        columns={columnsOf(contest, mine, setAsked)}
        file={{
          name: 'tham-gia',
          readPage: () => client.GET('/admin/api/contests/{id}/board', { params }),
        }}
        filters={
          <>
            <Select
              aria-label="Vòng"
              value={board.data?.round}
              options={contest.rounds.map(({ number, name }) => ({ value: number, label: name }))}
              onChange={(number) => setFilter('vong', String(number))}
              popupMatchSelectWidth={false}
            />
            <SearchField label="Tìm đơn vị" value={filters['don-vi']} onSearch={(text) => setFilter('don-vi', text)} />
          </>
        }
        empty="Chưa đơn vị nào có số người hoặc có người dự thi."
      />
      {asked && (
        <Missing contest={contest} share={asked} round={board.data?.round} onClose={() => setAsked(undefined)} />
      )}
    </div>
  )
}

/** The least first: whom to remind. */
const sorted = (items: Share[]) => items.toSorted((one, other) => (one.rate ?? 2) - (other.rate ?? 2))

function columnsOf(contest: Contest, mine: readonly string[], onAsk: (share: Share) => void): Column<Share>[] {
  const blockName = ({ blockId }: Share) => contest.settings.blocks.find(({ id }) => id === blockId)?.name ?? ''
  return [
    { key: 'unit', title: 'Đơn vị', cell: ({ unitName }) => unitName },
    ...(contest.settings.blocks.length > 1 ? [{ key: 'block', title: 'Bảng', cell: blockName }] : []),
    {
      key: 'rate',
      title: 'Tỷ lệ tham gia',
      cell: ({ rate }) => <Rate rate={rate} />,
      text: ({ rate }) => rate,
    },
    { key: 'took', title: 'Đã dự thi', align: 'right', cell: ({ takenPart }) => takenPart ?? '' },
    { key: 'of', title: 'Tổng số người', align: 'right', cell: ({ headcount }) => headcount ?? '' },
    {
      key: 'missing',
      title: 'Chưa dự thi',
      cell: (share) => mine.includes(share.unitId) && <Button onClick={() => onAsk(share)}>Xem tên</Button>,
      text: () => null,
    },
  ]
}

function Rate({ rate }: { rate: number | null }) {
  if (rate === null) return <span className="caption">chưa có số người</span>
  const percent = `${(rate * 100).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} %`
  return (
    <span className="rate">
      <span className="rate-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(100, rate * 100)}%` }} />
      </span>
      {percent}
    </span>
  )
}

type MissingProps = { contest: Contest; share: Share; round: number | undefined; onClose: () => void }

function Missing({ contest, share: { unitId, unitName }, round, onClose }: MissingProps) {
  const params = { path: { id: contest.id, unitId }, query: { round } }
  const missing = api.useQuery('get', '/admin/api/contests/{id}/units/{unitId}/missing', { params })
  return (
    <Modal open title={`Chưa dự thi: ${unitName}`} onCancel={onClose} footer={null}>
      <Ready asked={missing}>
        {({ listed, takenPart, items }) =>
          listed === 0 ? (
            <p>Đơn vị chưa tải danh sách dự thi, nên chưa biết tên ai còn thiếu.</p>
          ) : (
            <>
              <p>
                {takenPart} trên {listed} người trong danh sách đã dự thi.
              </p>
              <ol className="missing">
                {items.map(({ code, name }) => (
                  <li key={code}>
                    {name} <span className="caption">{code}</span>
                  </li>
                ))}
              </ol>
            </>
          )
        }
      </Ready>
    </Modal>
  )
}

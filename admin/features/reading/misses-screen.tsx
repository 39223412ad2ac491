import { api, BY_CURSOR, client } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { formatCount, formatDay } from '../units/words.ts'
import { periodOf } from './period.ts'
import { PeriodFilter } from './period-filter.tsx'
import './reading.css'

type Group = components['schemas']['MissGroups']['items'][number]

const COLUMNS: Column<Group>[] = [
  { key: 'query', title: 'Câu hỏi', cell: ({ query }) => query },
  { key: 'count', title: 'Số lần', width: 100, align: 'right', cell: ({ count }) => formatCount(count) },
  { key: 'day', title: 'Gần nhất', width: 130, cell: ({ newestDay }) => formatDay(newestDay) },
]

export default function MissesScreen() {
  const { filters, setFilter } = useFilters('from', 'to')
  const period = periodOf(filters)
  const list = api.useInfiniteQuery('get', '/admin/api/search-misses', { params: { query: period } }, BY_CURSOR)
  const [first] = list.data?.pages ?? []
  return (
    <ScreenFrame
      title="Câu hỏi chưa có trả lời"
      intro="Những câu người dân tìm mà chưa thấy, câu gần giống nhau được gộp lại. Chữ không dấu, số dài đã che."
    >
      <DataTable
        name="Câu hỏi chưa có trả lời"
        list={list}
        rowKey={({ query }) => query}
        columns={COLUMNS}
        file={{
          name: 'cau-hoi-chua-co-tra-loi',
          readPage: (cursor) => client.GET('/admin/api/search-misses', { params: { query: { ...period, cursor } } }),
        }}
        detail={({ wordings }) => <Wordings wordings={wordings} />}
        filters={
          <>
            <PeriodFilter {...period} onChange={setFilter} />
            {first && <span className="caption">{formatCount(first.total)} nhóm câu hỏi</span>}
          </>
        }
        empty="Không có câu nào trong những ngày này."
      />
    </ScreenFrame>
  )
}

function Wordings({ wordings }: { wordings: string[] }) {
  if (wordings.length === 0) return <p className="caption">Chỉ có một cách hỏi.</p>
  return (
    <>
      <p className="caption">Cũng được hỏi là:</p>
      <ul>
        {wordings.map((wording) => (
          <li key={wording}>{wording}</li>
        ))}
      </ul>
    </>
  )
}

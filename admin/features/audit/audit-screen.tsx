import { Link } from 'react-router-dom'
import { api, BY_CURSOR, client } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatMoment } from '../../ui/dates.ts'
import { SearchField, SelectFilter } from '../../ui/filter-fields.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { listChanges } from './changes.ts'
import { ACTION_OPTIONS, actionText, SUBJECT_OPTIONS, SUBJECT_SCREENS, subjectText, viaText } from './words.ts'

type Entry = components['schemas']['AuditEntry']

const COLUMNS: Column<Entry>[] = [
  { key: 'at', title: 'Lúc', width: 160, cell: ({ at }) => formatMoment(at) },
  {
    key: 'actor',
    title: 'Người làm',
    cell: (entry) => <Actor {...entry} />,
    text: ({ actorName, via }) => [actorName, viaText(via)].filter(Boolean).join(', '),
  },
  { key: 'action', title: 'Việc', cell: ({ action }) => actionText(action) },
  {
    key: 'subject',
    title: 'Đối tượng',
    cell: (entry) => <Subject {...entry} />,
    text: ({ subjectKind, subjectId, subjectName }) => `${subjectText(subjectKind)}: ${subjectName ?? subjectId}`,
  },
  { key: 'remark', title: 'Ghi chú', cell: ({ remark }) => remark ?? '' },
]

export default function AuditScreen() {
  const { filters, setFilter, isFiltered } = useFilters('action', 'subjectKind', 'subjectId')
  const list = api.useInfiniteQuery('get', '/admin/api/audit', { params: { query: filters } }, BY_CURSOR)
  return (
    <ScreenFrame title="Nhật ký" intro="Ai đã thay đổi gì, mới nhất trước, trong các đơn vị anh/chị phụ trách.">
      <DataTable
        name="Nhật ký"
        list={list}
        rowKey={({ id }) => id}
        columns={COLUMNS}
        file={{
          name: 'nhat-ky',
          readPage: (cursor) => client.GET('/admin/api/audit', { params: { query: { ...filters, cursor } } }),
        }}
        detail={(entry) => <Changes entry={entry} />}
        filters={
          <>
            <SearchField
              label="Mã đối tượng"
              value={filters.subjectId}
              onSearch={(text) => setFilter('subjectId', text)}
            />
            <SelectFilter
              label="Loại đối tượng"
              value={filters.subjectKind}
              options={SUBJECT_OPTIONS}
              onChange={(kind) => setFilter('subjectKind', kind)}
            />
            <SelectFilter
              label="Việc"
              value={filters.action}
              options={ACTION_OPTIONS}
              onChange={(action) => setFilter('action', action)}
            />
          </>
        }
        empty={isFiltered ? 'Không có việc nào khớp bộ lọc.' : 'Chưa có việc nào được ghi.'}
      />
    </ScreenFrame>
  )
}

function Actor({ actorName, via }: Entry) {
  const how = viaText(via)
  return (
    <>
      {actorName} {how && <small>({how})</small>}
    </>
  )
}

/** What it is about, by its name, leading to where it stands. */
function Subject({ subjectKind, subjectId, subjectName }: Entry) {
  const screen = SUBJECT_SCREENS[subjectKind]
  const name = <span className="breaks">{subjectName ?? subjectId}</span>
  return (
    <>
      <span className="caption">{subjectText(subjectKind)}</span>{' '}
      {screen === undefined ? name : <Link to={`${screen}/${subjectId}`}>{name}</Link>}
    </>
  )
}

function Changes({ entry }: { entry: Entry }) {
  const changes = listChanges(entry.before, entry.after)
  if (changes.length === 0) return <p className="caption">Việc này không ghi giá trị trước và sau.</p>
  return (
    <table className="changes">
      <thead>
        <tr>
          <th scope="col">Mục</th>
          <th scope="col">Trước</th>
          <th scope="col">Sau</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ name, before, after }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{before}</td>
            <td>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

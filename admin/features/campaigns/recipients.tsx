import { api, BY_CURSOR, client } from '../../api/client.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatMoment } from '../../ui/dates.ts'
import { OUTCOME_NAMES, type Recipient, reasonText, SKIP_NAMES } from './words.ts'

function outcomeOf({ skipped, state, problem }: Recipient) {
  if (skipped !== null) return `Bỏ qua: ${SKIP_NAMES[skipped]}`
  const name = state === null ? 'Không còn dữ liệu' : OUTCOME_NAMES[state]
  return problem === null ? name : `${name} (${reasonText(problem)})`
}

/** Without names: a conversation is known by its number, which opens it for whoever may read conversations. */
const COLUMNS: Column<Recipient>[] = [
  { key: 'person', title: 'Hội thoại', cell: ({ personId }) => personId.slice(-8) },
  { key: 'at', title: 'Lúc', cell: ({ at }) => formatMoment(at) },
  { key: 'outcome', title: 'Kết quả', cell: outcomeOf },
]

export function Recipients({ id }: { id: string }) {
  const path = '/admin/api/campaign-sends/{id}/recipients' as const
  const list = api.useInfiniteQuery('get', path, { params: { path: { id }, query: {} } }, BY_CURSOR)
  return (
    <DataTable
      name="Từng người"
      list={list}
      rowKey={(row) => row.id}
      columns={COLUMNS}
      file={{
        name: 'tin-chien-dich',
        readPage: (cursor) => client.GET(path, { params: { path: { id }, query: { cursor } } }),
      }}
      empty="Chưa tới lượt ai."
    />
  )
}

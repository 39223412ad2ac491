import { api, BY_CURSOR, client } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatMoment } from '../../ui/dates.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { formatDay } from '../units/words.ts'
import { NewRecheckForm } from './new-recheck-form.tsx'

type Summary = components['schemas']['RecheckSummary']

const COLUMNS: Column<Summary>[] = [
  { key: 'name', title: 'Danh mục', cell: ({ name, exportedOn }) => `${name}, ngày ${formatDay(exportedOn)}` },
  { key: 'changed', title: 'Có thay đổi', width: 110, align: 'right', cell: ({ counts }) => counts.changed },
  { key: 'same', title: 'Không đổi', width: 110, align: 'right', cell: ({ counts }) => counts.same },
  { key: 'at', title: 'Đối chiếu lúc', width: 160, cell: ({ createdAt }) => formatMoment(createdAt) },
]

export default function RechecksScreen() {
  const list = api.useInfiniteQuery('get', '/admin/api/rechecks', {}, BY_CURSOR)
  return (
    <ScreenFrame
      title="Đối chiếu thủ tục"
      intro="So một danh mục chính thức với những gì ứng dụng đang nói. Chỗ khác nhau thành bản nháp khi anh/chị nhận; không có gì tự công bố."
    >
      <NewRecheckForm />
      <h2>Các lần đã đối chiếu</h2>
      <DataTable
        name="Các lần đã đối chiếu"
        list={list}
        rowKey={({ id }) => id}
        columns={COLUMNS}
        linkTo={({ id }) => `/doi-chieu/${id}`}
        file={{
          name: 'doi-chieu',
          readPage: (cursor) => client.GET('/admin/api/rechecks', { params: { query: { cursor } } }),
        }}
        empty="Chưa đối chiếu lần nào."
      />
    </ScreenFrame>
  )
}

import { api, client } from '../../api/client.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { wholeList } from '../../ui/whole-list.ts'
import { formatDay } from '../units/words.ts'
import { type HoursRow, hoursText, STANDING_WORDS, standingOf } from './words.ts'

const PATH = '/admin/api/feedback/office-hours'

/** Every unit that has hours of its own, with what held before and what comes. */
export function AllHours() {
  const list = api.useQuery('get', PATH)
  const columns: Column<HoursRow>[] = [
    { key: 'unit', title: 'Đơn vị', cell: ({ unitName }) => unitName },
    { key: 'from', title: 'Từ ngày', width: 120, cell: ({ validFrom }) => formatDay(validFrom) },
    {
      key: 'standing',
      title: 'Tình trạng',
      width: 140,
      cell: (row) => (list.data ? STANDING_WORDS[standingOf(row, list.data)] : ''),
    },
    { key: 'hours', title: 'Giờ làm việc', cell: ({ hours }) => hoursText(hours) },
  ]
  return (
    <div className="hours-all">
      <h2>Các đơn vị có giờ riêng</h2>
      <DataTable
        name="Các đơn vị có giờ riêng"
        list={wholeList(list)}
        rowKey={({ unitId, validFrom }) => `${unitId} ${validFrom}`}
        columns={columns}
        linkTo={({ unitId }) => `/cau-hinh-phan-anh/gio-lam-viec?unit=${unitId}`}
        file={{ name: 'gio-lam-viec', readPage: () => client.GET(PATH) }}
        empty="Chưa đơn vị nào có giờ riêng. Tất cả đang theo giờ hành chính thường dùng."
      />
    </div>
  )
}

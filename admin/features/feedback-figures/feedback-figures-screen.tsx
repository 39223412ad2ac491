import { Button, Segmented } from 'antd'
import { api } from '../../api/client.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Empty, Ready } from '../../ui/states.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { may, useMe } from '../account/session.ts'
import { periodOf } from '../reading/period.ts'
import { PeriodFilter } from '../reading/period-filter.tsx'
import { FiguresTable } from './figures-table.tsx'
import { Received } from './received.tsx'
import { type By, GROUPINGS, MOST_EXPORTED } from './words.ts'
import './feedback-figures.css'

export default function FeedbackFiguresScreen() {
  const { filters, setFilter } = useFilters('from', 'to', 'by')
  const by = GROUPINGS.find(({ value }) => value === filters.by)?.value ?? 'unit'
  const period = periodOf(filters)
  const figures = api.useQuery('get', '/admin/api/feedback/figures', { params: { query: { ...period, by } } })
  const isTooMany = (figures.data?.total.received ?? 0) > MOST_EXPORTED
  return (
    <ScreenFrame
      title="Số liệu phản ánh"
      intro="Những phản ánh nhận trong kỳ, tính theo tình trạng hiện nay của từng phản ánh."
      actions={<ExportButtons {...period} />}
    >
      <div className="filters report-figures-tools">
        <PeriodFilter {...period} onChange={setFilter} />
        <Segmented<By>
          aria-label="Cách gộp"
          options={[...GROUPINGS]}
          value={by}
          onChange={(value) => setFilter('by', value)}
        />
      </div>
      {isTooMany && (
        <p className="note warn">
          Kỳ này có hơn 50.000 phản ánh, tệp xuất ra chỉ có 50.000 phản ánh đầu. Chọn kỳ ngắn hơn.
        </p>
      )}
      <Ready asked={figures}>
        {({ total, rows }) =>
          rows.length === 0 ? (
            <Empty>Không có phản ánh nào nhận trong những ngày này.</Empty>
          ) : (
            <>
              <Received rows={rows} />
              <FiguresTable by={by} total={total} rows={rows} />
            </>
          )
        }
      </Ready>
    </ScreenFrame>
  )
}

const EXPORT = '/admin/api/feedback/export'

function ExportButtons(period: { from: string; to: string }) {
  const { data: me } = useMe()
  return (
    <>
      <Button href={`${EXPORT}?${new URLSearchParams(period)}`} download>
        Xuất bảng
      </Button>
      {me?.hasSecondFactor && may(me, 'feedback.contact') && (
        <Button href={`${EXPORT}?${new URLSearchParams({ ...period, contact: 'yes' })}`} download>
          Xuất kèm người gửi
        </Button>
      )}
    </>
  )
}

import { Button, Segmented } from 'antd'
import { api } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Empty, Ready } from '../../ui/states.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { UnitSelect } from '../units/unit-select.tsx'
import { formatCount, formatDay } from '../units/words.ts'
import { periodOf } from './period.ts'
import { PeriodFilter } from './period-filter.tsx'
import { KIND_WORDS, publicPath } from './words.ts'
import './reading.css'

type Figures = components['schemas']['ReadFigures']
type Row = Figures['rows'][number]

const GROUPINGS = [
  { value: 'page', label: 'Theo trang' },
  { value: 'unit', label: 'Theo đơn vị' },
  { value: 'day', label: 'Theo ngày' },
] as const
type Grouping = (typeof GROUPINGS)[number]['value']

export default function FiguresScreen() {
  const { filters, setFilter } = useFilters('from', 'to', 'unitId', 'groupBy')
  const groupBy: Grouping = GROUPINGS.find(({ value }) => value === filters.groupBy)?.value ?? 'page'
  const period = periodOf(filters)
  const query = { ...period, groupBy, ...(filters.unitId === undefined ? {} : { unitId: filters.unitId }) }
  const figures = api.useQuery('get', '/admin/api/figures/reads', { params: { query } })
  return (
    <ScreenFrame
      title="Số liệu đọc"
      intro="Số lần mở trang, không ghi ai mở. Một người mở lại cùng trang trong 30 phút chỉ tính một lần."
      actions={
        <Button href={`/admin/api/figures/reads/export?${new URLSearchParams(query)}`} download>
          Xuất bảng
        </Button>
      }
    >
      <div className="filters figures-tools">
        <PeriodFilter {...period} onChange={setFilter} />
        <label className="unit-filter" htmlFor="reads-unit">
          Qua liên kết của đơn vị
          <UnitSelect id="reads-unit" value={filters.unitId} onChange={(id) => setFilter('unitId', id)} />
        </label>
        {filters.unitId && <Button onClick={() => setFilter('unitId', undefined)}>Bỏ chọn đơn vị</Button>}
        <Segmented<Grouping>
          aria-label="Cách gộp"
          options={[...GROUPINGS]}
          value={groupBy}
          onChange={(value) => setFilter('groupBy', value)}
        />
      </div>
      <Ready asked={figures}>{(ready) => <Rows figures={ready} groupBy={groupBy} />}</Ready>
    </ScreenFrame>
  )
}

const HEADINGS: Record<Grouping, string> = { page: 'Trang', unit: 'Đơn vị', day: 'Ngày' }

function Rows({ figures: { total, rows }, groupBy }: { figures: Figures; groupBy: Grouping }) {
  if (rows.length === 0) return <Empty>Chưa có lượt đọc nào trong những ngày này.</Empty>
  return (
    <section className="card" aria-label="Lượt đọc">
      <p>
        Tổng cộng <strong>{formatCount(total)}</strong> lượt đọc.
      </p>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{HEADINGS[groupBy]}</th>
            <th scope="col">Lượt đọc</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <Name row={row} groupBy={groupBy} />
              </th>
              <td>{formatCount(row.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Name({ row: { name, type, slug }, groupBy }: { row: Row; groupBy: Grouping }) {
  if (groupBy === 'day') return formatDay(name)
  if (type === undefined || slug === undefined) return name
  return (
    <>
      <a href={publicPath({ type, slug })} target="_blank" rel="noopener">
        {name}
      </a>{' '}
      <span className="caption">{KIND_WORDS[type]}</span>
    </>
  )
}

import { Tag } from 'antd'
import { Link, useParams } from 'react-router-dom'
import { api } from '../../api/client.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Ready } from '../../ui/states.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { may, mayAt, useMe } from '../account/session.ts'
import { ChangeForm } from './change-form.tsx'
import { EndForm } from './end-form.tsx'
import { HeadcountForm } from './headcount-form.tsx'
import { useRefreshUnits } from './refresh.ts'
import { ScrollingCard } from './scrolling-card.tsx'
import { AUDIENCE_WORDS, formatCount, formatDay, formatSpan, KIND_WORDS, type UnitDetail } from './words.ts'
import './units.css'

const STATES: Record<UnitDetail['state'], string> = {
  planned: 'Chưa đến ngày hoạt động',
  present: 'Đang hoạt động',
  ended: 'Đã kết thúc',
}

export default function UnitScreen() {
  const { id = '' } = useParams()
  const { filters } = useFilters('on')
  const refresh = useRefreshUnits()
  const asked = api.useQuery('get', '/admin/api/units/{id}', { params: { path: { id }, query: { on: filters.on } } })
  return (
    <ScreenFrame title={asked.data?.name ?? 'Đơn vị'} intro={<Link to="/don-vi">Tất cả đơn vị</Link>}>
      <Ready asked={asked}>{(unit) => <Parts key={unit.id} unit={unit} onChanged={() => void refresh()} />}</Ready>
    </ScreenFrame>
  )
}

function Parts({ unit, onChanged }: { unit: UnitDetail; onChanged: () => void }) {
  const { data: me } = useMe()
  return (
    <div className="unit-parts">
      <p>
        <Tag>{STATES[unit.state]}</Tag> {unit.isSample && <Tag>Dữ liệu mẫu</Tag>} {KIND_WORDS[unit.kind]} · mã{' '}
        <span className="unit-code">{unit.id}</span>
        {unit.path.length > 0 && ` · ${unit.path.join(' › ')}`}
      </p>
      <Totals unit={unit} />
      <Periods unit={unit} />
      <Headcounts unit={unit} />
      <Mergers unit={unit} />
      {me && mayAt(me, 'feedback.settings', unit.id) && (
        <p>
          <Link to={`/cau-hinh-phan-anh/gio-lam-viec?unit=${unit.id}`} className="roomy">
            Giờ làm việc của đơn vị
          </Link>
        </p>
      )}
      {me && may(me, 'units.manage') && (
        <div className="unit-parts unit-forms">
          <ChangeForm unit={unit} onChanged={onChanged} />
          <HeadcountForm unit={unit} onChanged={onChanged} />
          <EndForm unit={unit} onChanged={onChanged} />
        </div>
      )}
    </div>
  )
}

function Totals({ unit }: { unit: UnitDetail }) {
  return (
    <section className="card" aria-labelledby="totals-title">
      <h2 id="totals-title">Số người ngày {formatDay(unit.on)}</h2>
      <p className="caption">Của đơn vị và mọi đơn vị trực thuộc.</p>
      <dl className="unit-totals">
        {unit.totals.map(({ audience, count, unitsTold, units }) => (
          <div key={audience}>
            <dt>{AUDIENCE_WORDS[audience]}</dt>
            <dd>
              {formatCount(count)}
              <small>
                {unitsTold}/{units} đơn vị đã có số
              </small>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Periods({ unit }: { unit: UnitDetail }) {
  return (
    <ScrollingCard title="Tên và vị trí qua các thời kỳ">
      <table className="unit-table">
        <thead>
          <tr>
            <th scope="col">Thời gian</th>
            <th scope="col">Tên</th>
            <th scope="col">Loại</th>
            <th scope="col">Trực thuộc</th>
          </tr>
        </thead>
        <tbody>
          {unit.periods.map((period) => (
            <tr key={period.validFrom}>
              <td>{formatSpan(period)}</td>
              <td>{period.name}</td>
              <td>{KIND_WORDS[period.kind]}</td>
              <td>{period.parentName ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollingCard>
  )
}

function Headcounts({ unit }: { unit: UnitDetail }) {
  const told = [...unit.headcounts].sort((a, b) => b.asOf.localeCompare(a.asOf))
  return (
    <section className="card" aria-labelledby="headcounts-title">
      <h2 id="headcounts-title">Số người của riêng đơn vị</h2>
      {told.length === 0 && <p className="caption">Chưa có thông tin.</p>}
      {told.length > 0 && (
        <table className="unit-table">
          <thead>
            <tr>
              <th scope="col">Từ ngày</th>
              <th scope="col">Ai</th>
              <th scope="col">Số người</th>
            </tr>
          </thead>
          <tbody>
            {told.map(({ audience, asOf, count }) => (
              <tr key={`${audience} ${asOf}`}>
                <td>{formatDay(asOf)}</td>
                <td>{AUDIENCE_WORDS[audience]}</td>
                <td>{formatCount(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Mergers({ unit: { predecessors, successors } }: { unit: UnitDetail }) {
  if (predecessors.length + successors.length === 0) return null
  return (
    <section className="card" aria-labelledby="mergers-title">
      <h2 id="mergers-title">Sáp nhập</h2>
      <ul>
        {predecessors.map((unit) => (
          <Merger key={unit.id} before="Nhận" unit={unit} />
        ))}
        {successors.map((unit) => (
          <Merger key={unit.id} before="Sáp nhập vào" unit={unit} />
        ))}
      </ul>
    </section>
  )
}

function Merger({ before, unit }: { before: string; unit: UnitDetail['successors'][number] }) {
  return (
    <li>
      {before} <Link to={`/don-vi/${unit.id}`}>{unit.name}</Link> từ {formatDay(unit.from)}
      {unit.note && ` (${unit.note})`}
    </li>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router-dom'
import { api } from '../../api/client.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Ready } from '../../ui/states.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { type Me, useMe } from '../account/session.ts'
import { SettingsTabs } from '../feedback/settings-tabs.tsx'
import { SecondFactorFirst } from '../staff/second-factor-first.tsx'
import { UnitSelect } from '../units/unit-select.tsx'
import { formatDay } from '../units/words.ts'
import { AllHours } from './all-hours.tsx'
import { HoursForm } from './hours-form.tsx'
import { HoursTable } from './hours-table.tsx'
import { type OfficeHoursList, sourceText, standingOf } from './words.ts'
import './office-hours.css'

const PATH = '/admin/api/feedback/office-hours'

export default function OfficeHoursScreen() {
  const { data: me } = useMe()
  return (
    <ScreenFrame
      title="Giờ làm việc"
      intro="Hạn trả lời phản ánh được đếm theo giờ làm việc của đơn vị. Đơn vị chưa có giờ riêng thì theo đơn vị cấp trên."
    >
      <SettingsTabs />
      <SecondFactorFirst>{me && <OneUnit me={me} />}</SecondFactorFirst>
    </ScreenFrame>
  )
}

function OneUnit({ me }: { me: Me }) {
  const { filters, setFilter } = useFilters('unit')
  const own = ownUnit(me)
  const unitId = filters.unit ?? own?.unitId ?? ''
  const cache = useQueryClient()
  const asked = api.useQuery('get', PATH, { params: { query: { unitId } } }, { enabled: unitId !== '' })
  const unit = api.useQuery('get', '/admin/api/units/{id}', { params: { path: { id: unitId } } })
  const name = unit.data?.name ?? own?.unitName ?? unitId
  return (
    <>
      <div className="narrow hours-unit">
        <label htmlFor="hours-unit">Đơn vị</label>
        <UnitSelect id="hours-unit" value={unitId} chosenName={name} onChange={(id) => setFilter('unit', id)} />
      </div>
      <Ready asked={asked}>
        {(list) => (
          <div className="hours-parts">
            <Present unitId={unitId} list={list} />
            <Coming list={list} />
            <section className="card hours-change" aria-labelledby="hours-change">
              <h2 id="hours-change">Đổi giờ làm việc của {name}</h2>
              <p className="caption">
                Phản ánh nhận trước ngày áp dụng giữ nguyên hạn đã hẹn với người dân. Các đơn vị cấp dưới chưa có giờ
                riêng cũng theo giờ mới.
              </p>
              <HoursForm
                key={`${unitId} ${JSON.stringify(list.items)}`}
                unitId={unitId}
                start={list.items.at(0)?.hours ?? list.today}
                onSaved={() => cache.invalidateQueries({ queryKey: ['get', PATH] })}
              />
            </section>
          </div>
        )}
      </Ready>
      <AllHours />
    </>
  )
}

function Present({ unitId, list }: { unitId: string; list: OfficeHoursList }) {
  const above = list.todayFrom !== null && list.todayFrom.unitId !== unitId ? list.todayFrom.unitId : undefined
  return (
    <section className="card" aria-labelledby="hours-present">
      <h2 id="hours-present">Đang áp dụng</h2>
      <p className="caption">
        {sourceText(list, unitId)} {above && <Link to={`?unit=${above}`}>Xem giờ của đơn vị đó</Link>}
      </p>
      <HoursTable name="Giờ đang áp dụng" hours={list.today} />
    </section>
  )
}

function Coming({ list }: { list: OfficeHoursList }) {
  const coming = list.items.filter((row) => standingOf(row, list) === 'coming').reverse()
  return (
    <section className="card" aria-labelledby="hours-coming">
      <h2 id="hours-coming">Sắp áp dụng</h2>
      {coming.length === 0 && <p className="caption">Chưa ghi thay đổi nào cho những ngày tới.</p>}
      {coming.map(({ validFrom, hours }) => (
        <div key={validFrom}>
          <h3>Từ ngày {formatDay(validFrom)}</h3>
          <HoursTable name={`Giờ từ ngày ${formatDay(validFrom)}`} hours={hours} />
        </div>
      ))}
    </section>
  )
}

function ownUnit({ roles, permissions }: Me) {
  const held = permissions.find(({ permission }) => permission === 'feedback.settings')?.unitIds ?? []
  return roles.find(({ unitId }) => held.includes(unitId))
}

import { Button, Checkbox } from 'antd'
import { useNavigate } from 'react-router-dom'
import { api, BY_CURSOR, client } from '../../api/client.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { SearchField, SelectFilter } from '../../ui/filter-fields.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { may, useMe } from '../account/session.ts'
import { useUnitName } from '../staff/unit-name.tsx'
import { UnitSelect } from '../units/unit-select.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { INBOX_COLUMNS } from './columns.tsx'
import { DUE_OPTIONS, STATE_OPTIONS, useInboxFilters } from './inbox-filters.ts'
import { InboxTabs } from './inbox-tabs.tsx'
import { usePicked } from './use-picked.ts'
import './feedback.css'

export default function InboxScreen() {
  const navigate = useNavigate()
  const { data: me } = useMe()
  return (
    <ScreenFrame
      title="Phản ánh"
      intro="Phản ánh, kiến nghị, góp ý, lời khen người dân gửi đến các đơn vị anh/chị phụ trách."
      actions={
        me &&
        may(me, 'feedback.approve') && <Button onClick={() => navigate('/phan-anh/ngay-tra-loi')}>Ngày trả lời</Button>
      }
    >
      <InboxTabs />
      <Inbox />
    </ScreenFrame>
  )
}

function Inbox() {
  const { query, isFiltered } = useInboxFilters()
  const list = api.useInfiniteQuery('get', '/admin/api/reports', { params: { query } }, BY_CURSOR)
  const { picked, setPicked } = usePicked(list)
  return (
    <>
      <BulkBar picked={picked} onPick={setPicked} steps={['triage', 'assign', 'send', 'close']} />
      <DataTable
        name="Phản ánh"
        list={list}
        rowKey={({ id }) => id}
        columns={INBOX_COLUMNS}
        linkTo={({ id }) => `/phan-anh/${id}`}
        picking={{ picked, onPick: setPicked, label: ({ code }) => `Chọn ${code}` }}
        file={{
          name: 'phan-anh',
          readPage: (cursor) => client.GET('/admin/api/reports', { params: { query: { ...query, cursor } } }),
        }}
        filters={<Filters />}
        empty={isFiltered ? 'Không có phản ánh nào khớp.' : 'Không còn phản ánh nào đang mở.'}
      />
    </>
  )
}

function Filters() {
  const { query, setFilter } = useInboxFilters()
  const categories = api.useQuery('get', '/admin/api/feedback/categories')
  const unitName = useUnitName(query.unitId)
  const options = (categories.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <SearchField label="Tìm theo mã" value={query.code} onSearch={(text) => setFilter('code', text)} />
      <SelectFilter
        label="Trạng thái"
        value={query.state}
        options={STATE_OPTIONS}
        onChange={(text) => setFilter('state', text)}
      />
      <SelectFilter
        label="Lĩnh vực"
        value={query.categoryId}
        options={options}
        onChange={(text) => setFilter('categoryId', text)}
      />
      <SelectFilter label="Hạn" value={query.due} options={DUE_OPTIONS} onChange={(text) => setFilter('due', text)} />
      <label className="report-unit" htmlFor="report-unit">
        Đơn vị
        <UnitSelect
          id="report-unit"
          value={query.unitId}
          chosenName={unitName}
          onChange={(id) => setFilter('unitId', id)}
        />
      </label>
      {query.unitId && <Button onClick={() => setFilter('unitId', undefined)}>Bỏ chọn đơn vị</Button>}
      <Checkbox
        className="roomy"
        checked={query.mine === 'yes'}
        onChange={({ target }) => setFilter('mine', target.checked ? 'yes' : undefined)}
      >
        Giao cho tôi
      </Checkbox>
    </>
  )
}

import { Button } from 'antd'
import type { MouseEvent } from 'react'
import { useHref, useNavigate } from 'react-router-dom'
import { api, BY_CURSOR, client } from '../../api/client.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { DayFilter } from '../../ui/date-input.tsx'
import { SearchField, SelectFilter } from '../../ui/filter-fields.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { may, useMe } from '../account/session.ts'
import { formatDay, KIND_OPTIONS, KIND_WORDS, type Kind, type UnitRow } from './words.ts'
import './units.css'

const COLUMNS: Column<UnitRow>[] = [
  { key: 'name', title: 'Tên', cell: (unit) => <Name {...unit} />, text: ({ name }) => name },
  { key: 'kind', title: 'Loại', width: 160, cell: ({ kind }) => KIND_WORDS[kind] },
  { key: 'parent', title: 'Trực thuộc', cell: ({ path }) => path.at(-1) ?? '' },
  {
    key: 'id',
    title: 'Mã',
    width: 200,
    cell: ({ id }) => <span className="unit-code">{id}</span>,
    text: ({ id }) => id,
  },
  { key: 'from', title: 'Từ ngày', width: 110, cell: ({ validFrom }) => formatDay(validFrom) },
]

export default function UnitsScreen() {
  const { data: me } = useMe()
  const { filters, setFilter, isFiltered } = useFilters('q', 'kind', 'on')
  const kind = KIND_OPTIONS.find(({ value }) => value === filters.kind)?.value as Kind | undefined
  const query = { q: filters.q, on: filters.on, kind }
  const list = api.useInfiniteQuery('get', '/admin/api/units', { params: { query } }, BY_CURSOR)
  const [first] = list.data?.pages ?? []
  const manages = me !== undefined && may(me, 'units.manage')
  const at = filters.on ? `?on=${filters.on}` : ''
  return (
    <ScreenFrame
      title="Đơn vị"
      intro="Cây đơn vị của Sở theo từng ngày. Đổi tên, chuyển chỗ, sáp nhập đều giữ lại lịch sử."
      actions={manages && <Actions />}
    >
      <DataTable
        name="Đơn vị"
        list={list}
        rowKey={({ id }) => id}
        columns={COLUMNS}
        linkTo={({ id }) => `/don-vi/${id}${at}`}
        file={
          manages
            ? { href: `/admin/api/units/files/export${at}` }
            : {
                name: 'don-vi',
                readPage: (cursor) => client.GET('/admin/api/units', { params: { query: { ...query, cursor } } }),
              }
        }
        filters={
          <>
            <SearchField label="Tìm tên hoặc mã đơn vị" value={filters.q} onSearch={(text) => setFilter('q', text)} />
            <SelectFilter
              label="Loại đơn vị"
              value={filters.kind}
              options={KIND_OPTIONS}
              onChange={(text) => setFilter('kind', text)}
            />
            <div className="day-filter">
              <label htmlFor="units-on">Vào ngày</label>
              <DayFilter id="units-on" value={filters.on} onChange={(day) => setFilter('on', day)} />
            </div>
            {first && <span className="caption units-total">{first.total} đơn vị</span>}
          </>
        }
        empty={isFiltered ? 'Không có đơn vị nào khớp vào ngày này.' : 'Chưa có đơn vị nào.'}
      />
    </ScreenFrame>
  )
}

function Actions() {
  return (
    <>
      <Leading to="/don-vi/nhap-tep">Nhập từ Excel</Leading>
      <Leading to="/don-vi/sap-nhap">Sáp nhập</Leading>
      <Leading to="/don-vi/them" type="primary">
        Thêm đơn vị
      </Leading>
    </>
  )
}

/** A link that looks like a button. */
function Leading({ to, type, children }: { to: string; type?: 'primary'; children: string }) {
  const navigate = useNavigate()
  function go(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    navigate(to)
  }
  return (
    <Button type={type} href={useHref(to)} onClick={go}>
      {children}
    </Button>
  )
}

function Name({ name, path }: UnitRow) {
  return (
    <span className="unit-name" data-level={Math.min(path.length, 5)}>
      {name}
    </span>
  )
}

import { Button } from 'antd'
import type { MouseEvent } from 'react'
import { useHref, useNavigate } from 'react-router-dom'
import { api, BY_CURSOR, client } from '../../api/client.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { SearchField } from '../../ui/filter-fields.tsx'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { roleText } from '../account/role-text.ts'
import { useMe } from '../account/session.ts'
import { UnitSelect } from '../units/unit-select.tsx'
import { MemberStates } from './member-states.tsx'
import { RoleGuide } from './role-guide.tsx'
import { SecondFactorFirst } from './second-factor-first.tsx'
import { useUnitName } from './unit-name.tsx'
import { type Member, memberStates } from './words.ts'
import './staff.css'

const COLUMNS: Column<Member>[] = [
  { key: 'name', title: 'Họ tên', cell: ({ name }) => name },
  {
    key: 'email',
    title: 'Thư điện tử',
    cell: ({ email }) => <span className="breaks">{email}</span>,
    text: ({ email }) => email,
  },
  {
    key: 'roles',
    title: 'Vai trò',
    cell: (member) => <Roles {...member} />,
    text: ({ roles }) => roles.map(({ role, unitName }) => `${roleText(role)}, ${unitName}`).join('; '),
  },
  {
    key: 'state',
    title: 'Trạng thái',
    width: 220,
    cell: (member) => <MemberStates member={member} />,
    text: (member) =>
      memberStates(member)
        .map(({ text }) => text)
        .join(', '),
  },
]

export default function StaffScreen() {
  const { data: me } = useMe()
  return (
    <ScreenFrame
      title="Cán bộ"
      intro="Ai vào được trang này và làm được gì, trong các đơn vị anh/chị quản trị."
      actions={me?.hasSecondFactor && <AddLink />}
    >
      <SecondFactorFirst>
        <RoleGuide />
        <People />
      </SecondFactorFirst>
    </ScreenFrame>
  )
}

function People() {
  const { filters, setFilter, isFiltered } = useFilters('q', 'unitId')
  const list = api.useInfiniteQuery('get', '/admin/api/staff', { params: { query: filters } }, BY_CURSOR)
  const unitName = useUnitName(filters.unitId)
  return (
    <DataTable
      name="Cán bộ"
      list={list}
      rowKey={({ id }) => id}
      columns={COLUMNS}
      linkTo={({ id }) => `/can-bo/${id}`}
      file={{
        name: 'can-bo',
        readPage: (cursor) => client.GET('/admin/api/staff', { params: { query: { ...filters, cursor } } }),
      }}
      filters={
        <>
          <SearchField label="Tìm họ tên" value={filters.q} onSearch={(text) => setFilter('q', text)} />
          <label className="staff-unit" htmlFor="staff-unit">
            Có vai trò tại
            <UnitSelect
              id="staff-unit"
              value={filters.unitId}
              chosenName={unitName}
              onChange={(id) => setFilter('unitId', id)}
            />
          </label>
          {filters.unitId && <Button onClick={() => setFilter('unitId', undefined)}>Bỏ chọn đơn vị</Button>}
        </>
      }
      empty={isFiltered ? 'Không có cán bộ nào khớp.' : 'Chưa có cán bộ nào. Bấm “Thêm cán bộ” để tạo tài khoản.'}
    />
  )
}

/** A link that looks like a button. */
function AddLink() {
  const navigate = useNavigate()
  function go(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    navigate('/can-bo/them')
  }
  return (
    <Button type="primary" href={useHref('/can-bo/them')} onClick={go}>
      Thêm cán bộ
    </Button>
  )
}

function Roles({ roles }: Member) {
  return (
    <ul className="plain">
      {roles.map(({ role, unitId, unitName }) => (
        <li key={`${role} ${unitId}`}>
          {roleText(role)} <span className="caption">· {unitName}</span>
        </li>
      ))}
    </ul>
  )
}

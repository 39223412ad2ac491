import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { api } from '../../api/client.ts'
import { useUnitName } from '../staff/unit-name.tsx'

/** One unit or all of them, found by typing its name. */
export function UnitFilter({
  value,
  onChange,
}: {
  value: string | undefined
  onChange: (id: string | undefined) => void
}) {
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim()) || undefined
  const found = api.useQuery('get', '/admin/api/units', { params: { query: { q, limit: 30 } } })
  const chosenName = useUnitName(value)
  const units = found.data?.items ?? []
  const options = units.map(({ id, name }) => ({ value: id, label: name }))
  const isListed = value === undefined || units.some(({ id }) => id === value)
  return (
    <Select
      className="select-filter"
      aria-label="Đơn vị"
      placeholder="Đơn vị"
      allowClear
      value={value}
      options={isListed ? options : [{ value, label: chosenName ?? value }, ...options]}
      onChange={onChange}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      popupMatchSelectWidth={false}
      notFoundContent={found.isFetching ? 'Đang tìm' : 'Không có đơn vị nào khớp'}
    />
  )
}

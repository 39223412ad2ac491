import { Select } from 'antd'
import { useState } from 'react'
import { api } from '../../api/client.ts'

type Props = { id?: string; value?: string[]; onChange?: (ids: string[]) => void }

/** Some units of the tree, found by typing their names; one that was chosen earlier and is not found keeps its id. */
export function UnitsSelect({ id, value = [], onChange }: Props) {
  const [q, setQ] = useState<string>()
  const found = api.useQuery('get', '/admin/api/units', { params: { query: { q, limit: 50 } } })
  return (
    <Select
      id={id}
      mode="multiple"
      value={value}
      onChange={onChange}
      options={(found.data?.items ?? []).map((unit) => ({ value: unit.id, label: unit.name }))}
      loading={found.isFetching}
      showSearch={{ filterOption: false, onSearch: (text) => setQ(text.trim() || undefined) }}
      placeholder="Mọi đơn vị"
      notFoundContent="Không có đơn vị nào khớp"
    />
  )
}

import { Select } from 'antd'
import { useState } from 'react'
import { api } from '../../api/client.ts'

const WHILE_TYPING_MS = 300

type Props = {
  id?: string
  value?: string
  onChange?: (id: string) => void
  /** What the chosen unit is called, before anybody has searched. */
  chosenName?: string
  on?: string
}

/** One unit of the tree, found by typing its name. */
export function UnitSelect({ id, value, onChange, chosenName, on }: Props) {
  const [q, setQ] = useState<string>()
  const found = api.useQuery('get', '/admin/api/units', { params: { query: { q, on, limit: 30 } } })
  const options = (found.data?.items ?? []).map((unit) => ({
    value: unit.id,
    label: unit.path.length > 1 ? `${unit.name} · ${unit.path.at(-1)}` : unit.name,
  }))
  const isKnown = value === undefined || options.some((option) => option.value === value)
  const known = isKnown || chosenName === undefined ? options : [{ value, label: chosenName }, ...options]
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      options={known}
      loading={found.isFetching}
      showSearch={{ filterOption: false, onSearch: useLater(setQ) }}
      placeholder="Gõ tên đơn vị"
      notFoundContent={found.isFetching ? 'Đang tìm' : 'Không có đơn vị nào khớp'}
    />
  )
}

/** Asks once typing rests. */
function useLater(ask: (text: string | undefined) => void) {
  const [timer, setTimer] = useState<ReturnType<typeof setTimeout>>()
  return (text: string) => {
    clearTimeout(timer)
    setTimer(setTimeout(() => ask(text.trim() || undefined), WHILE_TYPING_MS))
  }
}

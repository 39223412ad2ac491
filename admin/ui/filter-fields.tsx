import { Input, Select } from 'antd'
import { useEffect, useState } from 'react'

const WHILE_TYPING_MS = 350

/** The screen's search box, which `/` leads to; asks once typing rests. */
export function SearchField({
  label,
  value,
  onSearch,
}: {
  label: string
  value: string | undefined
  onSearch: (text: string | undefined) => void
}) {
  const [text, setText] = useState(value ?? '')
  useEffect(() => setText(value ?? ''), [value])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new `onSearch` is no reason to ask again
  useEffect(() => {
    const wanted = text.trim() || undefined
    if (wanted === value) return
    const timer = setTimeout(() => onSearch(wanted), WHILE_TYPING_MS)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <Input
      type="search"
      data-search=""
      className="search-field"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  )
}

/** One choice or all; its name stands in it while nothing is chosen. */
export function SelectFilter({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: string | undefined
  options: { value: string; label: string }[]
  onChange: (value: string | undefined) => void
}) {
  return (
    <Select
      className="select-filter"
      aria-label={label}
      placeholder={label}
      allowClear
      value={value}
      options={options}
      onChange={onChange}
      popupMatchSelectWidth={false}
    />
  )
}

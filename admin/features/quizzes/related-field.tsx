import { Select } from 'antd'
import { useState } from 'react'
import { kindOfName, REFERENCE_KINDS, useSearchPublished, useTitles } from '../content/forms/published.ts'

const MOST = 5
const WHILE_TYPING_MS = 350

/** Pages a reader is led to after the answer, found by typing their names. */
export function RelatedField({
  id,
  value = [],
  onChange,
}: {
  id?: string
  value?: string[]
  onChange?: (names: string[]) => void
}) {
  const [words, setWords] = useState('')
  const [timer, setTimer] = useState<ReturnType<typeof setTimeout>>()
  const found = useSearchPublished(words, undefined)
  const titles = useTitles(value)
  const chosen = value.map((name, at) => ({ value: name, label: `${kindLabel(name)}: ${titles[at] ?? name}` }))
  const others = (found.data ?? [])
    .filter(({ name }) => !value.includes(name))
    .map(({ name, title }) => ({ value: name, label: `${kindLabel(name)}: ${title}` }))
  return (
    <Select
      id={id}
      mode="multiple"
      maxCount={MOST}
      value={value}
      options={[...chosen, ...others]}
      onChange={(names) => {
        setWords('')
        onChange?.(names)
      }}
      showSearch={{
        filterOption: false,
        onSearch: (text) => {
          clearTimeout(timer)
          setTimer(setTimeout(() => setWords(text), WHILE_TYPING_MS))
        },
      }}
      placeholder="Gõ tên thủ tục, bài, văn bản"
      notFoundContent={found.isFetching ? 'Đang tìm' : 'Gõ để tìm trong những gì đã công bố'}
    />
  )
}

function kindLabel(name: string) {
  const kind = kindOfName(name)
  return kind === undefined ? 'Trang' : REFERENCE_KINDS[kind].label
}

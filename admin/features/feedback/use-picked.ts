import { useState } from 'react'
import type { InboxRow } from './words.ts'

type List = { data: { pages: { items: InboxRow[] }[] } | undefined }

/** Rows picked of a list, as the list has them now; one that left the list is picked no more. */
export function usePicked({ data }: List) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const rows = data?.pages.flatMap(({ items }) => items) ?? []
  return {
    picked: rows.filter(({ id }) => ids.has(id)),
    setPicked: (picked: InboxRow[]) => setIds(new Set(picked.map(({ id }) => id))),
  }
}

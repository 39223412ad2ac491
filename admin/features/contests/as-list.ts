import type { CursorList } from '../../ui/data-table.tsx'
import type { Asked } from '../../ui/states.tsx'

/** A list that comes whole, as the table takes one by pages. */
export function asList<Row>({ data, error, refetch }: Asked<{ items: Row[] }>): CursorList<Row> {
  return {
    ...{ data: data && { pages: [data] }, error, refetch },
    ...{ hasNextPage: false, isFetchingNextPage: false, fetchNextPage: refetch },
  }
}

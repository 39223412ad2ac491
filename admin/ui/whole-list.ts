import type { CursorList } from './data-table.tsx'
import type { Asked } from './states.tsx'

/** A list that comes in one piece, as tables by cursor take it. */
export function wholeList<Row>(asked: Asked<{ items: Row[] }>): CursorList<Row> {
  const { data, error, refetch } = asked
  return {
    ...{ error, refetch, hasNextPage: false, isFetchingNextPage: false, fetchNextPage: refetch },
    data: data && { pages: [data] },
  }
}

import type { TieBreak } from './contests.schemas.ts'
import { keyOf, type RankingKey, type Standing } from './ranking.rules.ts'

type Row = Standing & { draw: number | null; place: number; rank: number }
/** Reads one row of a block's list; a question answered by an index. */
export type RowAt = (place: number) => Promise<Row | undefined>

/**
 * By which key how many are above somebody, and how many share the rank. A list is in the order of its keys, so each
 * border is found by halving, whatever the length.
 */
export async function explainRank(
  own: Row,
  { tieBreaks, people, rowAt }: { tieBreaks: readonly TieBreak[]; people: number; rowAt: RowAt },
) {
  const keys: RankingKey[] = ['score', ...tieBreaks]
  const above: { key: RankingKey; people: number }[] = []
  let before = 0
  for (const [at, key] of keys.entries()) {
    const prefix = keys.slice(0, at + 1)
    const first = await firstWhere(before + 1, own.place, rowAt, (row) => compareBy(row, own, prefix) >= 0)
    above.push({ key, people: first - 1 - before })
    before = first - 1
  }
  const next = await firstWhere(own.place, people + 1, rowAt, (row) => row.rank > own.rank)
  return { above, sharedWith: next - own.rank - 1, below: people - next + 1 }
}

/** The first place from `from` on that holds; `to` when none before it does. */
async function firstWhere(from: number, to: number, rowAt: RowAt, holds: (row: Row) => boolean) {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const row = await rowAt(middle)
    if (row === undefined || holds(row)) high = middle
    else low = middle + 1
  }
  return low
}

function compareBy(one: Row, other: Row, keys: readonly RankingKey[]) {
  for (const key of keys) {
    const [mine, theirs] = [keyOf(one, key), keyOf(other, key)]
    if (mine !== theirs) return mine < theirs ? -1 : 1
  }
  return 0
}

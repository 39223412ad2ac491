export type Kind = 'single' | 'multiple' | 'true_false' | 'ordering'

/** Letters as on paper; more options than letters do not exist. */
export const LETTERS = 'ABCDEFGH'

/** A set is right when it is the very set; an ordering when it is the very order. */
export function isRight({ kind, key }: { kind: Kind; key: readonly number[] }, chosen: readonly number[]): boolean {
  if (chosen.length !== key.length) return false
  if (kind === 'ordering') return key.every((place, at) => chosen[at] === place)
  return key.every((place) => chosen.includes(place))
}

/** What a tap changes: one of several is replaced, a box is ticked or not; an empty ordering starts as it is shown. */
export function choose(kind: Kind, chosen: readonly number[], place: number): number[] {
  if (kind !== 'multiple') return [place]
  const next = chosen.includes(place) ? chosen.filter((each) => each !== place) : [...chosen, place]
  return next.sort((one, other) => one - other)
}

/** Moves what stands at a place one up (-1) or down (1). */
export function move(order: readonly number[], at: number, by: -1 | 1): number[] {
  const [here, there] = [order[at], order[at + by]]
  if (here === undefined || there === undefined) return [...order]
  const next = [...order]
  next[at] = there
  next[at + by] = here
  return next
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, chance: random() }))
    .sort((one, other) => one.chance - other.chance)
    .map(({ item }) => item)
}

/** An order to begin with that is not the right one by chance. */
export function firstOrder(key: readonly number[], random: () => number): number[] {
  const order = shuffle([...key].sort(), random)
  return order.every((place, at) => place === key[at]) ? [...order.slice(1), ...order.slice(0, 1)] : order
}

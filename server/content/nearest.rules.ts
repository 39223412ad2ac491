type Named = { slug: string; code: string | null; title: string }

/** Up to three names that differ least from what was asked for, counted in changed, swapped, missing or extra letters. */
export function nearest(asked: string, named: Named[]): Named[] {
  return named
    .map((each) => ({ each, distance: Math.min(distance(asked, each.slug), distance(asked, each.code ?? each.slug)) }))
    .filter(({ distance: far }) => far <= Math.max(2, asked.length / 3))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ each }) => each)
}

/** Two neighbours swapped count as one slip. */
function distance(from: string, to: string): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1)
      const oneMore = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1)
      const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      const swapped = isSwapped ? (beforePrevious[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY
      current.push(Math.min(replaced, oneMore, swapped))
    }
    beforePrevious = previous
    previous = current
  }
  return previous[to.length] ?? 0
}

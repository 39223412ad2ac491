import { fold } from './vietnamese-text.ts'

const LONGEST_KEPT = 80

/**
 * A question as it may be kept: folded, short, and without what could name a person (numbers of six digits
 * and more, addresses). Too little left means there is nothing worth counting.
 */
export function maskQuery(query: string): string | undefined {
  const masked = fold(query)
    .replace(/(?<!\S)\S+@\S+/g, ' … ')
    .replace(/\d[\d .-]{4,}\d/g, ' … ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_KEPT)
  return /\p{L}{2}/u.test(masked) ? masked : undefined
}

export type MissCounter = ReturnType<typeof createMissCounter>

/** Unanswered questions waiting to be written down; a typing person's prefixes fold into the longest one. */
export function createMissCounter({ most = 2_000 } = {}) {
  let counts = new Map<string, number>()
  return {
    count(query: string | undefined) {
      if (query === undefined || (counts.size >= most && !counts.has(query))) return
      counts.set(query, (counts.get(query) ?? 0) + 1)
    },
    take(): { query: string; count: number }[] {
      const taken = [...counts].map(([query, count]) => ({ query, count }))
      counts = new Map()
      return taken.filter(({ query }) => !taken.some((other) => other.query !== query && other.query.startsWith(query)))
    },
  }
}

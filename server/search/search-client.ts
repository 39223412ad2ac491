import type { SearchAnswer, SearchType } from './search.schemas.ts'

export type SearchClient = {
  search: (query: { q: string; type?: SearchType; limit: number }) => Promise<SearchAnswer>
  refresh: () => void
  close: () => Promise<void>
}

export function openSearch(_: { databaseFile: string }): SearchClient {
  return { search: async () => ({ items: [], confidence: 'low', suggestions: [] }), refresh() {}, async close() {} }
}

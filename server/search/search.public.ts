import type { Api } from '../http/api.ts'
import { route } from '../http/route.ts'
import { SearchAnswer, SearchQuery } from './search.schemas.ts'
import { searchPublished } from './search.usecases.ts'

const search = route('GET /api/search', {
  summary: 'Search as you type, with or without diacritics',
  access: 'anyone',
  query: SearchQuery,
  reply: SearchAnswer,
  problems: ['request.invalid', 'search.query_too_long', 'search.unavailable'],
})

export function searchDoors(api: Api) {
  api.serve(search, (ctx, { query }) => searchPublished(ctx, query))
}

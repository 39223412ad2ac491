import { QueryClient } from '@tanstack/react-query'
import createFetchClient from 'openapi-fetch'
import createQueryClient from 'openapi-react-query'
import { readProblem } from './problem.ts'
import type { paths } from './schema.gen.ts'
import { reportSignedOut } from './session-end.ts'

const MOST_TRIES = 2

/** For what is sent once on a click; reads go through `api`. */
export const client = createFetchClient<paths>({ baseUrl: '' })
client.use({
  async onResponse({ response }) {
    if (response.status !== 401) return
    const problem = readProblem(
      await response
        .clone()
        .json()
        .catch(() => undefined),
    )
    if (problem.code === 'staff.not_signed_in') reportSignedOut()
  },
})

/** `useQuery`, `useInfiniteQuery` and `useMutation` over the staff's contract. */
export const api = createQueryClient(client)

export function createCache() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        refetchOnWindowFocus: false,
        networkMode: 'always',
        retry: (failures, error) => failures < MOST_TRIES && readProblem(error).code === 'storage.busy',
      },
      mutations: { networkMode: 'always' },
    },
  })
}

/** Page by page: `api.useInfiniteQuery('get', path, { params: { query } }, BY_CURSOR)`. */
export const BY_CURSOR = {
  pageParamName: 'cursor',
  // Not `undefined`, for which openapi-react-query would ask for page 0.
  initialPageParam: null as string | null,
  getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor ?? undefined,
}

/** The version a change is made to; the service refuses when somebody else was quicker. */
export function ifMatch(version: number) {
  return { 'if-match': `"${version}"` }
}

/** One key per form that was opened, so that a click repeated after a lost answer changes things once. */
export function newKey() {
  return crypto.randomUUID()
}

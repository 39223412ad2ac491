import createFetchClient from 'openapi-fetch'
import type { PathsWithMethod } from 'openapi-typescript-helpers'
import { createContext, useContext } from 'react'
import useSWR from 'swr'
import type { Platform } from '../zalo/platform.ts'
import { reportOffline, reportOnline } from './connection.ts'
import type { paths } from './schema.gen.ts'

const LONGEST_WAIT_MS = 8_000
const WHILE_FRESH_MS = 60_000

type Path = PathsWithMethod<paths, 'get'>
type Init<P extends Path> = Omit<paths[P]['get']['parameters'], 'header' | 'cookie'>
type Reply<P extends Path> = paths[P]['get']['responses'][200]['content']['application/json']

/** What was asked for: not there yet (`data` and `error` both missing), there, or failed. */
export type Asked<T> = { data: T | undefined; error: unknown; refetch: () => void }

export type Api = {
  /** Asks for a path and keeps the answer for every screen; `keepPrevious` shows the last one while the next is on its way. */
  useAsk: <P extends Path>(path: P, parameters?: Init<P>, options?: { keepPrevious?: boolean }) => Asked<Reply<P>>
}

/** Asks the service; without a network, what this device has kept answers instead. */
export function createApi(platform: Platform): Api {
  const client = createFetchClient<paths>({
    baseUrl: platform.apiBase,
    fetch: (request) => fetchOrKept(request, platform),
  })

  async function ask<P extends Path>([path, params]: [P, Init<P> | undefined]): Promise<Reply<P>> {
    // openapi-fetch asks for `params` only where a path has some, which a generic path cannot show the compiler.
    const { data, error } = await client.GET(path, { params } as never)
    if (error !== undefined) throw error
    return data as unknown as Reply<P>
  }

  return {
    useAsk(path, parameters, { keepPrevious = false } = {}) {
      const { data, error, mutate } = useSWR([path, parameters], ask, {
        dedupingInterval: WHILE_FRESH_MS,
        keepPreviousData: keepPrevious,
        revalidateOnFocus: false,
        shouldRetryOnError: false,
      })
      return { data, error, refetch: () => void mutate() }
    },
  }
}

async function fetchOrKept(request: Request, platform: Platform): Promise<Response> {
  if (navigator.onLine !== false) {
    const answer = await fetch(request, { signal: AbortSignal.timeout(LONGEST_WAIT_MS) }).catch(() => undefined)
    if (answer) {
      reportOnline()
      return answer
    }
  }
  const { answerFromLibrary } = await import('./library.ts')
  const kept = await answerFromLibrary(request, platform.storage)
  reportOffline(kept?.keptAt ?? null)
  return kept?.response ?? offlineProblem()
}

function offlineProblem() {
  const body = JSON.stringify({ code: 'app.offline', status: 503 })
  return new Response(body, { status: 503, headers: { 'content-type': 'application/problem+json' } })
}

export const ApiContext = createContext<Api | undefined>(undefined)

export function useApi(): Api {
  const api = useContext(ApiContext)
  if (!api) throw new Error('ApiContext is set in main.tsx')
  return api
}

import createFetchClient from 'openapi-fetch'
import createQueryClient from 'openapi-react-query'
import { createContext, useContext } from 'react'
import type { Platform } from '../zalo/platform.ts'
import { reportOffline, reportOnline } from './connection.ts'
import type { paths } from './schema.gen.ts'

const LONGEST_WAIT_MS = 8_000

/** Asks the service; without a network, what this device has kept answers instead. */
export function createApi(platform: Platform) {
  const fetchClient = createFetchClient<paths>({
    baseUrl: platform.apiBase,
    fetch: (request) => fetchOrKept(request, platform),
  })
  return { api: createQueryClient(fetchClient), fetchClient }
}
export type Api = ReturnType<typeof createApi>['api']

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

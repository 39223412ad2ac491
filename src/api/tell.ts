import type { paths } from './schema.gen.ts'

type Told = '/api/reads' | '/api/page-comments'
type Body<P extends Told> = paths[P]['post']['requestBody']['content']['application/json']

const LONGEST_WAIT_MS = 8_000

/** Tells the service something; nothing comes back when it could not be reached. It is sent even while leaving. */
export async function tell<P extends Told>(apiBase: string, path: P, body: Body<P>): Promise<Response | undefined> {
  if (navigator.onLine === false) return undefined
  return fetch(apiBase + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'omit',
    keepalive: true,
    signal: AbortSignal.timeout(LONGEST_WAIT_MS),
  }).catch(() => undefined)
}

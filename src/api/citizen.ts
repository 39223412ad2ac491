import createFetchClient from 'openapi-fetch'
import type { Platform } from '../zalo/platform.ts'
import { reportOffline, reportOnline } from './connection.ts'
import { codeOf } from './problem-text.ts'
import type { components, paths } from './schema.gen.ts'

const KEPT_AS = 'citizen-session'
/** Our service waits for Zalo itself before it answers. */
const LONGEST_WAIT_MS = 15_000
/** A photo over a weak network. */
const LONGEST_UPLOAD_MS = 90_000

/** A session's token, or the answer to show instead. */
type Opened = { token: string } | { refusal: Response }

/**
 * What a citizen does in their own name. The first call opens a session (in Zalo, of the person; in a browser, of
 * the device), so nothing is asked of Zalo before somebody acts; a session that is over is opened anew, once a call.
 */
export function createCitizenApi({ kind, apiBase, storage, getAccessToken }: Platform) {
  let opening: Promise<Opened> | undefined

  async function open(): Promise<Opened> {
    const zaloAccessToken = kind === 'zalo' ? await getAccessToken() : undefined
    if (kind === 'zalo' && zaloAccessToken === undefined) return { refusal: problem('app.zalo_silent') }
    const answer = await send(
      new Request(`${apiBase}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(zaloAccessToken === undefined ? {} : { zaloAccessToken }),
      }),
    )
    if (!answer.ok) return { refusal: answer }
    // The service parses its replies before they leave.
    const { token } = (await answer.json()) as components['schemas']['OpenedSession']
    await storage.set(KEPT_AS, token)
    return { token }
  }

  /** Calls that come together open one session together; one that was refused is tried again by the next call. */
  function openOnce(): Promise<Opened> {
    opening ??= open().finally(() => {
      opening = undefined
    })
    return opening
  }

  async function keptOrNew(): Promise<Opened> {
    const kept = opening === undefined ? await storage.get(KEPT_AS) : null
    return kept === null ? openOnce() : { token: kept }
  }

  async function sendAs(request: Request, waitMs = LONGEST_WAIT_MS): Promise<Response> {
    const again = request.clone()
    const first = await keptOrNew()
    if ('refusal' in first) return first.refusal
    const answer = await send(withToken(request, first.token), waitMs)
    if (!(await isSessionOver(answer))) return answer
    // Another call may have opened a new one meanwhile.
    if ((await storage.get(KEPT_AS)) === first.token) await storage.remove(KEPT_AS)
    const second = await keptOrNew()
    return 'refusal' in second ? second.refusal : send(withToken(again, second.token), waitMs)
  }

  return {
    client: createFetchClient<paths>({ baseUrl: apiBase, fetch: (request) => sendAs(request) }),
    /** What anybody may ask for: opens no session. */
    anyone: createFetchClient<paths>({ baseUrl: apiBase, fetch: (request) => send(request) }),
    /** For bytes both ways, which a typed client has no way to say. */
    ask: (path: string, init?: RequestInit) => sendAs(new Request(apiBase + path, init), LONGEST_UPLOAD_MS),
    askOpenly: (path: string, init?: RequestInit) => send(new Request(apiBase + path, init), LONGEST_UPLOAD_MS),
    /** Whether this device was known before; asking opens nothing. */
    hasSession: async () => (await storage.get(KEPT_AS)) !== null,
    /** After the session was ended or the person erased. */
    forget: () => storage.remove(KEPT_AS),
  }
}

async function send(request: Request, waitMs = LONGEST_WAIT_MS): Promise<Response> {
  const answer = await fetch(request, { signal: AbortSignal.timeout(waitMs) }).catch(() => undefined)
  if (answer) reportOnline()
  else reportOffline(null)
  return answer ?? problem('app.unsent')
}

function withToken(request: Request, token: string) {
  request.headers.set('authorization', `Bearer ${token}`)
  return request
}

async function isSessionOver(answer: Response) {
  if (answer.status !== 401) return false
  return (
    codeOf(
      await answer
        .clone()
        .json()
        .catch(() => undefined),
    ) === 'citizen.not_signed_in'
  )
}

/** What went wrong before the service could answer, in the shape of its own answers. */
function problem(code: 'app.zalo_silent' | 'app.unsent') {
  const headers = { 'content-type': 'application/problem+json' }
  return new Response(JSON.stringify({ code, status: 503 }), { status: 503, headers })
}

import type { Reply } from './staff.ts'

let phones = 0

/** A citizen's phone: it keeps the session's token and sends it in the one header where it belongs. */
export function openPhone(url: string) {
  phones += 1
  const address = `198.51.100.${phones % 250}`
  let token: string | undefined
  const bearer = (): Record<string, string> => (token === undefined ? {} : { authorization: `Bearer ${token}` })
  async function call<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(url + path, {
      method,
      headers: {
        'x-forwarded-for': address,
        ...bearer(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    return { status: response.status, body: (await response.json()) as T, headers: response.headers }
  }
  return {
    call,
    get: <T = unknown>(path: string): Promise<Reply<T>> => call('GET', path),
    post: <T = unknown>(path: string, body?: unknown): Promise<Reply<T>> => call('POST', path, body),
    /** A file as it is, and what came back as it is. */
    async send(
      path: string,
      { bytes, type }: { bytes: Buffer; type: string },
    ): Promise<Reply<{ id: string; code: string }>> {
      const headers = { 'x-forwarded-for': address, 'content-type': type, ...bearer() }
      const response = await fetch(url + path, { method: 'POST', headers, body: new Uint8Array(bytes) })
      return {
        status: response.status,
        body: (await response.json()) as { id: string; code: string },
        headers: response.headers,
      }
    },
    async download(path: string, body?: unknown) {
      const headers = { 'x-forwarded-for': address, 'content-type': 'application/json', ...bearer() }
      const response = await fetch(
        url + path,
        body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) },
      )
      return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()), headers: response.headers }
    },
    delete: <T = unknown>(path: string): Promise<Reply<T>> => call('DELETE', path),
    /** Opens a session and goes on with it. */
    async signIn(wish: { zaloAccessToken?: string } = {}) {
      const reply = await call<{ token: string; via: string; expiresAt: string }>('POST', '/api/session', wish)
      if (reply.status === 201) token = reply.body.token
      return reply
    },
    get token() {
      return token
    },
    useToken(other: string | undefined) {
      token = other
    },
  }
}

import type { Reply } from './staff.ts'

let phones = 0

/** A citizen's phone: it keeps the session's token and sends it in the one header where it belongs. */
export function openPhone(url: string) {
  phones += 1
  const address = `198.51.100.${phones % 250}`
  let token: string | undefined
  async function call<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(url + path, {
      method,
      headers: {
        'x-forwarded-for': address,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
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

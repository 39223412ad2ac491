import { createHmac } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { meetFault } from './faults.ts'
import type { Oa } from './oa.ts'
import type { OaTokens } from './oa-tokens.ts'
import type { State } from './state.ts'

const MINUTE_MS = 60_000
export type Refusal = { error: number; message: string }
export type Answer = { data: unknown } | Refusal
/** What was asked: the JSON of the body, of `data=`, or the plain parameters of an address. */
export type Asked = { body: Record<string, unknown>; query: Record<string, string>; context: Context }
export type Serve = (method: 'get' | 'post', path: string, handle: (asked: Asked) => Answer | Promise<Answer>) => void

export const refuse = (error: number, message: string): Refusal => ({ error, message })
export const invalid = (field: string) => refuse(-201, `${field} is invalid!`)

/** openapi.zalo.me: whoever asks shows a token in a header, is counted by the minute, and is answered 200 whatever comes. */
export function openapi(
  app: Hono,
  { state, oa, tokens, closing }: { state: State; oa: Oa; tokens: OaTokens; closing: AbortSignal },
): Serve {
  let minute = { since: Number.NEGATIVE_INFINITY, calls: 0 }

  function count(context: Context) {
    const at = state.time()
    if (at - minute.since >= MINUTE_MS || at < minute.since) minute = { since: at, calls: 0 }
    minute.calls += 1
    const limit = oa.settings.callsPerMinute
    context.header('X-RateLimit-Limit', String(limit))
    context.header('X-RateLimit-Remain', String(Math.max(0, limit - minute.calls)))
    return minute.calls <= limit
  }

  function admit(context: Context): Refusal | undefined {
    const token = context.req.header('access_token') ?? ''
    const problem = tokens.check(token)
    if (problem === -216) return refuse(-216, 'Access token is invalid')
    if (problem === -220) return refuse(-220, 'access_token is expired or removed')
    const proof = createHmac('sha256', oa.settings.appSecret).update(token).digest('hex')
    if (oa.settings.needsProof && context.req.header('appsecret_proof') !== proof)
      return refuse(-242, 'Invalid appsecret_proof provided in the API argument')
    if (!count(context)) return refuse(-32, 'Your application reached limit call api')
    return undefined
  }

  return (method, path, handle) =>
    app.on(method.toUpperCase(), path, (context) => {
      const act = async () => {
        const refused = admit(context)
        const asked = refused ?? (await readAsked(context, method))
        const answer = 'error' in asked ? asked : await handle(asked)
        return context.json('error' in answer ? answer : { data: answer.data, error: 0, message: 'Success' })
      }
      return meetFault(context, state.takeFault(path), { closing, act })
    })
}

async function readAsked(context: Context, method: 'get' | 'post'): Promise<Asked | Refusal> {
  const query = context.req.query()
  if (context.req.header('content-type')?.startsWith('multipart/')) return { body: {}, query, context }
  try {
    const text = method === 'post' ? await context.req.text() : (query.data ?? '{}')
    const body: unknown = JSON.parse(text === '' ? '{}' : text)
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      return { error: -201, message: 'Params is invalid' }
    return { body: body as Record<string, unknown>, query, context }
  } catch {
    return { error: -201, message: 'Params is invalid' }
  }
}

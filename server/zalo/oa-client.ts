import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { OaConfig } from '../config.ts'
import { askZalo, retryAfterMs, type Told } from './ask-zalo.ts'
import { kindOf, type OaErrorKind } from './oa-errors.rules.ts'
import type { OaTokens } from './oa-tokens.ts'
import type { Throttle } from './throttle.ts'

/** How a question to the account's API went. Nothing here names a person or repeats what was asked. */
export type OaAnswer<T> =
  | { outcome: 'done'; data: T }
  /** `why` is a word for staff, `zalo_-230`. */
  | { outcome: 'failed'; kind: OaErrorKind; code: number; why: string; afterMs: number | undefined }
  /** No whole answer: a change may or may not have been made. */
  | { outcome: 'lost' }
  /** Nobody has allowed us to speak for the account, or the grant is used up. */
  | { outcome: 'no_token' }

type Envelope = { path: string } & (
  | { get: Record<string, unknown> }
  /** Articles take plain parameters, everything else one JSON in `data`. */
  | { list: Record<string, string> }
  | { post: unknown }
  | { upload: { bytes: Buffer; name: string; type: string } }
)
export type OaCall = <T extends z.ZodType>(asked: Envelope, expected: T) => Promise<OaAnswer<z.output<T>>>

const Failure = z.looseObject({ error: z.coerce.number(), message: z.string().catch('') })
const MINUTE_MS = 60_000

/** The door all calls of one account leave by: token, time limit, errors told apart by number, one renewal of the token. */
export function createOaCall({
  oa,
  tokens,
  throttle,
  now,
  stopping,
}: {
  oa: OaConfig
  tokens: OaTokens
  throttle: Throttle
  now: () => Date
  stopping?: AbortSignal
}): OaCall {
  async function ask(asked: Envelope, access: string) {
    const told = await askZalo({ ...describe(oa.url, asked), headers: headersOf(asked, access), stopping })
    if (told !== undefined) throttle.adapt(told.headers, now().getTime())
    return told
  }
  function headersOf(asked: Envelope, access: string): Record<string, string> {
    const proof = createHmac('sha256', oa.appSecret).update(access).digest('hex')
    const headers = { access_token: access, appsecret_proof: proof }
    return 'post' in asked ? { ...headers, 'content-type': 'application/json' } : headers
  }
  return async (asked, expected) => {
    let token = await tokens.current()
    for (let renewals = 0; token !== undefined; renewals += 1) {
      const answer = readAnswer(await ask(asked, token.access), expected, now().getTime())
      const isStale = answer.outcome === 'failed' && answer.kind === 'refresh'
      if (!isStale) return answer
      // A token that was renewed just now and is refused too: only somebody who runs the account can tell why.
      if (renewals > 0) return { ...answer, kind: 'human' }
      token = await tokens.refresh(token.version)
    }
    return { outcome: 'no_token' }
  }
}

function describe(url: string, asked: Envelope) {
  if ('get' in asked) {
    const data = encodeURIComponent(JSON.stringify(asked.get))
    return { method: 'GET' as const, address: `${url}${asked.path}?data=${data}` }
  }
  if ('list' in asked)
    return { method: 'GET' as const, address: `${url}${asked.path}?${new URLSearchParams(asked.list)}` }
  const address = url + asked.path
  if ('post' in asked) return { method: 'POST' as const, address, body: JSON.stringify(asked.post) }
  const form = new FormData()
  const { bytes, name, type } = asked.upload
  form.set('file', new Blob([new Uint8Array(bytes)], { type }), name)
  return { method: 'POST' as const, address, body: form }
}

/** The number in the body decides; HTTP tells something only where there is no body to read. */
function readAnswer<T extends z.ZodType>(told: Told | undefined, expected: T, nowMs: number): OaAnswer<z.output<T>> {
  if (told === undefined) return { outcome: 'lost' }
  const afterMs = retryAfterMs(told.headers, nowMs)
  const failure = Failure.safeParse(told.json)
  if (!failure.success) {
    if (told.status === 404 || told.status === 429) return failed(told.status, '', afterMs)
    return { outcome: 'lost' }
  }
  const { error, message } = failure.data
  if (error !== 0) return failed(error, message, afterMs)
  const answer = expected.safeParse(told.json?.data ?? {})
  return answer.success ? { outcome: 'done', data: answer.data } : { outcome: 'lost' }
}

function failed(code: number, message: string, afterMs: number | undefined) {
  return { outcome: 'failed' as const, kind: kindOf(code, message), code, why: `zalo_${code}`, afterMs }
}

/** How long everything rests after "too many calls": 30 to 60 seconds, so that not all come back at once. */
export function restMs(afterMs: number | undefined, chance: number) {
  return afterMs ?? MINUTE_MS / 2 + Math.floor((chance * MINUTE_MS) / 2)
}

import { createHmac } from 'node:crypto'
import { z } from 'zod'

const LONGEST_WAIT_MS = 4_000
const OUTSIDE_VIETNAM = -501

const Failure = z.looseObject({ error: z.coerce.number().default(0) })
/** Opaque digits: as a number the last ones would be lost. */
const Me = z.looseObject({ id: z.string().regex(/^\d{1,32}$/) })
const PhoneInfo = z.looseObject({ data: z.looseObject({ number: z.string().regex(/^\+?\d{8,15}$/) }) })

/** Why Zalo did not tell: it refused, it will not tell a server abroad, or there was no answer to be understood. */
export type NotTold = { outcome: 'refused' } | { outcome: 'outside_vietnam' } | { outcome: 'unreachable' }
export type Graph = {
  /** Whose token it is, by an id that is the same each time for this app. */
  identify: (accessToken: string) => Promise<{ outcome: 'told'; zaloId: string } | NotTold>
  /** The number behind a code that the person has just agreed to give. */
  readPhone: (of: { accessToken: string; code: string }) => Promise<{ outcome: 'told'; phone: string } | NotTold>
}

/** Asks Zalo about its people. What was asked with never stands in an address, an error or a log line. */
export function createGraph({ url, appSecret }: { url: string | undefined; appSecret: string }): Graph {
  return {
    async identify(accessToken) {
      const proof = createHmac('sha256', appSecret).update(accessToken).digest('hex')
      const headers = { access_token: accessToken, appsecret_proof: proof }
      const answer = await ask(url, '/v2.0/me?fields=id', headers, Me)
      return answer.outcome === 'told' ? { outcome: 'told', zaloId: answer.value.id } : answer
    },
    async readPhone({ accessToken, code }) {
      const headers = { access_token: accessToken, code, secret_key: appSecret }
      const answer = await ask(url, '/v2.0/me/info', headers, PhoneInfo)
      return answer.outcome === 'told' ? { outcome: 'told', phone: answer.value.data.number } : answer
    },
  }
}

/** `error` in the body decides: Zalo refuses with HTTP 200, and its gateway fails with pages that are not JSON. */
async function ask<T extends z.ZodType>(
  base: string | undefined,
  path: string,
  headers: Record<string, string>,
  expected: T,
): Promise<{ outcome: 'told'; value: z.output<T> } | NotTold> {
  const body = base === undefined ? undefined : await fetchJson(base + path, headers)
  const failure = Failure.safeParse(body)
  if (!failure.success) return { outcome: 'unreachable' }
  if (failure.data.error === OUTSIDE_VIETNAM) return { outcome: 'outside_vietnam' }
  if (failure.data.error !== 0) return { outcome: 'refused' }
  const answer = expected.safeParse(body)
  return answer.success ? { outcome: 'told', value: answer.data } : { outcome: 'unreachable' }
}

/** Nothing when it took too long, was cut off or is no JSON. */
async function fetchJson(address: string, headers: Record<string, string>): Promise<unknown> {
  try {
    const signal = AbortSignal.timeout(LONGEST_WAIT_MS)
    const response = await fetch(address, { headers, signal, redirect: 'error' })
    return await response.json()
  } catch {
    return undefined
  }
}

import { createHash, createHmac } from 'node:crypto'

const ACCESS_MS = 25 * 3_600_000
const REFRESH_MS = 90 * 24 * 3_600_000
const CODE_MS = 10 * 60_000

export type Pair = { access_token: string; refresh_token: string; expires_in: string }
export type OaTokens = ReturnType<typeof createOaTokens>

/**
 * The account's pair. The number of a pair stands in it, signed: a simulator that is started again, which remembers
 * nothing, goes on from the pair the service shows it.
 */
export function createOaTokens({ time, mint }: { time: () => number; mint: (kind: string) => string }) {
  const codes = new Map<string, { challenge: string; expiresAt: number }>()
  let current = 1
  let isGranted = true
  const sign = (kind: string, pair: number, at: number) => {
    const words = `${kind}-${pair}-${at}`
    return `${words}-${createHmac('sha256', 'simulator').update(words).digest('base64url')}`
  }
  function read(kind: string, token: string) {
    const [, pair, at] = /^[a-z]+-(\d+)-(\d+)-/.exec(token) ?? []
    const known = { pair: Number(pair), at: Number(at) }
    return sign(kind, known.pair, known.at) === token ? known : undefined
  }
  const issue = (): Pair => ({
    access_token: sign('access', current, time()),
    refresh_token: sign('refresh', current, time()),
    expires_in: String(ACCESS_MS / 1000),
  })

  return {
    /** The pair that holds now, as an administrator copies it from Zalo's own page. */
    issue,
    /** What the account's administrator allows; good once, for ten minutes. */
    grantCode(challenge: string) {
      const code = mint('grant')
      codes.set(code, { challenge, expiresAt: time() + CODE_MS })
      return code
    },
    exchange({ code, verifier }: { code: string; verifier: string }): Pair | undefined {
      const known = codes.get(code)
      codes.delete(code)
      if (!known || known.expiresAt <= time()) return undefined
      if (known.challenge !== '' && createHash('sha256').update(verifier).digest('base64url') !== known.challenge)
        return undefined
      current += 1
      isGranted = true
      return issue()
    },
    /** One use: afterwards neither this token nor the access token beside it is good for anything. */
    refresh(token: string): Pair | undefined {
      const known = read('refresh', token)
      if (!known || !isGranted || known.pair < current || known.at + REFRESH_MS <= time()) return undefined
      current = known.pair + 1
      return issue()
    },
    /** Zalo's number for why it is not good, or 0. */
    check(token: string): 0 | -216 | -220 {
      const known = read('access', token)
      if (!known || !isGranted || known.pair < current) return -216
      current = known.pair
      return known.at + ACCESS_MS <= time() ? -220 : 0
    },
    /** The administrator takes the grant back. */
    revoke() {
      isGranted = false
      current += 1
    },
  }
}

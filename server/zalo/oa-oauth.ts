import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { OaConfig } from '../config.ts'
import { askZalo } from './ask-zalo.ts'

const Pair = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  /** A string in samples, a number in places. */
  expires_in: z.coerce.number().int().min(60).catch(90_000),
})
const Refusal = z.looseObject({ error: z.coerce.number().catch(-1), error_name: z.string().optional() })
const TOO_MANY_CALLS = -32

export type Exchanged =
  | { outcome: 'given'; access: string; refresh: string; lastsMs: number }
  /** Zalo says no, in its own number. */
  | { outcome: 'refused'; code: number }
  /** Too many calls: nothing was used up. */
  | { outcome: 'later' }
  /** The answer was lost: the token that was spent may be gone. */
  | { outcome: 'lost' }
type Grant = Record<string, string> & { grant_type: 'authorization_code' | 'refresh_token' }

/** Zalo's token door: both tokens are there, or it is no success, whatever the HTTP status says. */
export async function exchange(
  { oauthUrl, appId, appSecret }: OaConfig,
  grant: Grant,
  stopping?: AbortSignal,
): Promise<Exchanged> {
  const told = await askZalo({
    ...{ method: 'POST', address: `${oauthUrl}/v4/oa/access_token`, stopping },
    headers: { secret_key: appSecret, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ app_id: appId, ...grant }),
  })
  if (told?.json === undefined) return { outcome: 'lost' }
  const pair = Pair.safeParse(told.json)
  if (pair.success) {
    const { access_token: access, refresh_token: refresh, expires_in: seconds } = pair.data
    return { outcome: 'given', access, refresh, lastsMs: seconds * 1_000 }
  }
  const { error } = Refusal.parse(told.json)
  return error === TOO_MANY_CALLS ? { outcome: 'later' } : { outcome: 'refused', code: error }
}

/** Where somebody who runs the account allows us to speak for it. */
export function grantUrl(
  { oauthUrl, appId }: OaConfig,
  { callback, state, verifier }: { callback: string; state: string; verifier: string },
) {
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  const query = new URLSearchParams({ app_id: appId, redirect_uri: callback, code_challenge: challenge, state })
  return `${oauthUrl}/v4/oa/permission?${query}`
}

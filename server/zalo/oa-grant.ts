import { randomBytes } from 'node:crypto'
import type { OaConfig } from '../config.ts'
import { exchange, grantUrl } from './oa-oauth.ts'
import type { OaTokens } from './oa-tokens.ts'

const PENDING_MS = 10 * 60_000
/** What a pair given by hand is good for at most; Zalo says by itself when it is not. */
const HAND_GIVEN_MS = 60 * 60_000

export type OaGrant = ReturnType<typeof createOaGrant>
export type Granted =
  | { outcome: 'granted' }
  | { outcome: 'stale' | 'foreign_account' | 'lost' }
  | { outcome: 'refused'; code: number }

/** Being allowed to speak for the account: by Zalo's own page, or with a pair copied from its console. */
export function createOaGrant({
  oa,
  tokens,
  callback,
  now,
  onGranted,
}: {
  oa: OaConfig
  tokens: OaTokens
  callback: string
  now: () => Date
  onGranted: () => void
}) {
  const pending = new Map<string, { staffId: string; verifier: string; untilMs: number }>()

  return {
    describe: tokens.describe,
    keepFresh: tokens.keepFresh,
    /** The address of Zalo's page; what comes back from it is taken once, from the same person, for ten minutes. */
    begin(staffId: string) {
      for (const [state, { untilMs }] of pending) if (untilMs <= now().getTime()) pending.delete(state)
      const [state, verifier] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')]
      pending.set(state, { staffId, verifier, untilMs: now().getTime() + PENDING_MS })
      return grantUrl(oa, { callback, state, verifier })
    },
    async finish({
      staffId,
      state,
      code,
      oaId,
    }: {
      staffId: string
      state: string
      code: string
      oaId: string
    }): Promise<Granted> {
      const asked = pending.get(state)
      if (asked === undefined || asked.staffId !== staffId || asked.untilMs <= now().getTime())
        return { outcome: 'stale' }
      pending.delete(state)
      if (oaId !== oa.oaId) return { outcome: 'foreign_account' }
      const answer = await exchange(oa, { grant_type: 'authorization_code', code, code_verifier: asked.verifier })
      if (answer.outcome === 'refused') return { outcome: 'refused', code: answer.code }
      if (answer.outcome !== 'given') return { outcome: 'lost' }
      await tokens.accept(answer)
      onGranted()
      return { outcome: 'granted' }
    },
    /** Never shown again; how long the access token has is not known, so it is renewed soon. */
    async paste(pair: { access: string; refresh: string }) {
      await tokens.accept({ ...pair, lastsMs: HAND_GIVEN_MS })
      onGranted()
    },
  }
}

import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { openAccount, SECRET } from './account.ts'

const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
const CALLBACK = 'https://example.gov.vn/oa/callback'
const HOUR_MS = 3_600_000

type Answer = { access_token?: string; refresh_token?: string; expires_in?: string; error?: number }

async function openGrant() {
  const account = await openAccount({ account: { callback: CALLBACK } })
  const secret = { secret_key: SECRET }
  async function ask(fields: Record<string, string>, headers: Record<string, string> = secret) {
    const response = await account.form('/v4/oa/access_token', { app_id: '1000', ...fields }, headers)
    return { status: response.status, body: (await response.json()) as Answer }
  }
  async function allow() {
    const asked = { app_id: '1000', redirect_uri: CALLBACK, code_challenge: CHALLENGE, state: 'nonce' }
    const response = await account.form('/v4/oa/permission', asked)
    return new URL(response.headers.get('location') ?? '')
  }
  const getOa = async (token = '') =>
    (await account.post('/v3.0/oa/quota/message', { quota_owner: 'OA' }, token)).body.error
  const exchange = (code: string) => ask({ code, grant_type: 'authorization_code', code_verifier: VERIFIER })
  const refresh = (token = '') => ask({ refresh_token: token, grant_type: 'refresh_token' })
  return { ...account, ask, allow, exchange, refresh, getOa }
}

test('an administrator allows the app on a page, and the code is good once and for ten minutes', async () => {
  const { url, oa, allow, exchange, ask, state, getOa } = await openGrant()
  expect(createHash('sha256').update(VERIFIER).digest('base64url')).toBe(CHALLENGE)
  const query = `app_id=1000&redirect_uri=${encodeURIComponent(CALLBACK)}&code_challenge=${CHALLENGE}&state=nonce`
  expect(await (await fetch(`${url}/v4/oa/permission?${query}`)).text()).toContain('Cho phép')
  const back = await allow()
  expect([back.origin + back.pathname, back.searchParams.get('oa_id'), back.searchParams.get('state')]).toEqual([
    CALLBACK,
    oa.settings.oaId,
    'nonce',
  ])
  const code = back.searchParams.get('code') ?? ''
  const pair = (await exchange(code)).body
  expect(pair).toEqual({ access_token: expect.any(String), refresh_token: expect.any(String), expires_in: '90000' })
  expect(await getOa(pair.access_token)).toBe(0)
  expect((await exchange(code)).body.error).toBeLessThan(0)
  const late = (await allow()).searchParams.get('code') ?? ''
  state.advanceClock(10 * 60_000)
  expect((await exchange(late)).body.error).toBeLessThan(0)
  const other = (await allow()).searchParams.get('code') ?? ''
  const guessed = { code: other, grant_type: 'authorization_code', code_verifier: 'guess' }
  expect((await ask(guessed)).body.error).toBeLessThan(0)
})

test('another callback than the one that was saved is -14003', async () => {
  const { url } = await openGrant()
  const response = await fetch(
    `${url}/v4/oa/permission?app_id=1000&redirect_uri=${encodeURIComponent('https://a.vn/')}`,
  )
  expect(await response.json()).toMatchObject({ error: -14003, error_name: 'Invalid redirect uri' })
})

test('a refresh token is good once, and kills the access token beside it; a second use is answered 200', async () => {
  const { tokens, refresh, getOa, ask } = await openGrant()
  const first = tokens.issue()
  expect(await getOa(first.access_token)).toBe(0)
  const second = (await refresh(first.refresh_token)).body
  expect([await getOa(first.access_token), await getOa(second.access_token)]).toEqual([-216, 0])
  expect(await refresh(first.refresh_token)).toEqual({
    status: 200,
    body: expect.objectContaining({ error: expect.any(Number), error_name: 'Invalid refresh token' }),
  })
  expect(await getOa(second.access_token)).toBe(0)
  const wrongSecret = { refresh_token: second.refresh_token ?? '', grant_type: 'refresh_token' }
  expect((await ask(wrongSecret, { secret_key: 'guess' })).body.error).toBeLessThan(0)
  expect((await refresh(second.refresh_token)).body.access_token).toEqual(expect.any(String))
})

test('after 25 hours an access token is -220, and its refresh token still good', async () => {
  const { tokens, state, refresh, getOa } = await openGrant()
  const pair = tokens.issue()
  state.advanceClock(25 * HOUR_MS)
  expect(await getOa(pair.access_token)).toBe(-220)
  const next = (await refresh(pair.refresh_token)).body
  expect(await getOa(next.access_token)).toBe(0)
  state.advanceClock(90 * 24 * HOUR_MS)
  expect((await refresh(next.refresh_token)).body.error).toBeLessThan(0)
})

test('an answer may be lost after the token was spent', async () => {
  const { tokens, state, refresh, getOa } = await openGrant()
  const pair = tokens.issue()
  state.setFault({ endpoint: '/v4/oa/access_token', fault: 'lost_answer', times: 1 })
  await expect(refresh(pair.refresh_token)).rejects.toThrow()
  expect((await refresh(pair.refresh_token)).body.error).toBeLessThan(0)
  expect(await getOa(pair.access_token)).toBe(-216)
})

test('a simulator that was started again goes on from the pair the service holds', async () => {
  const before = await openGrant()
  const second = (await before.refresh(before.tokens.issue().refresh_token)).body
  const after = await openGrant()
  expect(await after.getOa(second.access_token)).toBe(0)
  expect((await after.refresh(second.refresh_token)).body.access_token).toEqual(expect.any(String))
})

test('what the administrator takes back is worth nothing until it is granted again', async () => {
  const { tokens, refresh, getOa, allow, exchange } = await openGrant()
  const pair = tokens.issue()
  tokens.revoke()
  expect(await getOa(pair.access_token)).toBe(-216)
  expect((await refresh(pair.refresh_token)).body.error).toBeLessThan(0)
  const again = (await exchange((await allow()).searchParams.get('code') ?? '')).body
  expect(await getOa(again.access_token)).toBe(0)
})

import { createHmac } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { startForDemo } from '../../simulator/demo.ts'
import { startSimulator } from '../../simulator/start.ts'

const SECRET = 'secret of the app'
const PERSON = { id: '7', name: 'Lê Thị Hoa', phone: '84901234567', oaUserId: '8' }

async function openSimulator() {
  const simulator = await startSimulator({ port: 0, apps: [{ id: '1000', secret: SECRET }], now: () => new Date(0) })
  onTestFinished(simulator.stop)
  async function ask(path: string, headers: Record<string, string> = {}) {
    const response = await fetch(simulator.url + path, { headers })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  async function control<T = unknown>(path: string, body: unknown, method = 'POST') {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${simulator.url}/__sim${path}`, { method, headers, body: JSON.stringify(body) })
    return { status: response.status, body: (await response.json()) as T }
  }
  const prove = (token: string) => ({
    access_token: token,
    appsecret_proof: createHmac('sha256', SECRET).update(token).digest('hex'),
  })
  return { ...simulator, ask, control, prove }
}

test('whoever is added by hand is known by a token, with the fields that are asked for', async () => {
  const { ask, control, prove } = await openSimulator()
  await control('/people', PERSON)
  const { token } = (await control<{ token: string }>('/people/7/token', {})).body
  expect(await ask('/v2.0/me?fields=id,name,user_id_by_oa,birthday', prove(token))).toEqual({
    status: 200,
    body: { id: '7', name: 'Lê Thị Hoa', user_id_by_oa: '8', error: 0, message: 'Success' },
  })
  const { code } = (await control<{ code: string }>('/people/7/code', {})).body
  const info = { access_token: token, code, secret_key: SECRET }
  expect((await ask('/v2.0/me/info', info)).body).toEqual({
    data: { number: '84901234567' },
    error: 0,
    message: 'Success',
  })
  expect((await ask('/v2.0/me/info', info)).body).toEqual({ error: expect.any(Number), message: expect.any(String) })
})

test('every refusal is an answer with a number, and the time may be moved', async () => {
  const { ask, control, prove, state } = await openSimulator()
  const token = state.mintToken('4047671499938107249', { lastsMs: 1_000 })
  const refusal = { status: 200, body: { error: expect.any(Number), message: expect.any(String) } }
  expect(await ask(`/v2.0/me?access_token=${token}`, prove(token))).toEqual({
    status: 200,
    body: { error: expect.any(Number), message: 'AccessToken should be placed in header' },
  })
  expect(await ask('/v2.0/me', { access_token: token })).toEqual(refusal)
  expect(await ask('/v2.0/me', { ...prove(token), appsecret_proof: '0'.repeat(64) })).toEqual(refusal)
  expect(await ask('/v2.0/me/info', { access_token: token, code: 'x', secret_key: 'guess' })).toEqual(refusal)
  expect((await ask('/v2.0/me', prove(token))).body.error).toBe(0)
  await control('/place', { abroad: true })
  expect((await ask('/v2.0/me?fields=id,name', prove(token))).body.error).toBe(-501)
  expect((await ask('/v2.0/me?fields=id', prove(token))).body.error).toBe(0)
  await control('/clock', { advanceMs: 1_000 })
  expect(await ask('/v2.0/me', prove(token))).toEqual(refusal)
})

test('a fault lasts as often as it is told, or until it is taken away', async () => {
  const { url, control, state, prove } = await openSimulator()
  const token = state.mintToken('4047671499938107249')
  const status = async () => (await fetch(`${url}/v2.0/me`, { headers: prove(token) })).status
  await control('/faults', { endpoint: 'me', fault: 'server_error', times: 1 })
  expect([await status(), await status()]).toEqual([502, 200])
  await control('/faults', { endpoint: 'me', fault: 'server_error' })
  expect([await status(), await status()]).toEqual([502, 502])
  await control('/faults', {}, 'DELETE')
  expect(await status()).toBe(200)
  expect((await control('/faults', { endpoint: 'me', fault: 'gremlins' })).status).toBe(400)
  expect((await fetch(`${url}/__sim/people`, { method: 'POST', body: '{}' })).status).toBe(415)
})

test('the same calls give the same tokens, so that a failure can be told again', async () => {
  const [one, other] = [await openSimulator(), await openSimulator()]
  expect([one.state.mintToken('7'), one.state.mintCode('7')]).toEqual([
    other.state.mintToken('7'),
    other.state.mintCode('7'),
  ])
})

test('npm start is told its address, unless Zalo itself or nobody is to be asked', async () => {
  for (const env of [
    { ZALO_MODE: 'live' },
    { ZALO_MODE: 'off' },
    { NODE_ENV: 'production' },
    { ZALO_GRAPH_URL: 'https://graph.example.vn' },
  ]) {
    const before = { ...env }
    await startForDemo(env, () => {})
    expect(env).toEqual(before)
  }
})

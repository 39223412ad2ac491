import { expect, test } from 'vitest'
import { shareWorld } from '../world/world.ts'

const world = shareWorld()
const routes = () => world().service.policies.filter(({ access }) => access === 'citizen')

test('a stranger gets 401 at every citizen’s route, whatever is shown', async () => {
  expect(routes().length).toBeGreaterThan(6)
  const shown: Record<string, string>[] = [
    {},
    { authorization: 'Bearer' },
    { authorization: `Bearer ctz_${'A'.repeat(43)}` },
    { cookie: `session=ctz_${'A'.repeat(43)}` },
  ]
  const passed = []
  for (const { method, path } of routes())
    for (const headers of shown) {
      const body = method === 'GET' || method === 'DELETE' ? undefined : '{}'
      const asked = { method, headers: { 'content-type': 'application/json', ...headers }, body }
      const response = await world().get(path.replace(/\{\w+\}/g, 'x'), asked)
      const { code } = (await response.json()) as { code: string }
      if (
        response.status !== 401 ||
        code !== 'citizen.not_signed_in' ||
        response.headers.get('cache-control') !== 'no-store'
      )
        passed.push([method, path, headers, response.status, code])
    }
  expect(passed).toEqual([])
})

test('whoever has no token of a paper gets 401 at every route of papers, whatever is shown', async () => {
  const papers = world().service.policies.filter(({ access }) => access === 'attempt')
  expect(papers.length).toBeGreaterThan(1)
  const soon = Date.now() + 60_000
  const shown: Record<string, string>[] = [
    {},
    { authorization: 'Attempt' },
    { authorization: `Attempt x.x.${soon}.20.${'A'.repeat(22)}` },
    { authorization: `Attempt x.x.${soon}.20.` },
    { authorization: `Bearer ctz_${'A'.repeat(43)}` },
    { cookie: `attempt=x.x.${soon}.20.${'A'.repeat(22)}` },
  ]
  const answers = []
  for (const { method, path } of papers)
    for (const headers of shown) {
      const asked = { method, headers: { 'content-type': 'application/json', ...headers }, body: '{}' }
      const response = await world().get(path.replace(/\{\w+\}/g, 'x'), asked)
      const { code } = (await response.json()) as { code: string }
      answers.push([response.status, code, response.headers.get('cache-control')])
    }
  expect(new Set(answers.map(String))).toEqual(new Set(['401,attempt.token_refused,no-store']))
})

test('a member of staff is not a citizen by being signed in', async () => {
  const officer = await world().signIn({ role: 'admin' })
  const statuses = await Promise.all(
    routes().map(async ({ method, path }) => {
      const headers = { cookie: officer.cookie, origin: world().url }
      return (await world().get(path.replace(/\{\w+\}/g, 'x'), { method, headers })).status
    }),
  )
  expect(new Set(statuses)).toEqual(new Set([401]))
})

test('the Mini App on Zalo’s host may send the bearer there, from that host alone', async () => {
  for (const { path, method } of routes()) {
    const response = await world().get(path.replace(/\{\w+\}/g, 'x'), { method: 'OPTIONS' })
    const { headers } = response
    expect([
      response.status,
      headers.get('access-control-allow-origin'),
      headers.get('access-control-allow-credentials'),
    ]).toEqual([204, 'https://h5.zdn.vn', null])
    expect(headers.get('access-control-allow-headers')).toContain('authorization')
    expect(headers.get('access-control-allow-methods')?.split(', ')).toContain(method)
  }
})

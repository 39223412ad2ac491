import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import type { Policies, Router } from '../../server/http/api.ts'
import { shareWorld } from '../world/world.ts'

type Routed = { routes: { method: string; path: string; handler: unknown }[] }
type Declared = { method: string; path: string }[]

/** Routes the router would answer that never said who may call them. */
function undeclared(app: Routed, policies: Declared) {
  const declared = new Set(
    policies.map(({ method, path }) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  )
  return app.routes
    .filter(({ method, path }) => !(method === 'ALL' && path === '/*'))
    .map(({ method, path }) => `${method} ${path}`)
    .filter((line) => !declared.has(line))
}

/** What may be done at an address, by everything declared that covers it. */
function methodsFor(policies: Declared, path: string) {
  const covering = policies.filter((policy) => {
    const pattern = policy.path.replace(/\{\w+\}|:\w+/g, '[^/]+')
    return new RegExp(`^${pattern}$`).test(path)
  })
  return new Set(covering.map(({ method }) => method))
}

describe('every route says who may call it', () => {
  const world = shareWorld({ withApp: true })

  test('nothing answers that was not declared', () => {
    const { app, policies } = world().service
    expect(policies.length).toBeGreaterThan(30)
    expect([...new Set(undeclared(app, policies))]).toEqual([])
  })

  test('a route put straight on the router would be noticed', () => {
    const app: Router = new Hono()
    const policies: Policies = []
    app.get('/backdoor', (context) => context.text('open'))
    expect(undeclared(app, policies)).toEqual(['GET /backdoor'])
  })

  test('a stranger comes in by no door of the staff’s but the one for signing in', async () => {
    const guarded = world().service.policies.filter(
      ({ access, path }) => access !== 'anyone' && path.startsWith('/admin/'),
    )
    expect(guarded.length).toBeGreaterThan(60)
    const answers = []
    for (const { method, path } of guarded) {
      const headers = { origin: world().url, 'content-type': 'application/json' }
      const body = method === 'GET' ? undefined : '{}'
      const response = await world().get(path.replace(/\{\w+\}/g, 'x'), { method, headers, body })
      answers.push([`${method} ${path}`, response.status, ((await response.json()) as { code: string }).code])
    }
    expect(answers.filter(([, status, code]) => status !== 401 || code !== 'staff.not_signed_in')).toEqual([])
    const open = world().service.policies.filter(
      ({ access, path }) => access === 'anyone' && path.startsWith('/admin/'),
    )
    expect(open.map(({ method, path }) => `${method} ${path}`).filter((line) => !line.startsWith('GET '))).toEqual([
      'POST /admin/api/session',
      'POST /admin/api/session/code',
      'DELETE /admin/api/session',
    ])
  })

  test('a stranger behind a proxy cannot read the metrics; the machine itself can', async () => {
    const asProxied = { headers: { 'x-forwarded-for': '203.0.113.7' } }
    const refused = await world().get('/metrics', asProxied)
    expect([refused.status, await refused.json()]).toMatchObject([403, { code: 'access.denied' }])
    const own = await world().get('/metrics')
    expect([own.status, await own.text()]).toMatchObject([200, expect.stringContaining('http_requests_total')])
  })

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
    '%s where nobody declared it answers 405 with what is allowed',
    async (method) => {
      // Below `/admin/` the app's own screens have addresses, which are pages and nothing else.
      const policies = world().service.policies.filter(({ path }) => !path.includes('*'))
      const undeclaredHere = policies
        .map(({ path }) => path.replace(/\{\w+\}|:\w+/g, 'x'))
        .filter((path) => !methodsFor(policies, path).has(method))
      expect(undeclaredHere.length).toBeGreaterThan(30)
      const answers = await Promise.all(
        undeclaredHere.map(async (path) => {
          const response = await world().get(path, { method })
          const allowed = new Set(response.headers.get('allow')?.split(', '))
          const isTold = [...methodsFor(policies, path)].every((each) => allowed.has(each)) && !allowed.has(method)
          return [path, response.status, isTold]
        }),
      )
      expect(answers.filter(([, status, isTold]) => status !== 405 || !isTold)).toEqual([])
    },
  )
})

import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { createApi, type Policies, type Router } from '../../server/http/api.ts'
import { PublishedReplies } from '../../server/http/published-replies.ts'
import { shareWorld } from '../world/world.ts'

const METHODS_NOBODY_USES = ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE']

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

  test('a stranger behind a proxy cannot read the metrics; the machine itself can', async () => {
    const asProxied = { headers: { 'x-forwarded-for': '203.0.113.7' } }
    const refused = await world().get('/metrics', asProxied)
    expect([refused.status, await refused.json()]).toMatchObject([403, { code: 'access.denied' }])
    const own = await world().get('/metrics')
    expect([own.status, await own.text()]).toMatchObject([200, expect.stringContaining('http_requests_total')])
  })

  test.each(METHODS_NOBODY_USES.filter((method) => method !== 'TRACE'))(
    '%s changes nothing anywhere: 405 with what is allowed',
    async (method) => {
      const { policies } = world().service
      const answers = await Promise.all(
        policies.map(async ({ path }) => {
          const response = await world().get(path.replace(/\{\w+\}|:\w+/g, 'x'), { method })
          return [path, response.status, response.headers.get('allow')]
        }),
      )
      expect(answers.filter(([, status, allow]) => status !== 405 || allow !== 'GET, HEAD, OPTIONS')).toEqual([])
    },
  )
})

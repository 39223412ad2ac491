import { request } from 'node:http'
import { Hono } from 'hono'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { createApi, type Policies, type Router } from '../../server/http/api.ts'
import { createMetrics } from '../../server/http/metrics.ts'
import { guardRequests } from '../../server/http/middleware.ts'
import { PublishedReplies } from '../../server/http/published-replies.ts'
import { shareWorld } from '../world/world.ts'

const YEAR_SECONDS = 31_536_000

/** What is wrong with an answer's headers; nothing, when a browser is kept safe. */
function faults(headers: Headers): string[] {
  const policy = headers.get('content-security-policy') ?? ''
  const keptSafe = /max-age=(\d+)/.exec(headers.get('strict-transport-security') ?? '')?.[1]
  return [
    policy.includes("default-src 'self'") ? [] : 'no content security policy',
    /unsafe-(inline|eval)/.test(policy) ? 'unsafe content security policy' : [],
    policy.includes("frame-ancestors 'none'") ? [] : 'anybody may frame it',
    headers.get('x-content-type-options') === 'nosniff' ? [] : 'no nosniff',
    Number(keptSafe ?? 0) >= YEAR_SECONDS ? [] : 'HSTS under a year',
    headers.get('referrer-policy') === 'strict-origin-when-cross-origin' ? [] : 'no referrer policy',
    headers.get('access-control-allow-origin') === 'https://h5.zdn.vn' ? [] : 'read by a stranger’s page',
    headers.has('x-request-id') ? [] : 'no request id',
    headers.has('x-powered-by') || headers.has('server') ? 'names its software' : [],
  ].flat()
}

describe('headers that keep a browser safe', () => {
  const world = shareWorld({ withApp: true })
  const PLACES = [
    '/',
    '/thu-tuc/2.002854',
    '/khong-co',
    '/thu-tuc/khong-co',
    '/api/home',
    '/api/procedures',
    '/api/procedures/2.002854',
    '/api/procedures/9.999999',
    '/api/search?q=hoc',
    '/api/search',
    '/api/khong-co',
    '/api/openapi.json',
    '/api/docs',
    '/api/docs/swagger-ui.css',
    '/feeds/articles.xml',
    '/sitemap.xml',
    '/healthz',
    '/readyz',
    '/metrics',
    '/sw.js',
  ]

  test.each(PLACES)('%s, asked twice (from the router, then from memory), and unchanged', async (path) => {
    const first = await world().get(path)
    const second = await world().get(path)
    const unchanged = await world().get(path, { headers: { 'if-none-match': second.headers.get('etag') ?? '"none"' } })
    expect([first, second, unchanged].map((answer) => faults(answer.headers))).toEqual([[], [], []])
  })

  test('a file of the built app', async () => {
    const page = await (await world().get('/')).text()
    const [script] = /\/assets\/[^"]+\.js/.exec(page) ?? []
    const answer = await world().get(script ?? '/no-script')
    expect([answer.status, faults(answer.headers)]).toEqual([200, []])
  })

  test('a failure nobody foresaw tells the caller a code and a number to quote, and nothing of the inside', async () => {
    const lines: string[] = []
    const replies = new PublishedReplies()
    const app: Router = new Hono()
    const policies: Policies = []
    const api = createApi({
      app,
      policies,
      makeCtx: () => {
        throw new Error('nobody asks')
      },
      makeCitizenCtx: () => {
        throw new Error('nobody asks')
      },
      makeTakerCtx: () => {
        throw new Error('nobody asks')
      },
      identifyCitizen: async () => undefined,
      identifyTaker: () => undefined,
      replies,
      callerAddress: () => 'somebody',
    })
    const log = pino({ level: 'debug' }, { write: (line: string) => lines.push(line) })
    guardRequests({ app, policies }, { log, metrics: createMetrics({ replies }), pages: undefined })
    api.health('/boom', async () => {
      throw new Error('Nguyễn Văn A, 0912345678')
    })
    const response = await app.request('/boom')
    const body = await response.text()
    expect(faults(response.headers)).toEqual([])
    expect(JSON.parse(body)).toEqual({
      type: '/api/docs#server.failed',
      title: 'server.failed',
      status: 500,
      code: 'server.failed',
      requestId: response.headers.get('x-request-id'),
    })
    const logged = lines.join('')
    expect(logged).toContain(response.headers.get('x-request-id'))
    expect(logged).not.toMatch(/0912345678|Nguyễn/)
  })

  test('TRACE is not answered', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(`${world().url}/api/home`, { method: 'TRACE' }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })
    expect(status).toBe(405)
  })

  test('the Mini App on Zalo’s host may ask; the preflight names that host alone', async () => {
    const preflight = await world().get('/api/home', {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'GET' },
    })
    expect([
      preflight.status,
      preflight.headers.get('access-control-allow-origin'),
      preflight.headers.get('access-control-allow-credentials'),
    ]).toEqual([204, 'https://h5.zdn.vn', null])
  })
})

import { request } from 'node:http'
import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { expect, test } from 'vitest'
import { shareWorld } from '../world/world.ts'

const world = shareWorld()

const TYPES = [
  'application/x-www-form-urlencoded',
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/json',
  'image/png',
  undefined,
]
const PAGES: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'http://localhost' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
  {},
]

/** `fetch` sets headers of its own; a foreign page's request has none of them. */
function send(method: string, path: string, headers: Record<string, string>) {
  return new Promise<{ status: number; code: string }>((resolve, reject) => {
    const length = method === 'GET' ? {} : { 'content-length': '2' }
    const sent = request(world().url + path, { method, headers: { ...headers, ...length } }, (response) => {
      let text = ''
      response.on('data', (part) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, code: JSON.parse(text || '{}').code }))
    })
    sent.on('error', reject)
    sent.end(method === 'GET' ? undefined : '{}')
  })
}

test('a page of somebody else’s changes nothing with our cookie, whatever it says it sends', async () => {
  const officer = await world().signIn({ role: 'admin' })
  const routes = world().service.policies.filter(({ method, path }) => method !== 'GET' && path.startsWith('/admin/'))
  expect(routes.length).toBeGreaterThan(25)
  const passed = []
  for (const { method, path } of routes) {
    for (const type of TYPES) {
      for (const page of PAGES) {
        const headers = { cookie: officer.cookie, ...(type === undefined ? {} : { 'content-type': type }), ...page }
        const { status, code } = await send(method, path.replace(/\{\w+\}/g, 'x'), headers)
        if (status !== 403 || code !== 'access.foreign_origin') passed.push([method, path, type, page, status, code])
      }
    }
  }
  expect(passed).toEqual([])
})

test('what the framework brings for this would let a page of somebody else’s send JSON', async () => {
  const app = new Hono().use(csrf()).post('/change', (context) => context.text('changed'))
  const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  const send = (type: string) =>
    app.request('/change', { method: 'POST', headers: { ...headers, 'content-type': type }, body: '{}' })
  const types = ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']
  const statuses = await Promise.all(types.map(async (type) => (await send(type)).status))
  expect(statuses).toEqual([200, 403, 403, 403])
})

test('the same request from our own page is let in', async () => {
  const officer = await world().signIn({ role: 'admin' })
  const made = await officer.post('/admin/api/entries', { kind: 'article', title: 'Bài của cán bộ', unitId: 'so-gddt' })
  expect(made.status).toBe(201)
})

test('reading is refused too when another site’s page asks', async () => {
  const officer = await world().signIn({ role: 'admin' })
  expect(await send('GET', '/admin/api/me', { cookie: officer.cookie, 'sec-fetch-site': 'cross-site' })).toMatchObject({
    status: 403,
    code: 'access.foreign_origin',
  })
})

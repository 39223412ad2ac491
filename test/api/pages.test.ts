import { describe, expect, test } from 'vitest'
import { shareWorld } from '../world/world.ts'

describe('what search engines and readers of feeds see', () => {
  const world = shareWorld({ withApp: true, env: { PUBLIC_URL: 'https://cchc.example.vn' } })
  const text = async (path: string) => (await world().get(path)).text()

  test('a procedure’s page names it and describes the service as JSON-LD', async () => {
    const html = await text('/thu-tuc/2.002854')
    expect(html).toMatch(/<title>Chuyển trường[^<]+<\/title>/)
    expect(html).toContain('<link rel="canonical" href="https://cchc.example.vn/thu-tuc/2.002854">')
    const [, json = '{}'] = /<script type="application\/ld\+json">(.+?)<\/script>/s.exec(html) ?? []
    expect(JSON.parse(json)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'GovernmentService',
      identifier: '2.002854',
    })
  })

  test('an old code’s page has the address of the procedure in force as its own', async () => {
    expect(await text('/thu-tuc/1.005092')).toContain('href="https://cchc.example.vn/thu-tuc/3.000465"')
  })

  test.each([
    '/',
    '/tim?q=x',
    '/cam-nang/papi',
    '/van-ban/nd-118-2025',
    '/chi-so/par-index',
    '/tinh-huong/chuyen-truong?tl=1',
    '/hen-tra',
  ])('%s opens the app with a head of its own', async (path) => {
    const response = await world().get(path)
    const html = await response.text()
    expect([response.status, html.match(/<title>/g)?.length, html.includes('<div id="app"')]).toEqual([200, 1, true])
  })

  test('an address nobody has is the app with 404', async () => {
    const response = await world().get('/thu-tuc/khong-co')
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8'])
  })

  test('the Atom feed is well formed and names every article once', async () => {
    const feed = await text('/feeds/articles.xml')
    const { items } = await world().getJson<{ items: { slug: string }[] }>('/api/articles')
    const ids = [...feed.matchAll(/<entry>\s*<id>([^<]+)<\/id>/g)].map(([, id]) => id)
    expect(ids.sort()).toEqual(items.map(({ slug }) => `https://cchc.example.vn/cam-nang/${slug}`).sort())
    expect(feed).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/)
    expect(
      [...feed.matchAll(/<updated>([^<]+)<\/updated>/g)].every(([, at]) => !Number.isNaN(Date.parse(at ?? ''))),
    ).toBe(true)
  })

  test('the JSON Feed is version 1.1 with the same articles', async () => {
    const feed = await world().getJson<{ version: string; items: { url: string; date_published: string }[] }>(
      '/feeds/articles.json',
    )
    const { items } = await world().getJson<{ items: unknown[] }>('/api/articles')
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1')
    expect(feed.items).toHaveLength(items.length)
  })

  test('the sitemap leads only to pages that are there', async () => {
    const map = await text('/sitemap.xml')
    const places = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, place]) => new URL(place ?? '').pathname)
    expect(places.length).toBeGreaterThan(300)
    const statuses = await Promise.all(places.map(async (place) => [(await world().get(place)).status, place]))
    expect(statuses.filter(([status]) => status !== 200)).toEqual([])
  })

  test('the page of the contract loads from this server alone', async () => {
    const html = await text('/api/docs')
    expect(html).toContain('swagger-ui-bundle.js')
    expect(html).not.toMatch(/https?:\/\//)
    expect((await world().get('/api/docs/swagger-ui-bundle.js')).status).toBe(200)
  })
})

import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { shareWorld } from '../world/world.ts'

const READS = [
  '/api/home',
  '/api/procedures',
  '/api/procedures/2.002854',
  '/api/articles',
  '/api/documents',
  '/api/indices',
  '/api/situations',
  '/api/library',
  '/feeds/articles.xml',
]

describe('published reads', () => {
  const world = shareWorld({ withApp: true })

  /** As a phone asks: without fetch undoing the compression. */
  function raw(path: string, headers: Record<string, string> = {}, method = 'GET') {
    return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
      request(world().url + path, { method, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        )
      })
        .on('error', reject)
        .end()
    })
  }

  test.each(READS)('%s is the same plain, as gzip and as brotli, first time and from memory', async (path) => {
    const plain = await raw(path)
    for (const _ of ['from the router', 'from memory']) {
      const gzip = await raw(path, { 'accept-encoding': 'gzip' })
      const brotli = await raw(path, { 'accept-encoding': 'gzip, deflate, br' })
      expect([gzip.headers['content-encoding'], brotli.headers['content-encoding']]).toEqual(['gzip', 'br'])
      expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true)
      expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true)
    }
    expect(plain.headers).toMatchObject({ vary: 'accept-encoding', 'cache-control': 'public, no-cache' })
  })

  test.each(READS)('%s is sent once; asked again it is 304 without a body, per encoding', async (path) => {
    for (const encoding of ['identity', 'gzip', 'br']) {
      const first = await raw(path, { 'accept-encoding': encoding })
      const etag = String(first.headers.etag)
      expect(etag).toMatch(/^"[\w-]+"$/)
      const again = await raw(path, { 'accept-encoding': encoding, 'if-none-match': etag })
      expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag])
      const weak = await raw(path, { 'accept-encoding': encoding, 'if-none-match': `"other", W/${etag}` })
      expect(weak.status).toBe(304)
      const other = await raw(path, { 'accept-encoding': encoding, 'if-none-match': '"other"' })
      expect(other.status).toBe(200)
    }
  })

  test('a refused encoding is not sent', async () => {
    const { headers } = await raw('/api/procedures', { 'accept-encoding': 'br;q=0, gzip' })
    expect(headers['content-encoding']).toBe('gzip')
  })

  test('HEAD says what GET would, without the body', async () => {
    const [get, head] = [await raw('/api/procedures'), await raw('/api/procedures', {}, 'HEAD')]
    expect([head.status, head.body.length, head.headers.etag]).toEqual([200, 0, get.headers.etag])
  })

  test('a search is not kept by anybody', async () => {
    expect((await raw('/api/search?q=hoc')).headers['cache-control']).toBe('no-store')
  })
})

import { request } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { shareWorld } from '../world/world.ts'

describe('what is asked wrongly', () => {
  const world = shareWorld({ withApp: true })

  test.each([
    ['/api/khong-co', 404, 'route.not_found'],
    ['/api/articles/khong-co', 404, 'article.not_found'],
    ['/api/documents/khong-co', 404, 'document.not_found'],
    ['/api/indices/khong-co', 404, 'index.not_found'],
    ['/api/situations/khong-co', 404, 'situation.not_found'],
    ['/api/articles?column=khong-co', 400, 'request.invalid'],
    ['/api/home?debug=1', 400, 'request.unknown_parameter'],
    ['/api/procedures/%00', 404, 'procedure.not_found'],
    ["/api/procedures/' OR 1=1 --", 404, 'procedure.not_found'],
    ['/api/procedures/..%2f..%2fetc%2fpasswd', 404, 'procedure.not_found'],
    [`/api/procedures/${'9'.repeat(121)}`, 400, 'request.invalid'],
    ['/api/procedures/%E0%A4%A', 404, 'procedure.not_found'],
  ])('%s → %i %s, as a problem a face can put in words', async (path, status, code) => {
    const response = await world().get(path)
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    const problem = (await response.json()) as Record<string, unknown>
    expect([response.status, problem.code, problem.status]).toEqual([status, code, status])
    expect(problem.type).toBe(`/api/docs#${code}`)
    expect(problem.requestId).toBe(response.headers.get('x-request-id'))
    expect(JSON.stringify(problem)).not.toMatch(/\bat .+\.ts|node_modules|SQLITE/)
  })

  test('a misspelt slug is answered with what may have been meant', async () => {
    const problem = await world().getJson<{ nearest: { slug: string }[] }>('/api/articles/co-che-mot-cu')
    expect(problem.nearest[0]?.slug).toBe('co-che-mot-cua')
  })

  test.each([
    ['with its length declared', true],
    ['in chunks of unknown length', false],
  ])('a body over 64 KiB is refused %s', async (_, declared) => {
    const body = Buffer.alloc(70_000, 'a')
    const status = await new Promise((resolve, reject) => {
      const asking = request(
        `${world().url}/api/home`,
        { method: 'POST', headers: declared ? { 'content-length': body.length } : { 'transfer-encoding': 'chunked' } },
        (response) => {
          response.resume()
          resolve(response.statusCode)
        },
      )
      asking.on('error', reject)
      asking.end(body)
    })
    expect(status).toBe(413)
  })

  test('an upload of 300 MB is cut off early and leaves the memory as it was', async () => {
    const before = process.memoryUsage().rss
    let sent = 0
    const chunk = Buffer.alloc(1 << 20, 'a')
    await new Promise<void>((resolve) => {
      const asking = request(`${world().url}/api/home`, { method: 'POST', headers: { 'transfer-encoding': 'chunked' } })
      asking.on('response', (response) => response.resume())
      asking.on('error', () => resolve())
      asking.on('close', () => resolve())
      const pump = () => {
        while (sent < 300 && !asking.destroyed) {
          sent += 1
          if (!asking.write(chunk)) return asking.once('drain', pump)
        }
        asking.end()
      }
      pump()
    })
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024)
    expect((await world().get('/healthz')).status).toBe(200)
  })

  test('three hundred callers who never finish their request do not keep others out', async () => {
    const { port } = new URL(world().url)
    const slow = Array.from({ length: 300 }, () => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('GET /api/home HTTP/1.1\r\nhost: a\r\n'))
      socket.on('error', () => {})
      return socket
    })
    await new Promise((resolve) => setTimeout(resolve, 200))
    const response = await world().get('/api/home')
    for (const socket of slow) socket.destroy()
    expect(response.status).toBe(200)
  })
})

import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { createAsk } from '../../server/upkeep/ask-address.ts'

type Page = (request: IncomingMessage, response: ServerResponse) => void

/** Other people's servers, all on this machine: `pages` by path, at any host name below `.test`. */
export async function pretendWeb(pages: Record<string, Page>) {
  const asked: { method: string; path: string; host: string; userAgent: string }[] = []
  const busy = { now: 0, most: 0, perHost: new Map<string, number>(), mostPerHost: 0 }
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request
    const host = headers.host?.split(':')[0] ?? ''
    asked.push({ method, path: url, host, userAgent: headers['user-agent'] ?? '' })
    busy.now += 1
    busy.most = Math.max(busy.most, busy.now)
    busy.perHost.set(host, (busy.perHost.get(host) ?? 0) + 1)
    busy.mostPerHost = Math.max(busy.mostPerHost, busy.perHost.get(host) ?? 0)
    response.once('close', () => {
      busy.now -= 1
      busy.perHost.set(host, (busy.perHost.get(host) ?? 0) - 1)
    })
    const page = pages[url]
    if (page === undefined) response.writeHead(404).end()
    else page(request, response)
  })
  server.listen({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const ask = createAsk({
    userAgent: 'cchc-tay-ninh/test',
    timeoutMs: 500,
    isAllowed: (place) => place.address === '127.0.0.1' && place.port === port,
    resolve: async (host) => (host.endsWith('.test') ? ['127.0.0.1'] : []),
  })
  const at = (path: string, host = 'so.test') => `http://${host}:${port}${path}`
  return { ask, at, asked, busy, links: { ask, pauseMs: 0 } }
}

export const says =
  (status: number, headers: Record<string, string> = {}): Page =>
  (_, response) =>
    response.writeHead(status, headers).end()

import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { OaSettings, Weather } from '../../simulator/oa-settings.ts'
import { startSimulator } from '../../simulator/start.ts'

export const LAN = '7301240951022634817'
export const MINH = '1986550423388120945'
export const SECRET = 'secret of the app'
type Body = { error: number; message: string; data: Record<string, unknown> & { quota: Record<string, string> } }

/** The simulator with its account, on a clock that stands still until the test moves it. */
export async function openAccount({
  account = {},
  weather = {},
  at = '2026-11-23T02:00:00Z',
}: {
  account?: Partial<OaSettings>
  weather?: Partial<Weather>
  at?: string
} = {}) {
  const simulator = await startSimulator({
    port: 0,
    apps: [{ id: '1000', secret: SECRET }],
    now: () => new Date(at),
    account,
    weather,
  })
  onTestFinished(simulator.stop)
  async function ask(method: string, path: string, { body, token }: { body?: unknown; token?: string } = {}) {
    const response = await fetch(simulator.url + path, {
      method,
      headers: {
        access_token: token ?? simulator.tokens.issue().access_token,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    return { status: response.status, headers: response.headers, body: (await response.json()) as Body }
  }
  return {
    ...simulator,
    post: (path: string, body: unknown, token?: string) => ask('POST', path, { body, token }),
    /** `data=` as the account's doors want it. */
    get: (path: string, data?: object) =>
      ask('GET', data === undefined ? path : `${path}?data=${encodeURIComponent(JSON.stringify(data))}`),
    say: (userId: string, message: object) =>
      ask('POST', '/v3.0/oa/message/cs', { body: { recipient: { user_id: userId }, message } }),
    async control(path: string, body: unknown) {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(`${simulator.url}/__sim${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      })
      return { status: response.status, body: (await response.json()) as Record<string, unknown> }
    },
    async form(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
      const body = new URLSearchParams(fields)
      const response = await fetch(simulator.url + path, { method: 'POST', headers, body, redirect: 'manual' })
      return response
    },
  }
}

/** Something that hears events, and answers as it is told. */
export async function openListener(answer: (count: number) => number | 'silence' = () => 200) {
  const heard: { headers: IncomingHttpHeaders; raw: Buffer; json: Record<string, unknown> & { event_name: string } }[] =
    []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const raw = Buffer.concat(parts)
      heard.push({ headers: request.headers, raw, json: JSON.parse(raw.toString()) })
      const status = answer(heard.length)
      if (status !== 'silence') response.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  async function stop() {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  onTestFinished(stop)
  return {
    heard,
    stop,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    names: () => heard.map(({ json }) => json.event_name),
  }
}

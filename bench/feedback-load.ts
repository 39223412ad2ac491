import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { report } from '../test/feedback/reporting.ts'

/**
 * Many people who write to the office at once, each from an address of their own: five sessions a client one after
 * another, five reports a session, one in ten sent a second time as a phone does that lost the answer. Prints what
 * was answered as JSON.
 */
const [url = '', clients = '1'] = process.argv.slice(2)
const SESSIONS = 5
const REPORTS = 5
const SENT_TWICE_EACH = 10

const codes: string[] = []
const timesMs: number[] = []
const refused: Record<string, number> = {}
let differing = 0

const startedAt = performance.now()
await Promise.all(Array.from({ length: Number(clients) }, (_, client) => writeAll(client)))
const seconds = (performance.now() - startedAt) / 1_000
timesMs.sort((a, b) => a - b)
const at = (share: number) => timesMs[Math.floor(timesMs.length * share)] ?? 0
const figures = { seconds, p50: at(0.5), p99: at(0.99), worst: timesMs.at(-1) ?? 0, asked: timesMs.length }
console.log(JSON.stringify({ ...figures, refused, differing, codes }))

async function writeAll(client: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const from = { 'x-forwarded-for': `10.1.${Math.floor(client / 250)}.${client % 250}` }
  for (let session = 0; session < SESSIONS; session += 1) {
    const opened = await post(agent, '/api/session', {}, from)
    const headers = { ...from, authorization: `Bearer ${opened.token}` }
    for (let number = 0; number < REPORTS; number += 1) {
      const body = report({ content: `Hồ sơ số ${client}-${session}-${number} của tôi đã quá hẹn mà chưa có kết quả.` })
      const key = { 'idempotency-key': randomUUID() }
      const { code } = await post(agent, '/api/feedback', body, { ...headers, ...key })
      if (code === undefined) continue
      codes.push(code)
      if (codes.length % SENT_TWICE_EACH !== 0) continue
      const again = await post(agent, '/api/feedback', body, { ...headers, ...key })
      if (again.code !== code) differing += 1
    }
  }
  agent.destroy()
}

function post(agent: Agent, path: string, body: object, headers: Record<string, string>) {
  const text = JSON.stringify(body)
  const askedAt = performance.now()
  return new Promise<{ token?: string; code?: string }>((resolve, reject) => {
    const sent = request(
      url + path,
      {
        ...{ method: 'POST', agent },
        headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          timesMs.push(performance.now() - askedAt)
          const status = response.statusCode ?? 0
          if (status >= 300) refused[status] = (refused[status] ?? 0) + 1
          resolve(status < 300 ? JSON.parse(Buffer.concat(chunks).toString()) : {})
        })
      },
    )
    sent.on('error', reject)
    sent.end(text)
  })
}

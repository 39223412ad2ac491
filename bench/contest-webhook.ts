import { createHash } from 'node:crypto'
import { connect } from 'node:net'

/**
 * Zalo's events meanwhile, each on a connection of its own and signed, ten a second until told to stop: about people
 * nobody knows, so that each is written down. Sends how long each took from the first byte to the answer.
 */
const [port = '', apiKey = ''] = process.argv.slice(2)
const PAUSE_MS = 100

let isRunning = true
process.on('message', () => {
  isRunning = false
})
const timesMs: number[] = []
let failed = 0
for (let at = 0; isRunning; at += 1) {
  const startedAt = performance.now()
  if (!(await send(at).catch(() => false))) failed += 1
  timesMs.push(performance.now() - startedAt)
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
}
process.send?.({ timesMs, failed }, () => process.disconnect())

function send(at: number) {
  const fields = { event: 'user.revoke.consent', timestamp: Date.now(), userId: `nobody-${at}`, appId: '1000' }
  const values = Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1))
  const signature = createHash('sha256')
    .update(values.map(([, value]) => String(value)).join('') + apiKey)
    .digest('hex')
  const body = JSON.stringify(fields)
  return new Promise<boolean>((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write(
        `POST /webhooks/zalo/mini-app HTTP/1.1\r\nhost: bench\r\nconnection: close\r\ncontent-type: application/json\r\n` +
          `x-zevent-signature: ${signature}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      ),
    )
    socket.once('data', (chunk: Buffer) => {
      resolve(chunk.toString('latin1', 9, 12) === '200')
      socket.destroy()
    })
    socket.on('error', reject)
  })
}

import { connect } from 'node:net'
import { constants, setPriority } from 'node:os'
import { sealEvent } from '../simulator/delivery.ts'
import { personSaid } from '../simulator/events.ts'
import type { Load } from './webhook.ts'

/**
 * Events as Zalo sends them: each on a connection of its own, whether or not the one before was answered, so many a
 * second. Tells how long each took from opening the connection to its answer, and how many were answered otherwise.
 */
const { port, rate, seconds, chatters, account } = JSON.parse(process.argv[2] ?? '{}') as Load
const TICK_MS = 10
const TEXTS = ['menu', 'trợ giúp', 'menu', 'gì', 'menu']
const PATIENCE_MS = 10_000

// Zalo is another machine: what it waits for is our answer, not its own turn here.
try {
  setPriority(constants.priority.PRIORITY_HIGHEST)
} catch {
  console.log('       measured without priority: on a busy machine the figures are those of the measuring too')
}

const timesMs: number[] = []
const otherwise: Record<string, number> = {}
const answers: Promise<void>[] = []
const startedAt = performance.now()
const total = rate * seconds
for (let sent = 0; sent < total; ) {
  const due = Math.min(total, Math.ceil(((performance.now() - startedAt) * rate) / 1_000))
  for (; sent < due; sent += 1) answers.push(send(sent))
  await new Promise((resolve) => setTimeout(resolve, TICK_MS))
}
await Promise.all(answers)
process.send?.({ timesMs, otherwise, seconds: (performance.now() - startedAt) / 1_000 }, () => process.disconnect())

/** The person's number and the event's place among theirs stand in the message's id. */
async function send(at: number) {
  const chatter = at % chatters
  const place = Math.floor(at / chatters)
  const about = { ...account, ...numbersOf(chatter), at: Date.now() }
  const message = { text: TEXTS[place % TEXTS.length] ?? 'menu', msg_id: `b${chatter}-${place}` }
  const { body, headers } = sealEvent(personSaid(about, 'user_send_text', message), account)
  const begun = performance.now()
  const outcome = await post(body, headers['x-zevent-signature'] ?? '')
  timesMs.push(performance.now() - begun)
  if (outcome !== '200') otherwise[outcome] = (otherwise[outcome] ?? 0) + 1
}

function numbersOf(chatter: number) {
  return { userId: String(7_000_000_000_000 + chatter), userIdByApp: String(4_000_000_000_000 + chatter) }
}

function post(body: Buffer, mac: string): Promise<string> {
  return new Promise((resolve) => {
    const head =
      `POST /webhooks/zalo/oa HTTP/1.1\r\nhost: bench\r\nconnection: close\r\ncontent-type: application/json\r\n` +
      `x-zevent-signature: ${mac}\r\ncontent-length: ${body.length}\r\n\r\n`
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(head)
      socket.write(body)
    })
    socket.setTimeout(PATIENCE_MS, () => end('timeout'))
    socket.once('data', (chunk: Buffer) => end(chunk.toString('latin1', 9, 12)))
    socket.once('error', (error) => end('code' in error ? String(error.code) : 'error'))
    socket.once('close', () => end('closed'))
    function end(outcome: string) {
      socket.destroy()
      resolve(outcome)
    }
  })
}

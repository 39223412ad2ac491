import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import type { WebhookCounts, WebhookSettings } from './receiver.ts'

/** `keys` seal what citizens tell; they travel over the channel alone, never in arguments. */
export type WebhookOrder = WebhookSettings & { keys: string[] }
export type ToWebhook = { order: WebhookOrder } | { takenOver: number }
export type FromWebhook =
  | { url: string; port: number }
  | { stored: true }
  | { counts: WebhookCounts }
  | { problem: string }

const PROCESS = fileURLToPath(new URL('./webhook.main.ts', import.meta.url))
const LONGEST_BEGIN_MS = 15_000
const LONGEST_STOP_MS = 10_000
const FIRST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 30_000
/** A process that lived so long had begun well. */
const WELL_MS = 60_000

/** Keeps a process that receives Zalo's events running, and ends it with this one. */
export function superviseWebhook(
  order: WebhookOrder,
  { onStored, say, log }: { onStored: () => void; say: (line: string) => void; log: Logger },
) {
  let child: ChildProcess | undefined
  let isStopping = false
  let pauseMs = FIRST_PAUSE_MS
  let again: NodeJS.Timeout | undefined
  let takenOver = 0
  let address: { url: string; port: number } | undefined
  let counts: WebhookCounts | undefined
  let begun: () => void = () => {}
  const firstBegin = new Promise<void>((resolve) => {
    begun = resolve
  })

  function begin() {
    const startedAt = performance.now()
    const process = fork(PROCESS, { execArgv: ['--import', import.meta.resolve('tsx')] })
    child = process
    process.on('message', (message: FromWebhook) => {
      if ('stored' in message) onStored()
      if ('counts' in message) counts = message.counts
      if ('problem' in message) complain(message.problem)
      if ('url' in message) {
        address = message
        process.send({ takenOver } satisfies ToWebhook)
        begun()
      }
    })
    process.on('error', () => {})
    process.once('exit', (code, signal) => {
      address = undefined
      if (isStopping) return
      log.error({ code, signal, pauseMs }, 'the webhook process ended')
      if (performance.now() - startedAt > WELL_MS) pauseMs = FIRST_PAUSE_MS
      again = setTimeout(begin, pauseMs)
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
    })
    process.send({ order } satisfies ToWebhook)
  }
  function complain(problem: string) {
    if (problem === 'EADDRINUSE')
      say(`Port ${order.port} is taken, so Zalo’s events cannot arrive: stop what uses it, or set WEBHOOK_PORT.`)
    log.error({ problem }, 'the webhook process cannot begin')
    begun()
  }
  function send(message: ToWebhook) {
    if (child?.connected) child.send(message)
  }

  begin()
  return {
    /** Where it listens, once it does; nothing when it cannot. */
    async begun() {
      const late = new Promise<void>((resolve) => setTimeout(resolve, LONGEST_BEGIN_MS).unref())
      await Promise.race([firstBegin, late])
      return address
    },
    noteTakenOver(seq: number) {
      takenOver = seq
      send({ takenOver: seq })
    },
    /** Some seconds old. */
    counts: () => counts,
    async stop() {
      isStopping = true
      clearTimeout(again)
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      if (child.connected) child.disconnect()
      const process = child
      const late = setTimeout(() => process.kill('SIGKILL'), LONGEST_STOP_MS)
      await exit
      clearTimeout(late)
    },
  }
}

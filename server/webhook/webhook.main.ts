import { constants, setPriority } from 'node:os'
import { createSealing } from '../sealing/sealed.ts'
import { startWebhook } from './receiver.ts'
import type { FromWebhook, ToWebhook } from './webhook-process.ts'

/** Before the service's own work where the system allows it: Zalo waits two seconds, and gives up. */
try {
  setPriority(constants.priority.PRIORITY_HIGH)
} catch {
  // Only an operator may raise it; a unit file does (docs/operations.md).
}

const COUNT_EVERY_MS = 5_000

/**
 * The process that receives Zalo's events. The order comes from the service that forked it; when that ends, however it
 * ends, the channel closes and this ends too.
 */
const tell = (message: FromWebhook) => {
  if (process.connected) process.send?.(message)
}

process.once('message', async ({ order }: Extract<ToWebhook, { order: object }>) => {
  const { keys, ...settings } = order
  try {
    const webhook = await startWebhook({
      ...settings,
      sealing: createSealing(keys),
      now: () => new Date(),
      onStored: () => tell({ stored: true }),
    })
    process.on('message', (message: ToWebhook) => {
      if ('takenOver' in message) webhook.noteTakenOver(message.takenOver)
    })
    const counting = setInterval(() => tell({ counts: webhook.counts() }), COUNT_EVERY_MS)
    process.once('disconnect', () => {
      clearInterval(counting)
      void webhook.stop()
    })
    // The service may have ended while the port was being opened.
    if (!process.connected) process.exit(0)
    tell({ url: webhook.url, port: webhook.port })
  } catch (error) {
    tell({ problem: error instanceof Error && 'code' in error ? String(error.code) : 'failed' })
    process.disconnect()
  }
})

// Ctrl-C reaches every process of the terminal: the service decides when this one stops.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => {})

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { listen, stopListening } from '../http/listen.ts'
import type { Sealing } from '../sealing/sealed.ts'
import { openInbox } from './event-inbox.ts'
import { readEvent, type Source, toInboxEvent, type WebhookSecrets } from './read-event.ts'

export type WebhookSettings = {
  port: number
  dataDir: string
  secrets: WebhookSecrets
  siteVerification: { code: string | undefined; file: string | undefined }
}
/** What became of what was sent here, since the start. */
export type WebhookCounts = Record<
  'stored' | 'again' | 'foreign' | 'refused' | 'not_set_up' | 'too_large' | 'failed',
  number
>

const MOST_BYTES = 1_000_000
const LONGEST_REQUEST_MS = 10_000
const FORGET_EVERY_MS = 60 * 60_000
const FORGET_PAUSE_MS = 100
const SOURCES: Record<string, Source> = {
  '/webhooks/zalo/oa': 'oa',
  '/webhooks/zalo/bot': 'bot',
  '/webhooks/zalo/mini-app': 'mini_app',
}
/** What Zalo puts into the file it gives for proving that an address is ours. */
const VERIFIER_TEXT = 'There Is No Limit To What You Can Accomplish Using Zalo!'

export type Webhook = Awaited<ReturnType<typeof startWebhook>>

/** Receives Zalo's events: verified, written down, answered, and nothing else, since Zalo gives two seconds. */
export async function startWebhook({
  port,
  dataDir,
  secrets,
  siteVerification,
  now,
  sealing,
  onStored,
}: WebhookSettings & { now: () => Date; sealing: Sealing; onStored: () => void }) {
  const inbox = openInbox(dataDir, { onStored })
  const counts: WebhookCounts = {
    ...{ stored: 0, again: 0, foreign: 0, refused: 0, not_set_up: 0, too_large: 0, failed: 0 },
  }
  let takenOver = 0

  async function receive(source: Source, request: IncomingMessage): Promise<[number, string]> {
    const raw = await readBody(request)
    if (raw === undefined) return count('too_large', 413)
    const read = readEvent(source, { raw, headers: request.headers }, secrets)
    if (read.outcome === 'not_set_up') return count('not_set_up', 503)
    if (read.outcome === 'refused') return count('refused', 401)
    if (read.outcome === 'foreign') return count('foreign', 200)
    const numRetry = Number(request.headers.num_retry) || 0
    try {
      const isNew = await inbox.store(toInboxEvent(source, read, { sealing, now: now(), numRetry }))
      return count(isNew ? 'stored' : 'again', 200)
    } catch {
      return count('failed', 503)
    }
  }
  function count(what: keyof WebhookCounts, status: number): [number, string] {
    counts[what] += 1
    return [status, status === 200 ? 'ok' : what]
  }

  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    const source = SOURCES[path]
    if (request.method === 'POST' && source !== undefined) {
      receive(source, request).then(
        ([status, text]) => answer(response, status, text),
        () => request.destroy(),
      )
      return
    }
    request.resume()
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(response, source ? 405 : 404, 'not found')
    if (source !== undefined || path === '/livez') return answer(response, 200, 'ok')
    const page = verificationPage(path, siteVerification)
    return page === undefined ? answer(response, 404, 'not found') : answer(response, 200, page, 'text/html')
  })

  let forgetting: NodeJS.Timeout | undefined
  function forget() {
    let hasMore = false
    try {
      hasMore = inbox.forget({ takenOver, now: now() })
    } catch {
      // A full disk: tried again in an hour.
    }
    forgetting = setTimeout(forget, hasMore ? FORGET_PAUSE_MS : FORGET_EVERY_MS)
    forgetting.unref()
  }

  await listen(server, port).catch((error: unknown) => {
    inbox.close()
    throw error
  })
  server.requestTimeout = LONGEST_REQUEST_MS
  forget()
  const address = server.address() as AddressInfo
  return {
    url: `http://localhost:${address.port}`,
    port: address.port,
    counts: (): WebhookCounts => ({ ...counts }),
    /** The service has everything up to here: only that is ever forgotten. */
    noteTakenOver(seq: number) {
      takenOver = seq
    },
    /** Forgets what is old enough now, without waiting for the hour. */
    forget() {
      clearTimeout(forgetting)
      forget()
    },
    async stop() {
      clearTimeout(forgetting)
      await stopListening(server)
      inbox.close()
    },
  }
}

/** Nothing when it is too long: the rest is read away so that the answer arrives. */
function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let bytes = 0
    request.on('data', (part: Buffer) => {
      bytes += part.length
      if (bytes <= MOST_BYTES) parts.push(part)
      else resolve(undefined)
    })
    request.on('end', () => resolve(Buffer.concat(parts)))
    request.on('error', reject)
    request.on('close', () => reject(new Error('gone')))
  })
}

function answer(response: ServerResponse, status: number, text: string, type = 'text/plain') {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(status === 413 && { connection: 'close' }),
  })
  response.end(response.req.method === 'HEAD' ? undefined : text)
}

function verificationPage(path: string, { code, file }: WebhookSettings['siteVerification']) {
  if (path === '/' && code !== undefined)
    return `<!doctype html><html><head><meta name="zalo-platform-site-verification" content="${code}" /></head><body></body></html>`
  const isFile =
    (file !== undefined && path === `/${file}`) || (code !== undefined && path === `/zalo_verifier${code}.html`)
  return isFile ? VERIFIER_TEXT : undefined
}

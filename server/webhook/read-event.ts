import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Sealing } from '../sealing/sealed.ts'
import { describeBotEvent, isBotSecret, unwrapBotEvent } from '../zalo/bot-events.ts'
import { asBody, type Body } from '../zalo/loose-body.ts'
import { readMiniAppEvent } from '../zalo/mini-app-event.ts'
import { describeOaEvent } from '../zalo/oa-events.ts'
import { readSignedEvent } from '../zalo/oa-signature.ts'
import type { InboxEvent } from './event-inbox.ts'

/** What proves that an event is Zalo's; a way without its secrets takes nothing. */
export type WebhookSecrets = {
  oa: { appId: string; oaId: string; secretKey: string } | undefined
  miniAppApiKey: string | undefined
  botSecret: string | undefined
}
export type Source = InboxEvent['source']

type Sent = { raw: Buffer; headers: IncomingHttpHeaders }
type Described = { key: string; name: string; userId: string | undefined; happenedMs: number | undefined }
export type Read =
  | { outcome: 'event'; event: Described; text: string }
  /** Not set up here, so that Zalo is to try again when it is. */
  | { outcome: 'not_set_up' }
  | { outcome: 'refused' }
  /** Signed, but not about our account: the console's trial among others. */
  | { outcome: 'foreign' }

const LONGEST_NAME = 80
const LONGEST_ID = 120

/** Verifies the very bytes that were sent, and reads no more of them than what the inbox is kept by. */
export function readEvent(source: Source, sent: Sent, secrets: WebhookSecrets): Read {
  if (source === 'oa') return readOa(sent, secrets.oa)
  if (source === 'bot') return readBot(sent, secrets.botSecret)
  return readMiniApp(sent, secrets.miniAppApiKey)
}

function readOa({ raw, headers }: Sent, oa: WebhookSecrets['oa']): Read {
  if (oa === undefined) return { outcome: 'not_set_up' }
  const body = readSignedEvent(raw, headerOf(headers, 'x-zevent-signature'), oa)
  if (body === undefined) return { outcome: 'refused' }
  const { name, appId, accounts, userId, messageId, happenedMs } = describeOaEvent(body)
  if (appId !== oa.appId || !accounts.includes(oa.oaId)) return { outcome: 'foreign' }
  const key = keyOf(`oa ${name}`, messageId, raw)
  return { outcome: 'event', event: { key, name, userId, happenedMs }, text: raw.toString() }
}

function readBot({ raw, headers }: Sent, secret: string | undefined): Read {
  if (secret === undefined) return { outcome: 'not_set_up' }
  const body = parseBody(raw)
  if (body === undefined || !isBotSecret(headerOf(headers, 'x-bot-api-secret-token'), secret))
    return { outcome: 'refused' }
  const { name, userId, messageId, happenedMs } = describeBotEvent(unwrapBotEvent(body))
  const key = keyOf(`bot ${name}`, messageId, raw)
  return { outcome: 'event', event: { key, name, userId, happenedMs }, text: raw.toString() }
}

function readMiniApp({ raw, headers }: Sent, apiKey: string | undefined): Read {
  if (apiKey === undefined) return { outcome: 'not_set_up' }
  const text = raw.toString()
  const signature = headerOf(headers, 'x-zevent-signature')?.replace(/^mac=/, '')
  const event = readMiniAppEvent(apiKey, { body: text, signature })
  if (event === undefined) return { outcome: 'refused' }
  const described = { key: `mini_app ${event.hash}`, name: event.event, userId: event.userId }
  return { outcome: 'event', event: { ...described, happenedMs: event.timestamp }, text }
}

/**
 * The same for the same event sent again. The event's name belongs to it: a message, a reaction to it and the word that
 * it was delivered name one message id.
 */
function keyOf(name: string, messageId: string | undefined, raw: Buffer) {
  const isShort = messageId !== undefined && messageId.length <= LONGEST_ID && name.length <= LONGEST_NAME
  return isShort ? `${name} ${messageId}` : `raw ${createHash('sha256').update(raw).digest('base64url')}`
}

/** As it is written down: sealed for the place where the service will keep it, so that it is moved without being opened. */
export function toInboxEvent(
  source: Source,
  { event, text }: { event: Described; text: string },
  { sealing, now, numRetry }: { sealing: Sealing; now: Date; numRetry: number },
): InboxEvent {
  const { key, name, userId, happenedMs } = event
  return {
    ...{ key, source, name: name.slice(0, LONGEST_NAME), numRetry, receivedAt: now.toISOString() },
    lane: userId === undefined ? null : sealing.index('chat_user', `${source} ${userId}`),
    happenedMs: Math.trunc(happenedMs ?? now.getTime()),
    sealed: sealing.seal({ table: 'chat_events', column: 'sealed', rowId: key }, text),
  }
}

function headerOf(headers: IncomingHttpHeaders, name: string) {
  const value = headers[name]
  return Array.isArray(value) ? value[0] : value
}

function parseBody(raw: Buffer): Body | undefined {
  try {
    return asBody(JSON.parse(raw.toString()))
  } catch {
    return undefined
  }
}

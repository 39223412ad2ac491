import { createHash } from 'node:crypto'

/** The account of these tests: a world is told of it by `env`. */
export const OA = { appId: '360846524940903967', oaId: '388613280878808645', secretKey: 'OA_SECRET_KEY_OF_TESTS' }
export const BOT_SECRET = 'a secret of the bot'
export const OA_ENV = {
  ...{ ZALO_APP_ID: OA.appId, ZALO_OA_ID: OA.oaId, ZALO_OA_SECRET_KEY: OA.secretKey },
  ...{ ZALO_BOT_TOKEN: '1:a', ZALO_BOT_SECRET: BOT_SECRET },
}
export const LAN = '246845883529197922'
export const MINH = '246845883529197923'

export type OaEvent = Record<string, unknown> & { timestamp: unknown }

export function macOf(body: string | Buffer, timestamp: string, { appId, secretKey } = OA) {
  const hash = createHash('sha256').update(appId).update(body).update(timestamp).update(secretKey).digest('hex')
  return `mac=${hash}`
}

/** An event exactly as Zalo would send it, and the header that goes with these bytes. */
export function signed(event: OaEvent) {
  const body = JSON.stringify(event)
  return { body, mac: macOf(body, String(event.timestamp)) }
}

let messages = 0

/** Somebody writes to the account. */
export function says(text: string, { userId = LAN, at = Date.parse('2026-11-23T02:00:00Z'), id = '' } = {}): OaEvent {
  messages += 1
  return {
    ...{ app_id: OA.appId, sender: { id: userId }, user_id_by_app: `55${userId}`, recipient: { id: OA.oaId } },
    ...{ event_name: 'user_send_text', message: { text, msg_id: id || `m${messages}` }, timestamp: String(at) },
  }
}

export function follows(kind: 'follow' | 'unfollow', { userId = LAN, at = 0 } = {}): OaEvent {
  return {
    ...{ oa_id: OA.oaId, follower: { id: userId }, user_id_by_app: `55${userId}`, event_name: kind },
    ...{ source: 'oa_profile', app_id: OA.appId, timestamp: String(at) },
  }
}

/** Delivers to the webhook as Zalo does: one connection each. */
export async function deliver(
  { service }: { service: { webhook: { url: string } | undefined } },
  { body, mac }: { body: string | Buffer; mac?: string },
  headers: Record<string, string> = {},
) {
  const response = await fetch(`${service.webhook?.url}/webhooks/zalo/oa`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', connection: 'close', ...headers },
      ...(mac !== undefined && { 'x-zevent-signature': mac }),
    },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
  await response.text()
  return response.status
}

/** All of it, one after another, and then everything answered. */
export async function hear(world: World, ...events: OaEvent[]) {
  const statuses = []
  for (const event of events) statuses.push(await deliver(world, signed(event)))
  await settle(world)
  return statuses
}

export async function settle({ service }: World) {
  await service.takeIn()
  await service.runJob('chat.turns')
}

type World = {
  service: {
    webhook: { url: string } | undefined
    takeIn: () => Promise<void>
    runJob: (name: string) => Promise<void>
  }
}

import { request } from 'node:http'
import { expect, test } from 'vitest'
import { createWorld, shareWorld } from '../world/world.ts'
import { deliver, macOf, OA, OA_ENV, says, settle, signed } from './zalo-sends.ts'

const world = shareWorld({
  env: { ...OA_ENV, ZALO_SITE_VERIFICATION: 'CODE123', ZALO_VERIFIER_FILE: 'zalo_verifierABC.html' },
})

async function eventsIn({ service }: Awaited<ReturnType<typeof createWorld>>) {
  return service.ctx.db.values<[string, string]>('SELECT name, state FROM chat_events ORDER BY seq')
}

async function at(path: string, init?: RequestInit) {
  const response = await fetch(`${world().service.webhook?.url}${path}`, init)
  return [response.status, await response.text()]
}

test('an event is written down before it is answered, and taken over', async () => {
  expect(await deliver(world(), signed(says('Xin chào')))).toBe(200)
  await settle(world())
  expect((await eventsIn(world())).at(-1)).toEqual(['user_send_text', 'done'])
})

test('without a signature, or with a wrong one, an event is refused', async () => {
  const before = await eventsIn(world())
  const { body, mac } = signed(says('Xin chào'))
  const guess = macOf(body, 'another time')
  expect(await Promise.all([deliver(world(), { body }), deliver(world(), { body, mac: guess })])).toEqual([401, 401])
  expect(await deliver(world(), { body: `${body} `, mac })).toBe(401)
  await settle(world())
  expect(await eventsIn(world())).toEqual(before)
})

test('the console’s trial, and what is about another account or app, is answered and dropped', async () => {
  const before = await eventsIn(world())
  const trial = {
    ...says('This is testing message', { id: 'This is message id' }),
    ...{ sender: { id: '1' }, recipient: { id: '2' } },
  }
  const foreign = [trial, { ...says('x'), recipient: { id: '999' } }, { ...says('x'), app_id: '1' }]
  for (const event of foreign) expect(await deliver(world(), signed(event))).toBe(200)
  await settle(world())
  expect(await eventsIn(world())).toEqual(before)
})

test('an event that nobody knows is written down and counted, and nothing is made of it', async () => {
  const event = { app_id: OA.appId, oa_id: OA.oaId, event_name: 'moon_rises', timestamp: '1' }
  expect(await deliver(world(), signed(event))).toBe(200)
  await settle(world())
  expect((await eventsIn(world())).at(-1)).toEqual(['moon_rises', 'ignored'])
})

test('more than a megabyte is refused', async () => {
  expect(await deliver(world(), signed(says('x'.repeat(1_000_001))))).toBe(413)
  expect(await deliver(world(), signed(says('x'.repeat(900_000))))).toBe(200)
})

test('a bot’s event needs the secret that was given to Zalo', async () => {
  const body = JSON.stringify({
    ok: true,
    result: {
      event_name: 'message.text.received',
      message: { message_id: 'b1', text: '/start', chat: { id: 'c1', chat_type: 'PRIVATE' }, date: 1750316131602 },
    },
  })
  const send = (secret?: string) =>
    at('/webhooks/zalo/bot', { method: 'POST', body, headers: secret ? { 'x-bot-api-secret-token': secret } : {} })
  expect([(await send())[0], (await send('a guess'))[0]]).toEqual([401, 401])
  expect(await send(OA_ENV.ZALO_BOT_SECRET)).toEqual([200, 'ok'])
  await settle(world())
  expect((await eventsIn(world())).at(-1)).toEqual(['message.text.received', 'done'])
})

test('whoever opens its addresses in a browser is told that they are there, and Zalo that they are ours', async () => {
  expect(await at('/webhooks/zalo/oa')).toEqual([200, 'ok'])
  expect(await at('/livez')).toEqual([200, 'ok'])
  expect(await at('/')).toEqual([
    200,
    expect.stringContaining('<head><meta name="zalo-platform-site-verification" content="CODE123" /></head>'),
  ])
  expect((await at('/zalo_verifierABC.html'))[0]).toBe(200)
  expect((await at('/zalo_verifierCODE123.html'))[0]).toBe(200)
  for (const path of ['/zalo_verifierX.html', '/webhooks', '/../etc/passwd', '/webhooks/zalo/oa/'])
    expect((await at(path))[0]).toBe(404)
  expect((await at('/webhooks/zalo/oa', { method: 'PUT' }))[0]).toBe(405)
})

test('a way whose secrets are not set takes nothing, so that Zalo tries again', async () => {
  const bare = await createWorld({ env: { ZALO_OA_ID: '' } })
  const statuses = ['oa', 'bot', 'mini-app'].map(
    async (way) => (await fetch(`${bare.service.webhook?.url}/webhooks/zalo/${way}`, { method: 'POST' })).status,
  )
  expect(await Promise.all(statuses)).toEqual([503, 503, 401])
})

test('somebody who hangs up in the middle costs nothing', async () => {
  const { port } = world().service.webhook ?? {}
  await new Promise<void>((resolve) => {
    const half = request({ port, path: '/webhooks/zalo/oa', method: 'POST', headers: { 'content-length': 1_000 } })
    half.on('error', () => resolve())
    half.write('{"a":', () => setTimeout(() => half.destroy(), 20))
  })
  expect(await deliver(world(), signed(says('Xin chào')))).toBe(200)
})

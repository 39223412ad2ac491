import { expect, test } from 'vitest'
import { createSpeakingWorld } from './listeners.ts'

type Grant = { state: string; refreshExpiresAt: string | null }
type Channels = { items: { channel: string; settings: object }[]; grant: Grant }
type Undelivered = { total: number; items: { id: string; problem: string; text: string | null }[] }

/** Presses "Cho phép" on Zalo's page and tells what it sends back. */
async function allow(url: string) {
  const form = new URLSearchParams([...new URL(url).searchParams])
  const answer = await fetch(url.split('?')[0] ?? '', { method: 'POST', body: form, redirect: 'manual' })
  const query = new URL(answer.headers.get('location') ?? '').searchParams
  const [code = '', state = '', oaId = ''] = ['code', 'state', 'oa_id'].map((name) => query.get(name) ?? '')
  return { code, state, oaId }
}

test('an account that no longer allows us is granted again, and what waited leaves', async () => {
  const world = await createSpeakingWorld()
  const admin = await world.signIn({ role: 'admin' })
  const lan = await world.meet()
  world.zalo.tokens.revoke()
  await world.say(lan, 'Chào anh/chị')
  await world.send()
  expect(world.heard(lan)).toEqual([])
  const before = await admin.get<Channels>('/admin/api/chat-channels')
  expect(before.body.grant.state).toBe('needs_reauth')
  const begun = await admin.post<{ url: string }>('/admin/api/zalo-grant')
  const back = await allow(begun.body.url)
  const other = await world.signIn({ role: 'admin' })
  expect((await other.post<{ code: string }>('/admin/api/zalo-grant/return', back)).body.code).toBe('grant.stale')
  const granted = await admin.post<Channels>('/admin/api/zalo-grant/return', back)
  expect(granted.body.grant.state).toBe('ready')
  expect((await admin.post<{ code: string }>('/admin/api/zalo-grant/return', back)).body.code).toBe('grant.stale')
  await world.send()
  expect(world.heard(lan)).toEqual(['Chào anh/chị'])
})

test('the page of another account is not taken', async () => {
  const world = await createSpeakingWorld()
  const admin = await world.signIn({ role: 'admin' })
  const { body } = await admin.post<{ url: string }>('/admin/api/zalo-grant')
  const back = { ...(await allow(body.url)), oaId: '999' }
  expect((await admin.post<{ code: string }>('/admin/api/zalo-grant/return', back)).body.code).toBe(
    'grant.foreign_account',
  )
})

test('what did not arrive stands there with the reason, masked; tried again it arrives, or it is let be', async () => {
  const world = await createSpeakingWorld()
  const admin = await world.signIn({ role: 'admin' })
  const [lan, minh] = [await world.meet(), await world.meet()]
  const fault = { endpoint: '/v3.0/oa/message/cs', fault: 'zalo_error' as const, error: -244, times: 2 }
  world.zalo.state.setFault(fault)
  await world.say(lan, 'Gọi 0912345678')
  await world.say(minh, 'Chào')
  await world.send()
  const { body } = await admin.get<Undelivered>('/admin/api/undelivered')
  const facts = body.items.map(({ problem, text }) => ({ problem, text }))
  expect(facts).toEqual([
    { problem: 'zalo_-244', text: 'Chào' },
    { problem: 'zalo_-244', text: 'Gọi ••••••••78' },
  ])
  const [second, first] = body.items
  await admin.post(`/admin/api/undelivered/${first?.id}/again`)
  const left = await admin.post<Undelivered>(`/admin/api/undelivered/${second?.id}/drop`)
  await world.send()
  expect([left.body.total, world.heard(lan), world.heard(minh)]).toEqual([0, ['Gọi 0912345678'], []])
})

test('a pair of tokens that is pasted is never shown again', async () => {
  const world = await createSpeakingWorld()
  const admin = await world.signIn({ role: 'admin' })
  const pair = { access: 'an access token of tests', refresh: 'a refresh token of tests' }
  const pasted = await admin.put<Channels>('/admin/api/zalo-grant/tokens', pair)
  const shown = JSON.stringify([pasted, await admin.get('/admin/api/chat-channels'), world.logLines])
  expect([pasted.body.grant.state, shown.includes(pair.access), shown.includes(pair.refresh)]).toEqual([
    'ready',
    false,
    false,
  ])
})

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { send } from '../feedback/reporting.ts'
import { createWorld, shareWorld } from '../world/world.ts'

const LAN = '4047671499938107249'
const MINH = '3368637342326461234'
const DAY_MS = 24 * 60 * 60_000

type World = Awaited<ReturnType<typeof createWorld>>

function idOf({ service }: World, zaloId: string) {
  return service.ctx.db.values<[string]>(
    `SELECT id FROM citizens WHERE zalo_index = '${service.ctx.sealing.index('zalo_id', zaloId)}'`,
  )
}

async function codeOf(reply: Promise<{ status: number; body: unknown }>) {
  const { status, body } = await reply
  return [status, (body as { code?: string }).code]
}

const NOT_SIGNED_IN = [401, 'citizen.not_signed_in']

describe('who a citizen is', () => {
  test('Zalo says so, and it is the same citizen each time, on whatever phone', async () => {
    const world = await createWorld()
    const [one, other] = [world.openPhone(), world.openPhone()]
    const first = await one.signIn({ zaloAccessToken: world.zalo.state.mintToken(LAN) })
    expect([first.status, first.body, first.headers.get('cache-control'), first.headers.get('set-cookie')]).toEqual([
      201,
      { token: expect.stringMatching(/^ctz_[\w-]{43}$/), via: 'zalo', expiresAt: '2026-12-23T02:00:00.000Z' },
      'no-store',
      null,
    ])
    await other.signIn({ zaloAccessToken: world.zalo.state.mintToken(LAN) })
    await world.openPhone().signIn({ zaloAccessToken: world.zalo.state.mintToken(MINH) })
    const rows = await world.service.ctx.db.values('SELECT count(*), count(DISTINCT citizen_id) FROM citizen_sessions')
    expect([rows, await idOf(world, LAN), (await one.get('/api/session')).body]).toEqual([
      [[3, 2]],
      [[expect.any(String)]],
      { via: 'zalo', expiresAt: '2026-12-23T02:00:00.000Z' },
    ])
  })

  test('two phones of one person that ask in the same moment are one citizen', async () => {
    const world = await createWorld()
    const tokens = Array.from({ length: 20 }, () => world.zalo.state.mintToken(LAN))
    const replies = await Promise.all(tokens.map((zaloAccessToken) => world.openPhone().signIn({ zaloAccessToken })))
    expect(replies.map(({ status }) => status)).toEqual(tokens.map(() => 201))
    expect(await world.service.ctx.db.values('SELECT count(*) FROM citizens')).toEqual([[1]])
  })

  test('a new key of the office knows the same citizen, by the id that the old key had sealed', async () => {
    const world = await createWorld()
    await world.openPhone().signIn({ zaloAccessToken: world.zalo.state.mintToken(LAN) })
    const before = await idOf(world, LAN)
    await world.stop()
    const keys = `${'n'.repeat(32)} | seals what citizens tell in worlds of tests`
    const again = await createWorld({ dataFrom: world.dataDir, env: { CITIZEN_DATA_KEY: keys } })
    await again.openPhone().signIn({ zaloAccessToken: again.zalo.state.mintToken(LAN) })
    expect(await idOf(again, LAN)).toEqual(before)
    expect(await again.service.ctx.db.values('SELECT count(*) FROM citizens')).toEqual([[1]])
  })

  test('nobody becomes somebody else by saying so', async () => {
    const world = await createWorld()
    const phone = world.openPhone()
    const zaloAccessToken = world.zalo.state.mintToken(LAN)
    for (const claim of ['id', 'zaloId', 'citizenId', 'userId', 'via', 'kind', 'sessionId'])
      expect([claim, await codeOf(phone.post('/api/session', { zaloAccessToken, [claim]: MINH }))]).toEqual([
        claim,
        [400, 'request.unknown_parameter'],
      ])
    expect(await world.service.ctx.db.values('SELECT count(*) FROM citizens')).toEqual([[0]])
  })

  test('a browser is a device: the same one while it keeps its session, and without what only Zalo proves', async () => {
    const world = await createWorld()
    const phone = world.openPhone()
    expect((await phone.signIn()).body).toMatchObject({ via: 'device', expiresAt: '2027-05-22T02:00:00.000Z' })
    const old = phone.token
    await phone.signIn()
    expect(await world.service.ctx.db.values('SELECT count(*) FROM citizens')).toEqual([[1]])
    expect(await codeOf(phone.post('/api/session/phone', { zaloAccessToken: 't', code: 'c' }))).toEqual([
      403,
      'citizen.zalo_only',
    ])
    phone.useToken(old)
    expect(await codeOf(phone.get('/api/session'))).toEqual(NOT_SIGNED_IN)
  })

  test('what a device sent is not the person’s who signs in with Zalo on it, and stays the device’s to tell and erase', async () => {
    const world = await createWorld()
    const phone = world.openPhone()
    await phone.signIn()
    const device = phone.token
    const { code } = await send(phone)
    const shown = { authorization: `Bearer ${device}` }
    const zaloAccessToken = world.zalo.state.mintToken(LAN)
    const opened = await phone.call<{ token: string }>('POST', '/api/session', { zaloAccessToken }, shown)
    phone.useToken(opened.body.token)
    expect(await codeOf(phone.get(`/api/me/feedback/${code}`))).toEqual([404, 'report.not_found'])
    expect(JSON.stringify((await phone.get('/api/me/export')).body)).not.toContain(code)
    expect((await phone.post('/api/me/erasure')).status).toBe(200)
    phone.useToken(device)
    expect((await phone.get(`/api/me/feedback/${code}`)).status).toBe(200)
    expect(JSON.stringify((await phone.get('/api/me/export')).body)).toContain(code)
    expect((await phone.post('/api/me/erasure')).status).toBe(200)
    expect(await world.service.ctx.db.values('SELECT count(*) FROM reports WHERE citizen_id IS NOT NULL')).toEqual([
      [0],
    ])
  })
})

describe('a session', () => {
  test('ends when the person ends it, and when another one takes its place', async () => {
    const world = await createWorld()
    const phone = world.openPhone()
    await phone.signIn({ zaloAccessToken: world.zalo.state.mintToken(LAN) })
    const first = phone.token
    await phone.signIn({ zaloAccessToken: world.zalo.state.mintToken(LAN) })
    const second = phone.token
    phone.useToken(first)
    expect(await codeOf(phone.get('/api/session'))).toEqual(NOT_SIGNED_IN)
    phone.useToken(second)
    expect([(await phone.delete('/api/session')).status, await codeOf(phone.get('/api/session'))]).toEqual([
      200,
      NOT_SIGNED_IN,
    ])
  })

  test('of Zalo’s ends after 30 days however much it is used; a device’s goes on while it is', async () => {
    const world = await createWorld()
    const [lan, device] = [world.openPhone(), world.openPhone()]
    await lan.signIn({ zaloAccessToken: world.zalo.state.mintToken(LAN) })
    await device.signIn()
    for (const day of [29, 179, 358]) {
      world.clock.now = new Date(Date.parse('2026-11-23T02:00:00Z') + day * DAY_MS)
      const isStillLan = (await lan.get('/api/session')).status === 200
      expect([day, isStillLan, (await device.get('/api/session')).status]).toEqual([day, day < 30, 200])
    }
    world.clock.now = new Date(Date.parse('2026-11-23T02:00:00Z') + (358 + 180) * DAY_MS)
    expect(await codeOf(device.get('/api/session'))).toEqual(NOT_SIGNED_IN)
    await world.runJob('citizens.forget')
    expect(await world.service.ctx.db.values('SELECT count(*) FROM citizen_sessions')).toEqual([[1]])
  })

  test('is shown in the one header: not in an address, not in a cookie, not another’s prefix', async () => {
    const world = await createWorld()
    const phone = world.openPhone()
    await phone.signIn()
    const token = phone.token ?? ''
    phone.useToken(undefined)
    const elsewhere: Record<string, string>[] = [
      { cookie: `session=${token}; token=${token}` },
      { authorization: token },
      { authorization: `Basic ${token}` },
      { authorization: `Bearer ${token.slice(0, -1)}` },
      { authorization: `Bearer cchc_${token.slice(4)}` },
    ]
    for (const headers of elsewhere)
      expect(await codeOf(phone.call('GET', '/api/session', undefined, headers))).toEqual(NOT_SIGNED_IN)
    expect(await codeOf(phone.get(`/api/session?token=${token}`))).toEqual(NOT_SIGNED_IN)
    phone.useToken(token)
    expect((await phone.get('/api/session')).status).toBe(200)
  })

  test('one address opens 60 in ten minutes, then is told how long to wait; others are not held up', async () => {
    const world = await createWorld()
    const phone = world.openPhone()
    const replies = await Promise.all(Array.from({ length: 61 }, () => phone.post('/api/session', {})))
    const refused = replies.filter(({ status }) => status !== 201)
    expect(refused.map(({ status, body, headers }) => [status, body, headers.get('retry-after')])).toEqual([
      [429, expect.objectContaining({ code: 'citizen.too_many_sessions', retryAfterSeconds: 600 }), '600'],
    ])
    expect((await world.openPhone().signIn()).status).toBe(201)
    world.clock.now = new Date(world.clock.now.getTime() + 10 * 60_000)
    expect((await phone.signIn()).status).toBe(201)
  })
})

describe('when Zalo does not say who it is, each way has its own answer', () => {
  const world = shareWorld()
  const refused = [401, 'zalo.token_refused']
  const unreachable = [503, 'zalo.unreachable']

  test('a token that is over, unknown, or of another app', async () => {
    const zalo = world().zalo.state
    for (const zaloAccessToken of [
      zalo.mintToken(LAN, { lastsMs: 0 }),
      'nobody-minted-this',
      zalo.mintToken(LAN, { appId: '2000' }),
      zalo.mintToken('999'),
    ])
      expect(await codeOf(world().openPhone().post('/api/session', { zaloAccessToken }))).toEqual(refused)
  })

  test.each(['server_error', 'not_json', 'empty', 'reset', 'hang'] as const)(
    'no answer that can be understood: %s',
    async (fault) => {
      const zalo = world().zalo.state
      const phone = world().openPhone()
      zalo.setFault({ endpoint: 'me', fault, times: 1 })
      const from = Date.now()
      const reply = await phone.post('/api/session', { zaloAccessToken: zalo.mintToken(LAN) })
      expect([reply.status, (reply.body as { code: string }).code, reply.headers.get('retry-after')]).toEqual([
        ...unreachable,
        '5',
      ])
      expect(Date.now() - from).toBeLessThan(5_000)
      expect((await phone.signIn({ zaloAccessToken: zalo.mintToken(LAN) })).status).toBe(201)
    },
  )

  test('its refusal is read before its status', async () => {
    const zalo = world().zalo.state
    zalo.setFault({ endpoint: 'me', fault: 'busy', times: 1 })
    expect(
      await codeOf(
        world()
          .openPhone()
          .post('/api/session', { zaloAccessToken: zalo.mintToken(LAN) }),
      ),
    ).toEqual(refused)
  })

  test('a server abroad may still learn the id; refused even that, it does not blame the person', async () => {
    const zalo = world().zalo.state
    zalo.setAbroad(true)
    expect(
      (
        await world()
          .openPhone()
          .signIn({ zaloAccessToken: zalo.mintToken(LAN) })
      ).status,
    ).toBe(201)
    zalo.setAbroad(false)
    zalo.setFault({ endpoint: 'me', fault: 'outside_vietnam', times: 1 })
    expect(
      await codeOf(
        world()
          .openPhone()
          .post('/api/session', { zaloAccessToken: zalo.mintToken(LAN) }),
      ),
    ).toEqual([502, 'zalo.outside_vietnam'])
  })

  test('where Zalo is off there is nobody to ask', async () => {
    const off = await createWorld({ env: { ZALO_MODE: 'off' } })
    expect(await codeOf(off.openPhone().post('/api/session', { zaloAccessToken: 'any' }))).toEqual(unreachable)
    expect((await off.openPhone().signIn()).status).toBe(201)
  })
})

describe('the phone number', () => {
  async function openAsLan(world: World) {
    const phone = world.openPhone()
    await phone.signIn({ zaloAccessToken: world.zalo.state.mintToken(LAN) })
    return phone
  }

  test('that the person agrees to give fills the form, and a code works once', async () => {
    const world = await createWorld()
    const phone = await openAsLan(world)
    const ask = (code: string) =>
      phone.post('/api/session/phone', { zaloAccessToken: world.zalo.state.mintToken(LAN), code })
    const code = world.zalo.state.mintCode(LAN)
    expect((await ask(code)).body).toEqual({ phone: '+84912345678' })
    expect(await codeOf(ask(code))).toEqual([422, 'zalo.phone_refused'])
    expect(await codeOf(ask(world.zalo.state.mintCode(LAN, { lastsMs: 0 })))).toEqual([422, 'zalo.phone_refused'])
    expect(await codeOf(ask(world.zalo.state.mintCode(MINH)))).toEqual([422, 'zalo.phone_refused'])
    world.zalo.state.setAbroad(true)
    expect(await codeOf(ask(world.zalo.state.mintCode(LAN)))).toEqual([502, 'zalo.outside_vietnam'])
    world.zalo.state.setAbroad(false)
    world.zalo.state.setFault({ endpoint: 'info', fault: 'hang', times: 1 })
    expect(await codeOf(ask(world.zalo.state.mintCode(LAN)))).toEqual([503, 'zalo.unreachable'])
  })

  test('of somebody else is not told to this session', async () => {
    const world = await createWorld()
    const phone = await openAsLan(world)
    const { mintToken, mintCode } = world.zalo.state
    const theirs = { zaloAccessToken: mintToken(MINH), code: mintCode(MINH) }
    expect(await codeOf(phone.post('/api/session/phone', theirs))).toEqual([401, 'zalo.token_refused'])
  })

  test('is asked for ten times in ten minutes at most', async () => {
    const world = await createWorld()
    const phone = await openAsLan(world)
    const statuses = []
    for (let at = 0; at < 11; at += 1)
      statuses.push(
        (await phone.post('/api/session/phone', { zaloAccessToken: world.zalo.state.mintToken(LAN), code: 'x' }))
          .status,
      )
    expect(statuses).toEqual([...Array(10).fill(422), 429])
  })

  test('and the tokens reach no log line, no metric, no problem and no file', async () => {
    const world = await createWorld()
    const phone = await openAsLan(world)
    const { state } = world.zalo
    const secrets = ['912345678', LAN, phone.token ?? '']
    const told = []
    for (const fault of ['outside_vietnam', 'server_error', 'not_json', 'reset', 'busy'] as const) {
      for (const endpoint of ['me', 'info'] as const) {
        const sent = { zaloAccessToken: state.mintToken(LAN), code: state.mintCode(LAN) }
        secrets.push(sent.zaloAccessToken, sent.code)
        state.setFault({ endpoint, fault, times: 1 })
        told.push(await phone.post('/api/session/phone', sent))
      }
    }
    const worded = { zaloAccessToken: state.mintToken(LAN), code: 'có dấu cách' }
    secrets.push(worded.zaloAccessToken, worded.code)
    told.push(await phone.post('/api/session/phone', worded))
    const metrics = await (await world.get('/metrics')).text()
    await world.stop()
    const files = [world.databaseFile, `${world.databaseFile}-wal`].map((file) => {
      try {
        return readFileSync(file, 'latin1')
      } catch {
        return ''
      }
    })
    expect(told.map(({ status }) => status).filter((status) => status < 400)).toEqual([])
    expect(world.logLines.length).toBeGreaterThan(10)
    const everything = [JSON.stringify(told.map(({ body }) => body)), metrics, ...world.logLines, ...files].join('\n')
    expect(secrets.filter((secret) => everything.includes(secret))).toEqual([])
    expect(everything).toContain('citizen_sessions')
  })
})

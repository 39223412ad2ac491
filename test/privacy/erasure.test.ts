import { appendFileSync, copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openErasureLedger } from '../../server/privacy/erasure-ledger.ts'
import { readMiniAppEvent } from '../../server/zalo/mini-app-event.ts'
import { signMiniAppEvent } from '../../simulator/webhook.ts'
import { settle } from '../webhook/zalo-sends.ts'
import { createWorld, ZALO_MINI_APP_API_KEY } from '../world/world.ts'

const LAN = '4047671499938107249'
const EVENT = { event: 'user.revoke.consent', appId: '2646373759294038927', userId: LAN, timestamp: 1670553442564 }
/** As the code that Zalo publishes computes it for this event and the key `TEST_KEY`. */
const GOLDEN = '741561d33021e817ac5a8a2d7ba95a959260fdf92b80c9c0d51ea4ddf62df8ef'

type World = Awaited<ReturnType<typeof createWorld>>

async function openAsLan(world: World) {
  const phone = world.openPhone()
  await phone.signIn({ zaloAccessToken: world.zalo.state.mintToken(LAN) })
  await phone.post('/api/me/consents', { purpose: 'notices', textVersion: 1 })
  return phone
}

async function countIn({ service }: World, ...tables: string[]) {
  const counts = tables.map(
    async (table) => (await service.ctx.db.values<[number]>(`SELECT count(*) FROM ${table}`))[0],
  )
  return (await Promise.all(counts)).flat()
}

const ledgerOf = ({ dataDir }: World) => readFileSync(join(dataDir, 'erasures.jsonl'), 'utf8')

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-erasure-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

describe('one person’s data', () => {
  test('is told whole, and why it is kept, to that person alone', async () => {
    const world = await createWorld()
    const phone = await openAsLan(world)
    const { status, body } = await phone.get<{ data: object; purposes: object[] }>('/api/me/export')
    expect([status, body.data]).toEqual([
      200,
      {
        consents: [expect.objectContaining({ purpose: 'notices', act: 'granted', channel: 'mini_app' })],
        files: [],
        feedback: { reports: [], following: [], filesNotSent: [] },
        ...{ contests: [], contestReminders: [] },
        ...{ messages: [], messagesSent: [], campaign_news: [], chat: [] },
        citizen: expect.objectContaining({ kind: 'zalo', zaloId: LAN, sessions: [expect.anything()] }),
      },
    ])
    expect(body.purposes.length).toBeGreaterThan(3)
    expect(JSON.stringify(body)).not.toContain(phone.token)
    const other = world.openPhone()
    await other.signIn()
    expect(JSON.stringify((await other.get('/api/me/export')).body)).not.toContain(LAN)
  })

  test('is erased when the person asks; what stays as evidence belongs to nobody, and Zalo’s id begins anew', async () => {
    const world = await createWorld()
    const [phone, other] = [await openAsLan(world), world.openPhone()]
    await other.signIn()
    expect((await phone.post('/api/me/erasure')).body).toEqual({ erasedAt: '2026-11-23T02:00:00.000Z' })
    expect([(await phone.get('/api/session')).status, (await other.get('/api/session')).status]).toEqual([401, 200])
    expect(await countIn(world, 'citizens', 'citizen_sessions', 'citizen_erasures')).toEqual([1, 1, 1])
    expect(await world.service.ctx.db.values('SELECT act, channel FROM consents ORDER BY rowid')).toEqual([
      ['granted', 'mini_app'],
      ['withdrawn', 'erasure'],
    ])
    expect(ledgerOf(world)).toMatch(/^\{"citizenId":"[\w-]{36}","at":"2026-11-23T02:00:00.000Z"\}\n$/)
    expect(statSync(join(world.dataDir, 'erasures.jsonl')).mode & 0o077).toBe(0)
    await phone.signIn({ zaloAccessToken: world.zalo.state.mintToken(LAN) })
    const { body } = await phone.get<{ data: { consents: object[] } }>('/api/me/export')
    expect(body.data.consents).toEqual([])
  })

  test('that an older copy of the database brings back is erased again at the start', async () => {
    const world = await createWorld()
    const phone = await openAsLan(world)
    const other = world.openPhone()
    await other.signIn()
    await world.stop()
    const before = newFolder()
    copyFileSync(world.databaseFile, join(before, 'cchc.db'))

    const erasing = await createWorld({ dataFrom: before })
    const lan = erasing.openPhone()
    lan.useToken(phone.token)
    expect((await lan.post('/api/me/erasure')).status).toBe(200)
    await erasing.stop()
    copyFileSync(join(erasing.dataDir, 'erasures.jsonl'), join(before, 'erasures.jsonl'))

    const restored = await createWorld({ dataFrom: before })
    const [back, still] = [restored.openPhone(), restored.openPhone()]
    back.useToken(phone.token)
    still.useToken(other.token)
    expect([(await back.get('/api/session')).status, (await still.get('/api/session')).status]).toEqual([401, 200])
    expect(await countIn(restored, 'citizens', 'citizen_erasures')).toEqual([1, 1])
    expect(restored.said.filter((line) => line.startsWith('Erased again'))).toHaveLength(1)
    await restored.stop()
    const next = await createWorld({ dataFrom: restored.dataDir })
    expect(next.said.filter((line) => line.startsWith('Erased again'))).toEqual([])
  })

  test('a ledger that was lost gets its lines back from the database', async () => {
    const world = await createWorld()
    await (await openAsLan(world)).post('/api/me/erasure')
    const line = ledgerOf(world)
    await world.stop()
    rmSync(join(world.dataDir, 'erasures.jsonl'))
    expect(ledgerOf(await createWorld({ dataFrom: world.dataDir }))).toBe(line)
  })
})

describe('the ledger', () => {
  const one = { citizenId: 'a', at: '2026-11-23T02:00:00.000Z' }
  const two = { ...one, citizenId: 'b' }

  test('takes away a last line that a crash cut off, and goes on', () => {
    const file = join(newFolder(), 'erasures.jsonl')
    openErasureLedger(file).append(one)
    appendFileSync(file, '{"citizenId":"á')
    openErasureLedger(file).append(two)
    expect(openErasureLedger(file).entries()).toEqual([one, two])
  })

  test('stops the start when a line inside it cannot be read', () => {
    const file = join(newFolder(), 'erasures.jsonl')
    writeFileSync(file, `{"citizenId":"a"}\n${JSON.stringify(two)}\n`)
    expect(() => openErasureLedger(file)).toThrow(/erasures\.jsonl:1 is not a line of the erasure ledger/)
  })
})

describe('Zalo tells that somebody has withdrawn consent', () => {
  const now = Date.parse('2026-11-23T01:59:00Z')
  const revoke = (change: object = {}) =>
    signMiniAppEvent({ ...EVENT, timestamp: now, ...change }, ZALO_MINI_APP_API_KEY)

  async function send(world: World, { body, signature }: { body: string; signature?: string }) {
    const headers = { 'content-type': 'application/json', ...(signature && { 'x-zevent-signature': signature }) }
    const address = `${world.service.webhook?.url}/webhooks/zalo/mini-app`
    const { status } = await fetch(address, { method: 'POST', headers, body })
    await settle(world)
    return status
  }

  test('the signature is the one Zalo’s own code makes', () => {
    const read = (body: string, signature = GOLDEN) => readMiniAppEvent('TEST_KEY', { body, signature })?.userId
    const text = JSON.stringify(EVENT)
    expect([read(text), read(JSON.stringify(EVENT, null, 2)), read(text, GOLDEN.toUpperCase())]).toEqual([
      LAN,
      LAN,
      LAN,
    ])
    expect(signMiniAppEvent(EVENT, 'TEST_KEY').signature).toBe(GOLDEN)
    expect(readMiniAppEvent('ANOTHER_KEY', { body: text, signature: GOLDEN })).toBeUndefined()
    expect(readMiniAppEvent(undefined, { body: text, signature: GOLDEN })).toBeUndefined()
    for (const wrong of ['', 'x', GOLDEN.slice(1), `mac=${GOLDEN}`, '0'.repeat(64)])
      expect(read(text, wrong)).toBeUndefined()
    for (const body of ['', 'null', '[]', '"x"', '{', '{"event":1}']) expect(read(body)).toBeUndefined()
  })

  test('and that person is erased, once, however often it is sent', async () => {
    const world = await createWorld()
    const phone = await openAsLan(world)
    const event = revoke()
    expect(await Promise.all([send(world, event), send(world, event)])).toEqual([200, 200])
    expect((await phone.get('/api/session')).status).toBe(401)
    expect(await countIn(world, 'citizens', 'citizen_erasures', 'mini_app_events')).toEqual([0, 1, 1])
    await openAsLan(world)
    expect(await send(world, event)).toBe(200)
    expect(await countIn(world, 'citizens')).toEqual([1])
    expect(await world.service.ctx.db.values('SELECT act, channel FROM consents ORDER BY rowid')).toEqual([
      ['granted', 'mini_app'],
      ['withdrawn', 'zalo'],
      ['granted', 'mini_app'],
    ])
  })

  test('anybody else who says so is refused, and nobody is erased', async () => {
    const world = await createWorld()
    await openAsLan(world)
    const { body, signature } = revoke()
    const forged = [
      { body },
      { body, signature: '' },
      { body, signature: signMiniAppEvent({ ...EVENT, timestamp: now }, 'a guess').signature },
      { body: body.replace(LAN, '3368637342326461234'), signature },
      { body: '{}', signature },
      { body: 'x'.repeat(1_000), signature },
    ]
    expect(await Promise.all(forged.map((each) => send(world, each)))).toEqual(forged.map(() => 401))
    expect(await countIn(world, 'citizens')).toEqual([1])
    const keyless = await createWorld({ env: { ZALO_MINI_APP_API_KEY: '' } })
    expect(await send(keyless, revoke())).toBe(503)
  })

  test('an event nobody knows, of an unknown person, or of long ago is answered and changes nothing', async () => {
    const world = await createWorld()
    await openAsLan(world)
    const harmless = [
      revoke({ event: 'versions.review.done', status: 0 }),
      revoke({ userId: '999' }),
      signMiniAppEvent({ event: 'user.revoke.consent', timestamp: now }, ZALO_MINI_APP_API_KEY),
      revoke({ timestamp: EVENT.timestamp }),
    ]
    expect(await Promise.all(harmless.map((each) => send(world, each)))).toEqual([200, 200, 200, 200])
    expect(await countIn(world, 'citizens')).toEqual([1])
    world.clock.now = new Date(Date.parse('2026-12-24T02:00:00Z'))
    await world.runJob('privacy.forget')
    expect(await countIn(world, 'mini_app_events')).toEqual([0])
  })
})

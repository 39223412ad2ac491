import { describe, expect, test } from 'vitest'
import { createReadCounter, createRecentReaders } from '../../server/reading/reads.rules.ts'
import { keepReads } from '../../server/reading/reads.usecases.ts'
import { readSpreadsheet } from '../../server/spreadsheets/read-spreadsheet.ts'
import { createWorld } from '../world/world.ts'

type Figures = { total: number; rows: { key: string; name: string; count: number }[] }
type World = Awaited<ReturnType<typeof createWorld>>

const PAGE = { type: 'article', slug: 'co-che-mot-cua' }
const FIGURES = '/admin/api/figures/reads'
const ALL = '?from=2026-11-01&to=2026-11-30'

function read(world: World, body: object, address: string) {
  return world.get('/api/reads', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify(body),
  })
}

async function makeLink(world: World, unitId: string) {
  const head = await world.signIn({ role: 'unit_head', unitId })
  const made = await head.post<{ code: string }>('/admin/api/source-links', { unitId, label: 'Bảng tin' })
  return made.body.code
}

describe('how often pages are read', () => {
  test('opened by three people, one of them by a poster of the commune, counted by page, unit and day', async () => {
    const world = await createWorld()
    const src = await makeLink(world, 'mau-xa-1')
    expect((await read(world, PAGE, '203.0.113.1')).status).toBe(200)
    await read(world, { ...PAGE, src }, '203.0.113.2')
    world.clock.now = new Date('2026-11-23T18:00:00Z')
    await read(world, { type: 'situation', slug: 'chuyen-truong', src: 'khong-co' }, '203.0.113.3')
    await keepReads(world.service.ctx)

    const lan = await world.signIn({ role: 'viewer' })
    expect((await lan.get<Figures>(`${FIGURES}${ALL}`)).body).toMatchObject({
      total: 3,
      rows: [
        { key: 'article/co-che-mot-cua', ...PAGE, name: expect.stringMatching(/một cửa/i), count: 2 },
        { key: 'situation/chuyen-truong', count: 1 },
      ],
    })
    expect((await lan.get<Figures>(`${FIGURES}${ALL}&groupBy=unit`)).body.rows).toEqual([
      { key: '', name: 'Không qua liên kết', count: 2 },
      { key: 'mau-xa-1', name: 'Xã Số Một (mẫu)', count: 1 },
    ])
    expect((await lan.get<Figures>(`${FIGURES}${ALL}&groupBy=day`)).body.rows).toEqual([
      { key: '2026-11-23', name: '2026-11-23', count: 2 },
      { key: '2026-11-24', name: '2026-11-24', count: 1 },
    ])
    expect((await lan.get<Figures>(`${FIGURES}?from=2026-11-24&to=2026-11-24`)).body.total).toBe(1)
    expect((await lan.get<Figures>(`${FIGURES}${ALL}&unitId=mau-xa-1`)).body.total).toBe(1)
  })

  test('a commune sees what came by its own links, and asks for no other unit’s', async () => {
    const world = await createWorld()
    const src = await makeLink(world, 'mau-xa-1')
    await read(world, { ...PAGE, src }, '203.0.113.1')
    await read(world, PAGE, '203.0.113.2')
    await keepReads(world.service.ctx)
    const head = await world.signIn({ role: 'unit_head', unitId: 'mau-xa-1' })
    expect((await head.get<Figures>(`${FIGURES}${ALL}`)).body.total).toBe(1)
    expect((await head.get(`${FIGURES}${ALL}&unitId=mau-phuong-2`)).status).toBe(403)
  })

  test('the same address on the same page counts once in half an hour', async () => {
    const world = await createWorld()
    for (let count = 0; count < 20; count += 1) await read(world, PAGE, '203.0.113.1')
    world.clock.now = new Date(world.clock.now.getTime() + 31 * 60_000)
    await read(world, PAGE, '203.0.113.1')
    await keepReads(world.service.ctx)
    const lan = await world.signIn({ role: 'viewer' })
    expect((await lan.get<Figures>(`${FIGURES}${ALL}`)).body.total).toBe(2)
  })

  test('what is no page of ours counts for nothing, and a closed link for nobody', async () => {
    const world = await createWorld()
    const src = await makeLink(world, 'mau-xa-1')
    const admin = await world.signIn({ role: 'admin' })
    await admin.patch(`/admin/api/source-links/${src}`, { closed: true })
    expect((await read(world, { type: 'article', slug: 'khong-co' }, '203.0.113.1')).status).toBe(200)
    await read(world, { ...PAGE, src }, '203.0.113.1')
    await keepReads(world.service.ctx)
    expect((await admin.get<Figures>(`${FIGURES}${ALL}&groupBy=unit`)).body).toEqual({
      total: 1,
      rows: [{ key: '', name: 'Không qua liên kết', count: 1 }],
    })
  })

  test('what was counted when the service stops is there when it starts again, without who it was', async () => {
    const world = await createWorld()
    await read(world, PAGE, '203.0.113.1')
    await world.stop()
    const later = await createWorld({ dataFrom: world.dataDir })
    const lan = await later.signIn({ role: 'viewer' })
    expect((await lan.get<Figures>(`${FIGURES}${ALL}`)).body.total).toBe(1)
    const rows = await later.service.ctx.db.values('SELECT * FROM page_reads')
    expect(rows).toEqual([['2026-11-23', 'article', 'co-che-mot-cua', '', '', 1]])
    expect(world.logLines.join()).not.toContain('203.0.113')
  })

  test('the figures leave as a spreadsheet', async () => {
    const world = await createWorld()
    await read(world, PAGE, '203.0.113.1')
    await keepReads(world.service.ctx)
    const lan = await world.signIn({ role: 'viewer' })
    const file = await fetch(`${world.url}${FIGURES}/export${ALL}`, { headers: { cookie: lan.cookie } })
    expect([file.status, file.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="luot-doc-2026-11-01-2026-11-30.xlsx"',
    ])
    const rows = await readSpreadsheet(Buffer.from(await file.arrayBuffer()))
    expect(JSON.stringify(rows)).toContain('Cẩm nang')
  })

  test.each(['?from=2026-11-30&to=2026-11-01', '?from=2020-01-01&to=2026-11-30', '?from=2026-02-30&to=2026-11-30', ''])(
    'a period such as "%s" is refused',
    async (query) => {
      const world = await createWorld()
      const lan = await world.signIn({ role: 'viewer' })
      expect((await lan.get(`${FIGURES}${query}`)).status).toBe(400)
    },
  )
})

describe('what is held in memory', () => {
  const one = { day: '2026-11-23', kind: 'article', unitId: '', src: '' } as const

  test('a flood of different pages leaves room for no more, but those there go on', () => {
    const counter = createReadCounter({ most: 3 })
    for (let at = 0; at < 10; at += 1) counter.count({ ...one, slug: `bai-${at % 5}` })
    expect(counter.take().map(({ slug, count }) => [slug, count])).toEqual([
      ['bai-0', 2],
      ['bai-1', 2],
      ['bai-2', 2],
    ])
    expect(counter.take()).toEqual([])
  })

  test('what could not be written is counted with what came meanwhile', () => {
    const counter = createReadCounter()
    counter.count({ ...one, slug: 'bai' })
    const taken = counter.take()
    counter.count({ ...one, slug: 'bai' })
    counter.putBack(taken)
    expect(counter.take()).toEqual([{ ...one, slug: 'bai', count: 2 }])
  })

  test('the oldest readers make room, and nobody is known from one day to the next', () => {
    let salts = 0
    const makeSalt = () => {
      salts += 1
      return Buffer.from([salts])
    }
    const readers = createRecentReaders({ most: 2, makeSalt })
    const ask = (address: string, day = '2026-11-23') => readers.isNew({ day, address, page: 'article/bai', now: 0 })
    expect([ask('a'), ask('b'), ask('a'), ask('c'), ask('a')]).toEqual([true, true, false, true, true])
    readers.startDay('2026-11-24')
    expect([salts, ask('c', '2026-11-24'), ask('c', '2026-11-24'), salts]).toEqual([2, true, false, 2])
  })
})

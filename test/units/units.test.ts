import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { periodOn } from '../../server/units/timeline.rules.ts'
import { keeperOf } from '../../server/units/tree.rules.ts'
import { saveUnits } from '../../server/units/unit-changes.queries.ts'
import { listReach, listSubtrees, listUnitNames, sumHeadcounts } from '../../server/units/units.queries.ts'
import { AUDIENCES } from '../../server/units/units.schemas.ts'
import { createWorld, shareWorld } from '../world/world.ts'
import { DAYS, root, soundBook, subtreeOn, totalOn } from './tree-model.ts'

type Unit = {
  id: string
  version: number
  name: string
  state: string
  path: string[]
  periods: { name: string; parentId: string | null; validFrom: string; validTo: string | null }[]
  headcounts: { audience: string; asOf: string; count: number }[]
  totals: { audience: string; count: number | null; unitsTold: number; units: number }[]
  successors: { id: string; name: string; from: string; note: string | null }[]
  predecessors: { id: string; name: string; from: string; note: string | null }[]
}
type List = { items: { id: string; name: string; path: string[] }[]; total: number; nextCursor: string | null }
type Problem = { code: string }
type World = Awaited<ReturnType<typeof createWorld>>

const UNITS = '/admin/api/units'
const tag = (version: number) => ({ 'if-match': `"${version}"` })
const spans = ({ periods }: Unit) => periods.map(({ name, validFrom, validTo }) => [name, validFrom, validTo])

async function auditOf(world: World, subjectId: string) {
  const lan = await world.signIn({ role: 'admin' })
  const { body } = await lan.get<{ items: { action: string; actorName: string; before: unknown; after: unknown }[] }>(
    `/admin/api/audit?subjectKind=unit&subjectId=${subjectId}`,
  )
  return body.items
}

describe('the tree, for everybody who has signed in', () => {
  const world = shareWorld()

  test('each unit comes after the one above it, with the names on the way to it', async () => {
    const viewer = await world().signIn({ role: 'viewer', unitId: 'mau-thcs', secondFactor: false })
    const { status, body } = await viewer.get<List>(UNITS)
    expect(status).toBe(200)
    expect(body.items.map(({ id, path }) => [...path.map(() => '·'), id].join(' '))).toEqual([
      'so-gddt',
      '· mau-phong-chuyen-mon',
      '· mau-phuong-2',
      '· · mau-trung-tam',
      '· · mau-thcs',
      '· mau-gdtx',
      '· mau-thpt',
      '· mau-van-phong',
      '· mau-xa-1',
      '· · mau-mam-non',
      '· · mau-tieu-hoc',
    ])
    expect(body.items.at(-1)).toMatchObject({
      name: 'Trường Tiểu học Số Một (mẫu)',
      path: ['Sở Giáo dục và Đào tạo Tây Ninh', 'Xã Số Một (mẫu)'],
      isSample: true,
    })
  })

  test.each<[string, string, string[]]>([
    ['words without marks', '?q=tieu hoc so', ['mau-tieu-hoc']],
    ['words with marks', '?q=Phường', ['mau-phuong-2']],
    ['a kind', '?kind=commune', ['mau-phuong-2', 'mau-xa-1']],
    ['a unit and all below it', '?under=mau-xa-1', ['mau-xa-1', 'mau-mam-non', 'mau-tieu-hoc']],
    ['both', '?under=mau-xa-1&kind=preschool', ['mau-mam-non']],
    ['a day before the units were there', '?on=2025-06-30', []],
  ])('is found by %s', async (_, query, ids) => {
    const viewer = await world().signIn({ role: 'viewer', secondFactor: false })
    const { body } = await viewer.get<List>(UNITS + query)
    expect([body.total, body.items.map(({ id }) => id)]).toEqual([ids.length, ids])
  })

  test('page by page it is the same list, whatever the size of a page', async () => {
    const viewer = await world().signIn({ role: 'viewer', secondFactor: false })
    const whole = (await viewer.get<List>(UNITS)).body.items.map(({ id }) => id)
    const read: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const at: string = cursor === '' ? '' : `&cursor=${cursor}`
      const { body }: { body: List } = await viewer.get<List>(`${UNITS}?limit=3${at}`)
      expect(body.items.length).toBeLessThanOrEqual(3)
      read.push(...body.items.map(({ id }) => id))
      cursor = body.nextCursor
    }
    expect(read).toEqual(whole)
    const gone = await viewer.get<Problem>(`${UNITS}?cursor=khong-co`)
    expect([gone.status, gone.body.code]).toEqual([400, 'cursor.invalid'])
  })

  test('the head of one school does not read the people of another, nor change anything', async () => {
    const head = await world().signIn({ role: 'unit_head', unitId: 'mau-thcs' })
    const own = await head.get<Unit>(`${UNITS}/mau-thcs`)
    expect([own.status, own.body.totals]).toEqual([
      200,
      [
        { audience: 'official', count: 3, unitsTold: 1, units: 1 },
        { audience: 'teacher', count: 46, unitsTold: 1, units: 1 },
        { audience: 'student', count: 920, unitsTold: 1, units: 1 },
      ],
    ])
    const other = await head.get<Problem>(`${UNITS}/mau-thpt`)
    expect([other.status, other.body.code]).toEqual([403, 'staff.forbidden'])
    const rename = await head.post<Problem>(
      `${UNITS}/mau-thcs/changes`,
      { from: '2026-12-01', name: 'Trường khác' },
      tag(own.body.version),
    )
    expect([rename.status, rename.body.code]).toEqual([403, 'staff.forbidden'])
    const lost = await head.get<Problem>(`${UNITS}/khong-co`)
    expect([lost.status, lost.body.code]).toEqual([404, 'unit.not_found'])
  })

  test('a manager without a second factor changes nothing', async () => {
    const lan = await world().signIn({ role: 'admin', secondFactor: false })
    const { status, body } = await lan.put<Problem>(
      `${UNITS}/mau-thpt/headcounts`,
      { audience: 'teacher', asOf: '2026-09-05', count: 1 },
      tag(1),
    )
    expect([status, body.code]).toEqual([403, 'staff.second_factor_required'])
  })

  test('who manages a commune manages its schools, and not the commune next to it', async () => {
    const manager = await world().signIn({ role: 'admin', unitId: 'mau-xa-1' })
    const school = (parentId: string) => ({
      name: 'Trường THCS Mới',
      kind: 'lower_secondary',
      parentId,
      validFrom: '2026-11-01',
    })
    const own = await manager.post<Unit>(UNITS, school('mau-xa-1'))
    const other = await manager.post<Problem>(UNITS, school('mau-phuong-2'))
    expect([own.status, other.status, other.body.code]).toEqual([201, 403, 'staff.forbidden'])
    const away = await manager.post<Problem>(
      `${UNITS}/${own.body.id}/changes`,
      { from: '2026-12-01', parentId: 'mau-phuong-2' },
      tag(own.body.version),
    )
    expect([away.status, away.body.code]).toEqual([403, 'staff.forbidden'])
  })
})

describe('changing the tree', () => {
  test('a school is made, renamed, moved and ended; every step is written down', async () => {
    const world = await createWorld()
    const lan = await world.signIn({ role: 'admin', name: 'Lan' })
    const made = await lan.post<Unit>(UNITS, {
      id: 'le-loi',
      name: '  Trường Tiểu học   Lê Lợi ',
      kind: 'primary',
      parentId: 'mau-xa-1',
      validFrom: '2026-08-01',
    })
    expect([made.status, made.body.name, made.body.version]).toEqual([201, 'Trường Tiểu học Lê Lợi', 1])
    const renamed = await lan.post<Unit>(
      `${UNITS}/le-loi/changes`,
      { from: '2026-10-01', name: 'Trường Tiểu học Lê Lai', parentId: 'mau-phuong-2' },
      tag(1),
    )
    const ended = await lan.post<Unit>(`${UNITS}/le-loi/end`, { lastDay: '2026-11-30' }, tag(2))
    expect([renamed.status, ended.status, ended.body.version]).toEqual([200, 200, 3])
    expect(spans(ended.body)).toEqual([
      ['Trường Tiểu học Lê Lợi', '2026-08-01', '2026-09-30'],
      ['Trường Tiểu học Lê Lai', '2026-10-01', '2026-11-30'],
    ])
    const before = await lan.get<List>(`${UNITS}?on=2026-09-15&q=le l`)
    expect(before.body.items).toMatchObject([{ name: 'Trường Tiểu học Lê Lợi', path: [{}, 'Xã Số Một (mẫu)'] }])
    const audit = await auditOf(world, 'le-loi')
    expect(audit.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['unit.close', 'Lan'],
      ['unit.change', 'Lan'],
      ['unit.create', 'Lan'],
    ])
    expect(audit[2]).toMatchObject({ before: null, after: { periods: [{ name: 'Trường Tiểu học Lê Lợi' }] } })
    expect(audit[1]).toMatchObject({ before: { periods: [{ validTo: null }] }, after: { periods: [{}, {}] } })
    world.clock.now = new Date('2026-12-05T02:00:00Z')
    const later = await world.signIn({ role: 'admin' })
    const gone = await later.get<Unit>(`${UNITS}/le-loi`)
    expect([gone.body.state, gone.body.path]).toEqual([
      'ended',
      ['Sở Giáo dục và Đào tạo Tây Ninh', 'Phường Số Hai (mẫu)'],
    ])
  })

  test('of two people who change one school at once the second is told, and nothing of theirs is kept', async () => {
    const world = await createWorld()
    const lan = await world.signIn({ role: 'admin' })
    const minh = await world.signIn({ role: 'admin' })
    const { version } = (await lan.get<Unit>(`${UNITS}/mau-thpt`)).body
    const rename = (who: typeof lan, name: string) =>
      who.post<Unit & Problem>(`${UNITS}/mau-thpt/changes`, { from: '2026-12-01', name }, tag(version))
    const answers = await Promise.all([rename(lan, 'Tên của Lan'), rename(minh, 'Tên của Minh')])
    const lost = answers.find(({ status }) => status !== 200)
    expect([answers.map(({ status }) => status).sort(), lost?.body.code]).toEqual([
      [200, 412],
      'unit.changed_meanwhile',
    ])
    expect(await auditOf(world, 'mau-thpt')).toHaveLength(1)
    const blind = await lan.post<Problem>(`${UNITS}/mau-thpt/changes`, { from: '2026-12-01', name: 'Mù' })
    expect([blind.status, blind.body.code]).toEqual([428, 'request.if_match_missing'])
  })

  test('what changes nothing is answered and not written down', async () => {
    const world = await createWorld()
    const lan = await world.signIn({ role: 'admin' })
    const same = { from: '2026-12-01', name: 'Trường THPT Số Một (mẫu)' }
    const { status, body } = await lan.post<Unit>(`${UNITS}/mau-thpt/changes`, same, tag(1))
    expect([status, body.version, await auditOf(world, 'mau-thpt')]).toEqual([200, 1, []])
  })

  test.each<[string, string, object, number, string]>([
    [
      'a commune below its own school',
      'mau-xa-1/changes',
      { from: '2026-12-01', parentId: 'mau-mam-non' },
      409,
      'unit.cycle',
    ],
    ['the Sở below a school', 'so-gddt/changes', { from: '2026-12-01', parentId: 'mau-thpt' }, 409, 'unit.root_stays'],
    [
      'a school before it was there',
      'mau-thpt/changes',
      { from: '2024-01-01', name: 'Xưa' },
      409,
      'unit.not_there_then',
    ],
    ['a commune that still has schools', 'mau-xa-1/end', { lastDay: '2026-12-31' }, 409, 'unit.has_children'],
    ['a school below nobody', 'mau-thpt/changes', { from: '2026-12-01', parentId: 'khong-co' }, 404, 'unit.not_found'],
    ['a day that does not exist', 'mau-thpt/end', { lastDay: '2026-02-30' }, 400, 'request.invalid'],
  ])('nobody can put or end %s', async (_, path, body, status, code) => {
    const world = await createWorld()
    const lan = await world.signIn({ role: 'admin' })
    const answer = await lan.post<Problem>(`${UNITS}/${path}`, body, tag(1))
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })

  test('a code that is taken is not given again', async () => {
    const world = await createWorld()
    const lan = await world.signIn({ role: 'admin' })
    const again = { id: 'mau-thpt', name: 'Trường khác', kind: 'other', parentId: 'so-gddt', validFrom: '2026-12-01' }
    const { status, body } = await lan.post<Problem>(UNITS, again)
    expect([status, body.code]).toEqual([409, 'unit.already_exists'])
  })
})

describe('merging two schools on 1/7', () => {
  async function merged(headcounts: object[] = []) {
    const world = await createWorld({ at: '2027-06-01T02:00:00Z' })
    const lan = await world.signIn({ role: 'admin' })
    const answer = await lan.post<Unit>(`${UNITS}/merge`, {
      units: [
        { id: 'mau-mam-non', version: 1 },
        { id: 'mau-tieu-hoc', version: 1 },
      ],
      from: '2027-07-01',
      into: { id: 'truong-moi', name: 'Trường Mới', kind: 'mixed_levels', parentId: 'mau-xa-1' },
      headcounts,
      note: 'Quyết định của UBND xã',
    })
    expect(answer.status).toBe(200)
    const students = async (on: string) => {
      const { body } = await lan.get<Unit>(`${UNITS}/mau-xa-1?on=${on}`)
      return body.totals.find(({ audience }) => audience === 'student')?.count
    }
    return { world, lan, unit: answer.body, students }
  }

  test('keeps the totals of both periods, and a correction of the new one changes only its own', async () => {
    const { lan, unit, students } = await merged()
    expect([await students('2027-06-30'), await students('2027-07-01')]).toEqual([310 + 845, 310 + 845])
    const corrected = await lan.put<Unit>(
      `${UNITS}/truong-moi/headcounts`,
      { audience: 'student', asOf: '2027-07-01', count: 1_100 },
      tag(unit.version),
    )
    expect(corrected.status).toBe(200)
    expect([await students('2027-06-30'), await students('2027-07-01')]).toEqual([1_155, 1_100])
  })

  test('takes the number that is told instead of the sum', async () => {
    const { students } = await merged([{ audience: 'student', count: 1_000 }])
    expect([await students('2027-06-30'), await students('2027-07-01')]).toEqual([1_155, 1_000])
  })

  test('tells on both sides what became of whom, and is written down for each unit', async () => {
    const { world, lan, unit } = await merged()
    expect(unit.predecessors.map(({ id, from, note }) => [id, from, note])).toEqual([
      ['mau-mam-non', '2027-07-01', 'Quyết định của UBND xã'],
      ['mau-tieu-hoc', '2027-07-01', 'Quyết định của UBND xã'],
    ])
    const old = (await lan.get<Unit>(`${UNITS}/mau-mam-non?on=2027-07-01`)).body
    expect([old.state, old.successors]).toMatchObject(['ended', [{ id: 'truong-moi', name: 'Trường Mới' }]])
    for (const id of ['mau-mam-non', 'mau-tieu-hoc', 'truong-moi'])
      expect((await auditOf(world, id)).map(({ action }) => action)).toEqual(['unit.merge'])
  })

  test('does nothing at all when one of them has changed meanwhile', async () => {
    const world = await createWorld()
    const lan = await world.signIn({ role: 'admin' })
    const { status, body } = await lan.post<Problem>(`${UNITS}/merge`, {
      units: [
        { id: 'mau-mam-non', version: 1 },
        { id: 'mau-tieu-hoc', version: 7 },
      ],
      from: '2027-07-01',
      into: { name: 'Trường Mới', kind: 'mixed_levels', parentId: 'mau-xa-1' },
    })
    expect([status, body.code]).toEqual([412, 'unit.changed_meanwhile'])
    expect((await lan.get<List>(`${UNITS}?on=2027-07-01&q=truong moi`)).body.total).toBe(0)
    expect(await auditOf(world, 'mau-mam-non')).toEqual([])
  })
})

describe('what SQL finds is what the tree is', () => {
  test('who is below whom and how many they are, on any day of any tree', async () => {
    const world = await createWorld()
    const { ctx } = world.service
    await fc.assert(
      fc.asyncProperty(soundBook, fc.constantFrom(...DAYS), async (book, date) => {
        await ctx.write((tx) => saveUnits(tx, [...book.values()]))
        const ids = [...book.keys()]
        const subtrees = await listSubtrees(ctx.db, ids, date)
        const reach = await listReach(ctx.db, ids, date)
        for (const id of ids) expect(reach.get('so-gddt')).toContain(id)
        for (const id of ids) expect(reach.get(keeperOf(book, id, date))).toContain(id)
        for (const id of ids.filter((each) => periodOn(book.get(each) ?? root(), date)))
          for (const below of subtrees.get(id) ?? []) expect(reach.get(id)).toContain(below)
        for (const id of ids) {
          const below = subtreeOn(book, id, date)
          expect([
            id,
            subtrees
              .get(id)
              ?.filter((each) => book.has(each))
              .sort(),
          ]).toEqual([id, [...new Set([id, ...below])].sort()])
        }
        for (const id of ids.filter((each) => each !== 'so-gddt')) {
          const { units, sums } = await sumHeadcounts(ctx.db, id, date)
          expect(units).toBe(subtreeOn(book, id, date).length)
          for (const audience of AUDIENCES)
            expect([audience, sums.find((sum) => sum.audience === audience)?.count ?? null]).toEqual([
              audience,
              totalOn(book, id, audience, date),
            ])
        }
      }),
      { numRuns: 60, seed: 74 },
    )
  })

  test('a unit is called what it was called then, and the nearest name where it was not there', async () => {
    const world = await createWorld()
    const lan = await world.signIn({ role: 'admin' })
    await lan.post(`${UNITS}/mau-thpt/changes`, { from: '2026-12-01', name: 'Trường THPT Mới' }, tag(1))
    const { ctx } = world.service
    const nameOn = async (date: string) => (await listUnitNames(ctx.db, ['mau-thpt'], date)).get('mau-thpt')
    expect([await nameOn('2020-01-01'), await nameOn('2026-11-30'), await nameOn('2026-12-01')]).toEqual([
      'Trường THPT Số Một (mẫu)',
      'Trường THPT Số Một (mẫu)',
      'Trường THPT Mới',
    ])
  })
})

describe('the units of the content folder', () => {
  test('are added once; what staff changed stays at the next start', async () => {
    const first = await createWorld()
    const lan = await first.signIn({ role: 'admin' })
    await lan.post(`${UNITS}/mau-thpt/changes`, { from: '2025-07-01', name: 'Trường do cán bộ sửa' }, tag(1))
    await first.stop()
    const second = await createWorld({ dataFrom: first.dataDir })
    const viewer = await second.signIn({ role: 'viewer', secondFactor: false })
    const { body } = await viewer.get<{ items: { id: string; version: number }[] }>(`${UNITS}?limit=200`)
    expect(body.items.find(({ id }) => id === 'mau-thpt')).toMatchObject({ name: 'Trường do cán bộ sửa', version: 2 })
    expect(body.items.filter(({ version }) => version > 1)).toHaveLength(1)
  })

  test('what nobody has confirmed says so in its name', async () => {
    const world = await createWorld()
    const viewer = await world.signIn({ role: 'viewer', secondFactor: false })
    const { body } = await viewer.get<{ items: { name: string; isSample: boolean }[] }>(UNITS)
    expect(body.items.filter(({ isSample }) => !isSample).map(({ name }) => name)).toEqual([
      'Sở Giáo dục và Đào tạo Tây Ninh',
    ])
    expect(body.items.filter(({ name, isSample }) => isSample && !name.endsWith('(mẫu)'))).toEqual([])
  })
})

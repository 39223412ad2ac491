import { describe, expect, test } from 'vitest'
import type { Cell } from '../../server/spreadsheets/cell.ts'
import { readSpreadsheet } from '../../server/spreadsheets/read-spreadsheet.ts'
import { writeSpreadsheet } from '../../server/spreadsheets/write-spreadsheet.ts'
import { createWorld } from '../world/world.ts'

type Report = {
  applied: boolean
  adds: { row: number; unit: string }[]
  changes: { row: number; unit: string; field: string; on: string; before: unknown; after: unknown }[]
  errors: { row: number; column: string | null; problem: string }[]
  unchanged: number
  code?: string
}
type Client = Awaited<ReturnType<Awaited<ReturnType<typeof createWorld>>['signIn']>>

const HEADINGS = [
  'Mã đơn vị',
  'Tên',
  'Loại',
  'Mã đơn vị cấp trên',
  'Hiệu lực từ',
  'Cán bộ',
  'Giáo viên',
  'Học sinh',
  'Số liệu ngày',
  'Sáp nhập vào',
]
const day = (text: string) => new Date(`${text}T00:00:00Z`)

function sheet(rows: Cell[][], headings = HEADINGS) {
  return writeSpreadsheet({ sheet: 'Đơn vị', columns: headings.map((title) => ({ title })), rows })
}

async function open() {
  const world = await createWorld()
  const lan = await world.signIn({ role: 'admin' })
  return { world, lan, ...importerFor(world.url, lan) }
}

function importerFor(url: string, { cookie }: Client) {
  async function send(bytes: Buffer, dryRun: boolean): Promise<{ status: number; body: Report }> {
    const response = await fetch(`${url}/admin/api/units/import?dryRun=${dryRun}`, {
      method: 'POST',
      headers: { cookie, origin: url },
      body: new Uint8Array(bytes),
    })
    return { status: response.status, body: (await response.json()) as Report }
  }
  const download = async (path: string) => {
    const response = await fetch(`${url}/admin/api/units/files/${path}`, { headers: { cookie, origin: url } })
    return { headers: response.headers, rows: await readSpreadsheet(Buffer.from(await response.arrayBuffer())) }
  }
  return { dryRun: (bytes: Buffer) => send(bytes, true), run: (bytes: Buffer) => send(bytes, false), download }
}

/** Everything a change could leave behind. */
async function traces({ service }: Awaited<ReturnType<typeof createWorld>>) {
  const tables = ['units', 'unit_periods', 'unit_headcounts', 'unit_successors', 'audit_entries']
  return Promise.all(tables.map((table) => service.ctx.db.values(`SELECT * FROM ${table} ORDER BY 1, 2, 3`)))
}

const NEW_SCHOOLS: Cell[][] = [
  ['thcs-moi', 'Trường THCS Mới', 'THCS', 'xa-moi', day('2026-08-01'), 3, 40, 812, day('2026-09-05'), null],
  ['XA-MOI', 'Xã Mới', 'xã, phường', 'so-gddt', '01/08/2026', '2', null, null, '5/9/2026', null],
]
const WITH_A_CHANGE: Cell[][] = [
  ...NEW_SCHOOLS,
  ['mau-thpt', 'Trường THPT Đổi Tên', 'THPT', 'so-gddt', day('2026-10-01'), null, 75, null, day('2026-09-05'), null],
  [
    'mau-gdtx',
    'Trung tâm GDTX Số Một (mẫu)',
    'GDTX',
    'so-gddt',
    day('2025-07-01'),
    3,
    null,
    null,
    day('2026-09-05'),
    null,
  ],
]

describe('importing units', () => {
  test('a dry run tells what would happen and changes nothing', async () => {
    const { world, dryRun } = await open()
    const before = await traces(world)
    const { status, body } = await dryRun(await sheet(WITH_A_CHANGE))
    expect([status, body]).toEqual([
      200,
      {
        applied: false,
        adds: [
          { row: 2, unit: 'thcs-moi', name: 'Trường THCS Mới', parentId: 'xa-moi' },
          { row: 3, unit: 'xa-moi', name: 'Xã Mới', parentId: 'so-gddt' },
        ],
        changes: [
          {
            row: 4,
            unit: 'mau-thpt',
            field: 'name',
            on: '2026-10-01',
            before: 'Trường THPT Số Một (mẫu)',
            after: 'Trường THPT Đổi Tên',
          },
          { row: 4, unit: 'mau-thpt', field: 'teacher', on: '2026-09-05', before: 71, after: 75 },
        ],
        errors: [],
        unchanged: 1,
      },
    ])
    expect(await traces(world)).toEqual(before)
  })

  test('the run does what the dry run told; the same file again writes not one row', async () => {
    const { world, lan, dryRun, run } = await open()
    const file = await sheet(WITH_A_CHANGE)
    const told = (await dryRun(file)).body
    expect((await run(file)).body).toEqual({ ...told, applied: true })
    const made = await lan.get<{ name: string; path: string[]; totals: { count: number }[] }>('/admin/api/units/xa-moi')
    expect(made.body).toMatchObject({ name: 'Xã Mới', totals: [{ count: 5 }, { count: 40 }, { count: 812 }] })
    const after = await traces(world)
    const again = await run(file)
    expect([again.status, again.body]).toEqual([
      200,
      { applied: false, adds: [], changes: [], errors: [], unchanged: 4 },
    ])
    expect(await traces(world)).toEqual(after)
    const audit = await lan.get<{ items: { subjectId: string }[] }>('/admin/api/audit?action=unit.import')
    expect(audit.body.items.map(({ subjectId }) => subjectId).sort()).toEqual(['mau-thpt', 'thcs-moi', 'xa-moi'])
  })

  test('with one wrong row nothing at all is done', async () => {
    const { world, run } = await open()
    const before = await traces(world)
    const { status, body } = await run(await sheet([...NEW_SCHOOLS, ['mau-thpt', null, 'Trường', null, null]]))
    expect([status, body.code, body.errors]).toEqual([
      422,
      'unit.import_refused',
      [{ row: 4, column: 'Loại', problem: 'unknown_kind' }],
    ])
    expect(await traces(world)).toEqual(before)
  })

  test('rows with “Sáp nhập vào” are merged, with their people and all below them; the second time nothing is left to do', async () => {
    const { world, lan, dryRun, run } = await open()
    const on = day('2026-11-01')
    const merger: Cell[][] = [
      ['mau-xa-1', null, null, null, on, null, null, null, null, 'mau-phuong-moi'],
      ['mau-phuong-2', null, null, null, on, null, null, null, null, 'mau-phuong-moi'],
      ['mau-phuong-moi', 'Phường Mới', 'Xã, phường', 'so-gddt', on, null, null, null, null, null],
    ]
    const told = await dryRun(await sheet(merger))
    expect(told.body.errors).toEqual([])
    expect(told.body.changes.map(({ unit, field, after }) => [unit, field, after])).toEqual(
      expect.arrayContaining([
        ['mau-xa-1', 'mergedInto', 'mau-phuong-moi'],
        ['mau-phuong-2', 'mergedInto', 'mau-phuong-moi'],
        ['mau-phuong-moi', 'official', 9],
        ['mau-tieu-hoc', 'parentId', 'mau-phuong-moi'],
        ['mau-thcs', 'parentId', 'mau-phuong-moi'],
      ]),
    )
    expect((await run(await sheet(merger))).body.applied).toBe(true)
    const list = await lan.get<{ items: { id: string }[] }>('/admin/api/units?under=mau-phuong-moi')
    expect(list.body.items).toHaveLength(5)
    const after = await traces(world)
    expect((await run(await sheet(merger))).body).toMatchObject({ applied: false, changes: [], unchanged: 3 })
    expect(await traces(world)).toEqual(after)
  })

  test('what was exported and not touched changes nothing when it comes back', async () => {
    const { lan, dryRun, download } = await open()
    await lan.put(
      '/admin/api/units/mau-thpt/headcounts',
      { audience: 'student', asOf: '2026-09-05', count: 1_400 },
      { 'if-match': '"1"' },
    )
    const { headers, rows } = await download('export')
    expect(headers.get('content-disposition')).toBe('attachment; filename="don-vi-2026-11-23.xlsx"')
    expect(rows).toHaveLength(12)
    const [headings = [], ...units] = rows
    expect(headings).toEqual(HEADINGS)
    const { body } = await dryRun(await sheet(units))
    expect(body).toEqual({ applied: false, adds: [], changes: [], errors: [], unchanged: 11 })
  })

  test('the template is empty but for its headings', async () => {
    const { download } = await open()
    expect((await download('template')).rows).toEqual([HEADINGS])
  })

  test('who manages one commune imports only below it', async () => {
    const world = await createWorld()
    const manager = await world.signIn({ role: 'admin', unitId: 'mau-xa-1' })
    const { dryRun } = importerFor(world.url, manager)
    const { body } = await dryRun(
      await sheet([
        ['truong-1', 'Trường Một', 'Tiểu học', 'mau-xa-1', day('2026-08-01')],
        ['truong-2', 'Trường Hai', 'Tiểu học', 'mau-phuong-2', day('2026-08-01')],
        ['mau-thpt', 'Trường của người khác', null, null, day('2026-12-01')],
        ['truong-3', 'Trường Ba', 'Tiểu học', 'truong-1', day('2026-08-01')],
      ]),
    )
    expect(body.adds.map(({ unit }) => unit)).toContain('truong-1')
    expect(body.errors).toEqual([
      { row: 3, column: 'Mã đơn vị', problem: 'forbidden' },
      { row: 4, column: 'Mã đơn vị', problem: 'forbidden' },
    ])
  })
})

describe('a mistake is told with its row and column', () => {
  const school = (changes: Partial<Record<number, Cell>>): Cell[] =>
    ['truong-x', 'Trường X', 'THCS', 'so-gddt', day('2026-08-01'), null, null, null, null, null].map((cell, place) =>
      place in changes ? (changes[place] ?? null) : cell,
    )

  test.each<[string, Cell[][], [number, string, string][]]>([
    ['no name for a new unit', [school({ 1: null })], [[2, 'Tên', 'missing']]],
    ['no code', [school({ 0: '' })], [[2, 'Mã đơn vị', 'missing']]],
    ['a code with spaces', [school({ 0: 'truong x' })], [[2, 'Mã đơn vị', 'bad_code']]],
    ['a kind nobody knows', [school({ 2: 'Đại học' })], [[2, 'Loại', 'unknown_kind']]],
    ['a parent nobody knows', [school({ 3: 'khong-co' })], [[2, 'Mã đơn vị cấp trên', 'parent_not_there']]],
    ['a day that does not exist', [school({ 4: '30/02/2026' })], [[2, 'Hiệu lực từ', 'not_a_date']]],
    ['a number with letters', [school({ 6: 'bốn', 8: day('2026-09-05') })], [[2, 'Giáo viên', 'not_a_count']]],
    ['half a person', [school({ 6: 4.5, 8: day('2026-09-05') })], [[2, 'Giáo viên', 'not_a_count']]],
    ['a number without its day', [school({ 6: 4 })], [[2, 'Số liệu ngày', 'missing']]],
    [
      'a number before the unit was there',
      [school({ 6: 4, 8: day('2026-07-31') })],
      [[2, 'Số liệu ngày', 'not_there_then']],
    ],
    ['one code twice', [school({}), school({ 1: 'Trường Y' })], [[3, 'Mã đơn vị', 'duplicate']]],
    [
      'two units below each other',
      [school({ 3: 'truong-y' }), school({ 0: 'truong-y', 3: 'truong-x' })],
      [
        [2, 'Mã đơn vị cấp trên', 'cycle'],
        [3, 'Mã đơn vị cấp trên', 'cycle'],
      ],
    ],
    [
      'a merger into nothing',
      [['mau-thpt', null, null, null, day('2026-12-01'), null, null, null, null, 'khong-co']],
      [[2, 'Sáp nhập vào', 'unknown_unit']],
    ],
    [
      'a merger of nothing',
      [['khong-co', null, null, null, day('2026-12-01'), null, null, null, null, 'mau-thpt']],
      [[2, 'Mã đơn vị', 'unknown_unit']],
    ],
    [
      'a merger into itself',
      [['mau-thpt', null, null, null, day('2026-12-01'), null, null, null, null, 'mau-thpt']],
      [[2, 'Sáp nhập vào', 'cycle']],
    ],
    [
      'a merger on no day',
      [['mau-thpt', null, null, null, null, null, null, null, null, 'mau-gdtx']],
      [[2, 'Hiệu lực từ', 'missing']],
    ],
    [
      'a merger that also renames',
      [['mau-thpt', 'Tên khác', null, null, day('2026-12-01'), null, null, null, null, 'mau-gdtx']],
      [[2, 'Tên', 'merged_row_changes']],
    ],
    [
      'the Sở below a school',
      [['so-gddt', null, null, 'mau-thpt', day('2026-12-01')]],
      [[2, 'Mã đơn vị cấp trên', 'root_stays']],
    ],
    [
      'a change before the unit was there',
      [['mau-thpt', 'Tên xưa', null, null, day('2020-01-01')]],
      [[2, 'Hiệu lực từ', 'not_there_then']],
    ],
  ])('%s', async (_, rows, mistakes) => {
    const { dryRun } = await open()
    const { body } = await dryRun(await sheet(rows))
    expect(body.errors.map(({ row, column, problem }) => [row, column, problem])).toEqual(mistakes)
  })

  test('headings that are missing or unknown', async () => {
    const { dryRun } = await open()
    const { body } = await dryRun(
      await sheet([['a', 'b']], ['Mã đơn vị', 'Tên', 'Cấp học', 'Mã đơn vị cấp trên', 'Hiệu lực từ']),
    )
    expect(body.errors).toEqual([
      { row: 1, column: 'Loại', problem: 'missing_column' },
      { row: 1, column: 'Cấp học', problem: 'unknown_column' },
    ])
  })

  test('a file that is no spreadsheet', async () => {
    const { dryRun } = await open()
    const { status, body } = await dryRun(Buffer.from('Mã đơn vị;Tên'))
    expect([status, body.code]).toEqual([400, 'spreadsheet.unreadable'])
  })
})

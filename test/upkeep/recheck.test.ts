import { describe, expect, test } from 'vitest'
import type { ProcedureFile } from '../../server/procedures/procedures.schemas.ts'
import { writeSpreadsheet } from '../../server/spreadsheets/write-spreadsheet.ts'
import { type EditionReply, expectOk } from '../publishing/writing.ts'
import type { StaffClient } from '../world/staff.ts'
import { createWorld } from '../world/world.ts'

type Row = { code: string; outcome: string; entryId: string | null; draftId: string | null; fields: Field[] }
type Field = { field: string; parts: { kind: string; text: string }[] }
type Made = { id: string; version: number; counts: Record<string, number> }
type Report = { version: number; results: { code: string; result: string; draftId: string | null }[] }

const CODE = '2.002854'
const OTHER = '2.002855'

const upload = async (
  client: StaffClient,
  url: string,
  bytes: Buffer | string,
  name = 'Cổng Dịch vụ công quốc gia',
) => {
  const query = new URLSearchParams({ name, exportedOn: '2026-11-20', unitId: 'so-gddt' })
  const response = await fetch(`${url}/admin/api/rechecks?${query}`, {
    method: 'POST',
    headers: { origin: url, cookie: client.cookie, 'content-type': 'application/octet-stream' },
    body: typeof bytes === 'string' ? bytes : new Uint8Array(bytes),
  })
  return { status: response.status, body: (await response.json()) as Made & { code?: string; rows?: unknown } }
}
const rowsOf = async (client: StaffClient, id: string, query = '') =>
  expectOk(await client.get<{ items: Row[]; nextCursor: string | null }>(`/admin/api/rechecks/${id}${query}`))
const accept = (client: StaffClient, { id, version }: { id: string; version: number }, rows: string[]) =>
  client.post<Report>(`/admin/api/rechecks/${id}/accept`, { rows }, { 'if-match': `"${version}"` })

async function openOffice() {
  const world = await createWorld()
  const author = await world.signIn({ role: 'editor' })
  const ours = await world.getJson<ProcedureFile>('/api/procedures/chuyen-truong')
  const other = await world.getJson<ProcedureFile>(`/api/procedures/${OTHER}`)
  return { world, author, ours, other }
}

/** The loose form of an export that says what we say. */
function asExport({ code, name, agency, field, portalUrl, channels, cases, steps, legalBasis }: ProcedureFile) {
  return {
    code,
    name,
    agency,
    field,
    url: portalUrl,
    times: [...new Set(channels.flatMap(({ times }) => times.map(({ text }) => text)))],
    fees: [...new Set(channels.flatMap(({ fees }) => fees.map(({ text }) => text)))],
    documents: [...new Set(cases.flatMap(({ documents }) => documents.map((document) => document.name)))],
    steps,
    legalBasis: legalBasis.map(({ number }) => number),
  }
}

describe('comparing an official list with what people read', () => {
  test('what is the same, changed, new to us and missing there is told by code, with what differs', async () => {
    const { world, author, ours, other } = await openOffice()
    const told = [
      { ...asExport(ours), times: ['3 ngày làm việc'], legalBasis: ['Thông tư 99/2026/TT-BGDĐT'] },
      asExport(other),
      { code: '9.999999', name: 'Thủ tục vừa ban hành' },
    ]
    const made = await upload(author, world.url, JSON.stringify(told))
    expect(made).toMatchObject({ status: 201, body: { counts: { changed: 1, same: 1, new: 1 } } })
    const [changed] = (await rowsOf(author, made.body.id, '?outcome=changed')).items
    expect(changed).toMatchObject({ code: CODE, draftId: null })
    expect(changed?.fields.map(({ field }) => field)).toEqual(['times', 'legalBasis'])
    expect(changed?.fields[0]?.parts).toContainEqual({ kind: 'added', text: expect.stringContaining('3') })
    expect((await rowsOf(author, made.body.id, '?outcome=same')).items.map(({ code }) => code)).toEqual([OTHER])
    expect((await rowsOf(author, made.body.id, '?outcome=new')).items).toMatchObject([
      { code: '9.999999', entryId: null },
    ])
    const { counts } = made.body
    let missing = 0
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Awaited<ReturnType<typeof rowsOf>> = await rowsOf(
        author,
        made.body.id,
        `?outcome=missing${cursor && `&cursor=${cursor}`}`,
      )
      missing += page.items.length
      cursor = page.nextCursor
    }
    expect(missing).toBe(counts.missing)
    expect(missing).toBeGreaterThan(100)
  })

  test('our own files, exported as they are, are the same to the last field', async () => {
    const { world, author, ours } = await openOffice()
    const { legalBasis, ...rest } = ours
    const file = { ...rest, legalBasis: legalBasis.map(({ number, title }) => ({ number, title })) }
    const made = await upload(author, world.url, JSON.stringify([file]))
    expect(made.body.counts).toMatchObject({ same: 1, changed: 0, new: 0 })
    const steps = [...ours.steps, 'Nhận kết quả']
    const changed = await upload(author, world.url, JSON.stringify([{ ...file, steps }]))
    expect((await rowsOf(author, changed.body.id, '?outcome=changed')).items).toMatchObject([
      { code: CODE, fields: [{ field: 'steps' }] },
    ])
  })

  test('a spreadsheet does as well, whatever the order of its columns', async () => {
    const { world, author, ours } = await openOffice()
    const columns = ['Tên', 'Mã thủ tục', 'Ghi chú', 'Thời hạn', 'Căn cứ', 'Đường dẫn'].map((title) => ({
      title,
      width: 20,
    }))
    const bytes = await writeSpreadsheet({
      sheet: 'Thủ tục',
      columns,
      rows: [
        [
          ours.name,
          ours.code,
          'xem lại',
          '3 ngày làm việc; 6 ngày làm việc',
          '15/2026/TT-BGDĐT; Luật 43/2019/QH14',
          null,
        ],
      ],
    })
    const made = await upload(author, world.url, bytes)
    const [row] = (await rowsOf(author, made.body.id, '?outcome=changed')).items
    expect(row).toMatchObject({ code: CODE, fields: [{ field: 'times' }, { field: 'legalBasis' }] })
  })

  test.each([
    ['no list at all', '{"code":"2.002854"}', [{ row: 0, problem: 'unreadable' }]],
    ['no JSON at all', 'mã;tên', [{ row: 0, problem: 'unreadable' }]],
    ['a row without a code', '[{"name":"Không mã"}]', [{ row: 1, problem: 'unreadable' }]],
    ['a code told twice', '[{"code":"2.002854"},{"code":"2.002854"}]', [{ row: 2, problem: 'repeated' }]],
  ])('%s is refused with its row, and nothing is kept', async (_, text, rows) => {
    const { world, author } = await openOffice()
    expect(await upload(author, world.url, text)).toMatchObject({
      status: 400,
      body: { code: 'recheck.unreadable', rows },
    })
    expect((await author.get<{ items: unknown[] }>('/admin/api/rechecks')).body.items).toEqual([])
  })

  test('people of another unit neither see a comparison nor accept from it', async () => {
    const { world, author, ours } = await openOffice()
    const made = await upload(author, world.url, JSON.stringify([asExport(ours)]))
    const stranger = await world.signIn({ role: 'editor', unitId: 'mau-thpt' })
    const hidden = { status: 404, body: { code: 'recheck.not_found' } }
    expect(await stranger.get(`/admin/api/rechecks/${made.body.id}`)).toMatchObject(hidden)
    expect(await accept(stranger, made.body, [CODE])).toMatchObject(hidden)
    const reader = await world.signIn({ role: 'viewer' })
    expect(await accept(reader, made.body, [CODE])).toMatchObject({ status: 403, body: { code: 'staff.forbidden' } })
  })
})

describe('accepting rows', () => {
  async function compared() {
    const office = await openOffice()
    const told = [{ ...asExport(office.ours), times: ['3 ngày làm việc'] }, asExport(office.other)]
    const { body } = await upload(office.author, office.world.url, JSON.stringify(told))
    return { ...office, made: body }
  }

  test('makes drafts a person then reads: what changed with its source, what is the same with today’s date', async () => {
    const { world, author, ours, made } = await compared()
    const before = await (await world.get('/api/library')).text()
    const { results } = expectOk(await accept(author, made, [CODE, OTHER]))
    expect(results.map(({ code, result }) => [code, result])).toEqual([
      [CODE, 'drafted'],
      [OTHER, 'drafted'],
    ])
    const [changed, same] = await Promise.all(
      results.map(
        async ({ draftId }) =>
          (await author.get<EditionReply & { changeKind: string | null }>(`/admin/api/editions/${draftId}`)).body,
      ),
    )
    expect(changed).toMatchObject({
      state: 'draft',
      body: {
        checkedOn: '2026-11-23',
        reviewBy: ours.reviewBy,
        sources: [{ title: 'Cổng Dịch vụ công quốc gia, ngày 20/11/2026', url: ours.portalUrl }, ...ours.sources],
        channels: ours.channels.map(({ channel, fees }) => ({
          channel,
          fees,
          times: [{ text: '3 ngày làm việc', amount: 3, unit: 'working_day' }],
        })),
        cases: ours.cases,
      },
      problems: { forPublishing: [] },
    })
    expect(same).toMatchObject({ state: 'draft', changeKind: 'minor', body: { checkedOn: '2026-11-23' } })
    expect(await (await world.get('/api/library')).text()).toBe(before)
  })

  test('accepting the same rows again makes nothing, with the old version or the new', async () => {
    const { author, made } = await compared()
    const first = expectOk(await accept(author, made, [CODE]))
    const again = expectOk(await accept(author, { id: made.id, version: first.version }, [CODE]))
    expect(again).toEqual({
      version: first.version,
      results: [{ code: CODE, result: 'already_accepted', draftId: first.results[0]?.draftId }],
    })
    expect(await accept(author, made, [OTHER])).toMatchObject({
      status: 412,
      body: { code: 'recheck.changed_meanwhile' },
    })
  })

  test('a draft somebody is writing is left alone and told; so is a page that has changed since', async () => {
    const { world, author, made } = await compared()
    const { items: rows } = await rowsOf(author, made.id, '?outcome=changed')
    const entryId = rows.find(({ code }) => code === CODE)?.entryId
    const own = expectOk(await author.post<EditionReply>(`/admin/api/entries/${entryId}/editions`, {}))
    const report = expectOk(await accept(author, made, [CODE]))
    expect(report.results).toEqual([{ code: CODE, result: 'being_written', draftId: null }])
    expect((await author.get(`/admin/api/editions/${own.id}`)).body).toMatchObject({ version: own.version })
    const boss = await world.signIn({ role: 'admin' })
    const published = await boss.post(
      `/admin/api/editions/${own.id}/steps/publish_urgently`,
      { remark: 'Sửa gấp một lỗi.' },
      { 'if-match': `"${own.version}"` },
    )
    expect(published.status).toBe(200)
    const later = expectOk(await accept(author, { id: made.id, version: report.version }, [CODE]))
    expect(later.results).toEqual([{ code: CODE, result: 'changed_meanwhile', draftId: null }])
  })

  test('what is new to us or missing there is not accepted by itself', async () => {
    const { author, made } = await compared()
    const [missing] = (await rowsOf(author, made.id, '?outcome=missing')).items
    const { results } = expectOk(await accept(author, made, [missing?.code ?? '']))
    expect(results).toEqual([{ code: missing?.code, result: 'nothing_to_accept', draftId: null }])
  })
})

import { describe, expect, test } from 'vitest'
import { insertRating, insertReport, type ReportRow } from '../../server/feedback/reports.queries.ts'
import { newId } from '../../server/new-id.ts'
import { readSpreadsheet } from '../../server/spreadsheets/read-spreadsheet.ts'
import { seededRandom } from '../chaos/seeded-random.ts'
import { createWorld } from '../world/world.ts'
import { makeReport } from './made-reports.ts'
import { answer, findCase, ok, report, send, take } from './reporting.ts'

type Row = Record<string, number | string | null>
type Figures = { total: Row; rows: Row[] }

const UNITS = ['so-gddt', 'mau-thpt', 'mau-tieu-hoc']
const CATEGORIES = ['ho-so-cham', 'khac', 'thi-phuc-khao']
const [FROM, TO] = ['2026-01-01', '2026-03-31']
/** That period as moments. */
const [START, END] = ['2025-12-31T17:00:00.000Z', '2026-03-31T17:00:00.000Z']

/** Six hundred reports of half a year, one in three rated once or twice. */
async function openYear() {
  const world = await createWorld({ at: '2026-04-20T03:00:00Z' })
  const random = seededRandom(4)
  const wish = { random, unitIds: UNITS, categoryIds: CATEGORIES, newId }
  const made = Array.from({ length: 600 }, () =>
    makeReport({ ...wish, from: '2025-11-15T00:00:00Z', until: '2026-04-19T00:00:00Z' }),
  )
  // The last moment of the period and the first after it, on a clock in Vietnam.
  for (const [at, receivedAt] of [END, '2026-03-31T16:59:59.999Z', START, '2025-12-31T16:59:59.999Z'].entries())
    Object.assign(made[at] ?? {}, { receivedAt, roundStartedAt: receivedAt })
  const ratings = made.flatMap(({ id }, at) =>
    Array.from({ length: at % 3 === 0 ? 1 + (at % 2) : 0 }, (_, round) => ({
      ...{ reportId: id, round: round + 1, stars: 1 + ((at + round) % 5), comment: '', at: '2026-04-01T00:00:00.000Z' },
    })),
  )
  await world.service.ctx.write(async (tx) => {
    for (const each of made) await insertReport(tx, each)
    for (const each of ratings) await insertRating(tx, each)
  })
  return { world, made, ratings }
}

/** The same figures, counted by hand. */
function recount(reports: ReportRow[], ratings: { reportId: string; stars: number }[], now: string) {
  const ids = new Set(reports.map(({ id }) => id))
  const stars = ratings.filter(({ reportId }) => ids.has(reportId)).map((each) => each.stars)
  const minutes = reports.flatMap(({ firstAnswerMinutes }) => firstAnswerMinutes ?? []).sort((a, b) => a - b)
  const count = (is: (each: ReportRow) => boolean) => reports.filter(is).length
  const middle = minutes.slice(Math.ceil(minutes.length / 2) - 1, Math.floor(minutes.length / 2) + 1)
  const mean = (numbers: number[]) =>
    numbers.length === 0 ? null : numbers.reduce((sum, each) => sum + each, 0) / numbers.length
  return {
    received: reports.length,
    answered: count(({ firstAnsweredAt }) => firstAnsweredAt !== null),
    returned: count(({ state }) => state === 'returned'),
    merged: count(({ state }) => state === 'merged'),
    open: count(({ isOpen }) => isOpen),
    overdue: count(({ isOpen, dueAt }) => isOpen && dueAt !== null && dueAt < now),
    reopened: count(({ roundStartedAt, receivedAt }) => roundStartedAt !== receivedAt),
    onTime: count(
      ({ firstAnsweredAt, firstDueAt }) => firstAnsweredAt !== null && firstAnsweredAt <= (firstDueAt ?? ''),
    ),
    medianMinutes: mean(middle),
    ratings: stars.length,
    averageStars: mean(stars),
  }
}

describe('figures of reports', () => {
  test('by unit, category and month equal a count by hand', async () => {
    const { world, made, ratings } = await openYear()
    const admin = await world.signIn({ role: 'viewer' })
    const those = made.filter(({ receivedAt }) => receivedAt >= START && receivedAt < END)
    expect(those.length).toBeGreaterThan(200)
    const monthOf = ({ receivedAt }: ReportRow) =>
      new Date(Date.parse(receivedAt) + 7 * 60 * 60 * 1000).toISOString().slice(0, 7)
    for (const [by, keyOf] of [
      ['unit', (each: ReportRow) => each.unitId],
      ['category', (each: ReportRow) => each.categoryId],
      ['month', monthOf],
    ] as const) {
      const path = `/admin/api/feedback/figures?from=${FROM}&to=${TO}&by=${by}`
      const figures = ok(await admin.get<Figures>(path))
      const counted = (reports: ReportRow[], key: string) => ({
        ...{ key, name: expect.any(String) },
        ...recount(reports, ratings, '2026-04-20T03:00:00.000Z'),
      })
      const close = (row: Row) => ({
        ...row,
        averageStars: row.averageStars === null ? null : expect.closeTo(Number(row.averageStars), 9),
      })
      expect(figures.total).toEqual(close(counted(those, '')))
      const keys = [...new Set(those.map(keyOf))]
      expect(Object.fromEntries(figures.rows.map((row) => [row.key, row]))).toEqual(
        Object.fromEntries(
          keys.map((key) => [
            key,
            close(
              counted(
                those.filter((each) => keyOf(each) === key),
                key,
              ),
            ),
          ]),
        ),
      )
    }
  })

  test('show a school its own alone, and nothing as nothing', async () => {
    const { world, made } = await openYear()
    const school = await world.signIn({ role: 'unit_head', unitId: 'mau-thpt' })
    const path = '/admin/api/feedback/figures?by=unit'
    const { rows } = ok(await school.get<Figures>(`${path}&from=${FROM}&to=${TO}`))
    const own = made.filter((each) => each.unitId === 'mau-thpt' && each.receivedAt >= START && each.receivedAt < END)
    expect(rows.map(({ key, received }) => [key, received])).toEqual([['mau-thpt', own.length]])
    const empty = ok(await school.get<Figures>(`${path}&from=2024-01-01&to=2024-01-31`))
    expect(empty).toMatchObject({ total: { received: 0, medianMinutes: null, averageStars: null }, rows: [] })
    expect((await school.get(`${path}&from=${TO}&to=${FROM}`)).status).toBe(400)
  })

  test('count the working time of an answer, without the time the sender was waited for', async () => {
    const world = await createWorld({ at: '2026-03-02T01:30:00Z' })
    const phone = world.openPhone()
    await phone.signIn()
    const officer = await world.signIn({ role: 'feedback_officer' })
    const head = await world.signIn({ role: 'unit_head' })
    const { code } = await send(phone)
    let now = await findCase(officer, code)
    for (const step of ['assign', 'begin'] as const) now = ok(await take(officer, now, step))
    // Ten minutes of work, five of waiting, and five of work again.
    world.clock.now = new Date('2026-03-02T01:40:00Z')
    ok(await take(officer, now, 'ask', { text: 'Chị cho xin ảnh giấy hẹn.' }))
    world.clock.now = new Date('2026-03-02T01:45:00Z')
    ok(await phone.post(`/api/me/feedback/${code}/supplements`, { text: 'Giấy hẹn số 12.', fileIds: [] }))
    world.clock.now = new Date('2026-03-02T01:50:00Z')
    now = await findCase(officer, code)
    now = ok(await take(officer, now, 'draft', { text: 'Đã xong.' }))
    now = ok(await take(officer, now, 'submit'))
    now = ok(await take(head, now, 'approve'))
    ok(await take(head, now, 'send'))
    ok(await phone.post(`/api/me/feedback/${code}/ratings`, { stars: 4, comment: '' }))
    const path = '/admin/api/feedback/figures?from=2026-03-02&to=2026-03-02&by=month'
    expect(ok(await head.get<Figures>(path)).rows).toEqual([
      {
        ...{ key: '2026-03', name: '03/2026', received: 1, answered: 1, returned: 0, merged: 0, open: 0, overdue: 0 },
        ...{ reopened: 0, onTime: 1, medianMinutes: 15, ratings: 1, averageStars: 4 },
      },
    ])
  })
})

describe('the table of reports', () => {
  const PATH = '/admin/api/feedback/export?from=2026-03-01&to=2026-03-31'
  const SENDER = 'Trần Thị Mai'

  async function openOffice() {
    const world = await createWorld({ at: '2026-03-02T01:30:00Z' })
    const phone = world.openPhone()
    await phone.signIn()
    const officer = await world.signIn({ role: 'feedback_officer', name: 'Lê Văn Hùng' })
    const head = await world.signIn({ role: 'unit_head' })
    const first = await send(phone)
    const second = await send(phone, { namedOfficer: 'Ông Lê Văn Hùng' })
    await answer(officer, head, first.code, '=Đã xong')
    async function read(who: { cookie: string }, path = PATH) {
      const response = await world.get(path, { headers: { cookie: who.cookie, origin: world.url } })
      expect(response.headers.get('content-disposition')).toContain('phan-anh-2026-03-01-2026-03-31.xlsx')
      return readSpreadsheet(Buffer.from(await response.arrayBuffer()))
    }
    return { world, officer, head, codes: [first.code, second.code], read }
  }

  test('has a row for each, and who sent it only for those who may know and ask', async () => {
    const { world, officer, codes, read } = await openOffice()
    const plain = await read(officer)
    expect(plain.slice(1).map((row) => [row[0], row[1], row[10], row[12]])).toEqual([
      [codes[0], 'Phản ánh', 'Đã trả lời', report().content],
      [codes[1], 'Phản ánh', 'Mới nhận', report().content],
    ])
    expect(JSON.stringify(plain)).not.toContain(SENDER)
    const full = await read(officer, `${PATH}&contact=yes`)
    // The second names this officer, who does not learn who wrote it.
    expect(full.slice(1).map((row) => row.slice(13))).toEqual([
      [SENDER, 'Xã Số Một', '0912345678', null],
      [null, null, null, null],
    ])
    const admin = await world.signIn({ role: 'admin' })
    const log = ok(await admin.get<{ items: { action: string; after: object }[] }>('/admin/api/audit'))
    expect(log.items.filter(({ action }) => action === 'report.export').map(({ after }) => after)).toEqual([
      { from: '2026-03-01', to: '2026-03-31', rows: 2, contacts: 1, isCut: false },
      { from: '2026-03-01', to: '2026-03-31', rows: 2, contacts: 0, isCut: false },
    ])
  })

  test('shows no text to who may not read reports, nothing of other units, and no sender without a second factor', async () => {
    const { world, head, read } = await openOffice()
    const viewer = await world.signIn({ role: 'viewer' })
    expect((await read(viewer)).slice(1).map((row) => row[12])).toEqual([null, null])
    expect((await viewer.get(`${PATH}&contact=yes`)).status).toBe(403)
    expect((await head.get(`${PATH}&contact=yes`)).status).toBe(403)
    const school = await world.signIn({ role: 'unit_head', unitId: 'mau-thpt' })
    expect(await read(school)).toHaveLength(1)
    const hasty = await world.signIn({ role: 'feedback_officer', secondFactor: false })
    expect(await hasty.get(`${PATH}&contact=yes`)).toMatchObject({
      status: 403,
      body: { code: 'staff.second_factor_required' },
    })
  })
})

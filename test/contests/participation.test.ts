import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditEntries } from '../../server/audit/audit.table.ts'
import { listRounds } from '../../server/contests/contests.queries.ts'
import { contestEntries, contestMembers } from '../../server/contests/contests.table.ts'
import type { Cell } from '../../server/spreadsheets/cell.ts'
import { readSpreadsheet } from '../../server/spreadsheets/read-spreadsheet.ts'
import { writeSpreadsheet } from '../../server/spreadsheets/write-spreadsheet.ts'
import type { StaffClient } from '../world/staff.ts'
import { createWorld } from '../world/world.ts'
import { announce, ok, wholeContest } from './building-contests.ts'
import { makeEntry } from './make-entries.ts'
import { makeQuestions } from './make-questions.ts'

type Report = {
  applied: boolean
  adds: number
  stays: number
  leaves: number
  errors: { row: number; column: string | null; problem: string }[]
  code?: string
}
type Missing = { listed: number; takenPart: number; items: { name: string; code: string }[] }
type Board = {
  countedOn: string
  items: { unitId: string; rate: number | null; headcount: number | null; takenPart: number | null }[]
}
type Held = { items: { id: string; name: string; listedName: string; others: { id: string; status: string }[] }[] }
type Members = { items: { id: string; name: string; code: string; isOrganiser: boolean }[] }

const UNIT = 'mau-thpt'

async function openContest() {
  const world = await createWorld()
  const officer = await world.signIn({ role: 'quiz_manager' })
  const publisher = await world.signIn({ role: 'publisher' })
  const head = await world.signIn({ role: 'unit_head', unitId: UNIT })
  await makeQuestions(world.service, { count: 60 })
  const { id } = await announce(officer, publisher, await wholeContest(officer))
  const rounds = await listRounds(world.service.ctx.db, id)
  const path = `/admin/api/contests/${id}`
  const enter = (wish: Partial<Parameters<typeof makeEntry>[1]>) =>
    makeEntry(world.service, { contestId: id, unitId: UNIT, roundIds: [rounds[0]?.id ?? ''], ...wish })
  const upload = (who: StaffClient, rows: Cell[][], { unitId = UNIT, isDryRun = false } = {}) =>
    send(world.url, who, `${path}/units/${unitId}/members?dryRun=${isDryRun}`, rows)
  return { world, officer, publisher, head, id, path, rounds, enter, upload }
}

async function send(url: string, { cookie }: StaffClient, path: string, rows: Cell[][], titles = ['Mã', 'Họ và tên']) {
  const bytes = await writeSpreadsheet({ sheet: 'DS', columns: titles.map((title) => ({ title })), rows })
  const init = { method: 'POST', headers: { cookie, origin: url }, body: new Uint8Array(bytes) }
  const response = await fetch(url + path, init)
  return { status: response.status, body: (await response.json()) as Report }
}

const PEOPLE: Cell[][] = [
  ['GV 001', 'Nguyễn Thị Hoa'],
  ['GV 002', 'Trần Văn Bình'],
  ['GV 003', 'Lê Thị An'],
]

test('a head tries a list, sees each wrong row, and nothing of it is kept until all is right', async () => {
  const { head, path, upload } = await openContest()
  const wrong = [...PEOPLE, ['', 'Không mã'], ['gv001', 'Trùng mã'], ['GV 004', 'X']]
  const report = ok(await upload(head, wrong, { isDryRun: true }))
  expect(report).toEqual({
    ...{ applied: false, adds: 3, stays: 0, leaves: 0 },
    errors: [
      { row: 5, column: 'Mã', problem: 'missing' },
      { row: 6, column: 'Mã', problem: 'duplicate' },
      { row: 7, column: 'Họ và tên', problem: 'bad_name' },
    ],
  })
  expect(await upload(head, wrong)).toMatchObject({ status: 422, body: { code: 'contest.members_refused' } })
  const list = async () => ok(await head.get<Members>(`${path}/units/${UNIT}/members`)).items
  expect(await list()).toEqual([])
  expect(ok(await upload(head, PEOPLE))).toMatchObject({ applied: true, adds: 3 })
  expect((await list()).map(({ name, code }) => [name, code])).toEqual([
    ['Lê Thị An', 'GV003'],
    ['Nguyễn Thị Hoa', 'GV001'],
    ['Trần Văn Bình', 'GV002'],
  ])
})

test('a new list takes the old one’s place and tells how many come, stay and leave', async () => {
  const { head, path, upload } = await openContest()
  ok(await upload(head, PEOPLE))
  const changed = [PEOPLE[0] ?? [], ['GV 009', 'Phạm Văn Mới']]
  expect(ok(await upload(head, changed))).toEqual({ applied: true, adds: 1, stays: 1, leaves: 2, errors: [] })
  expect(ok(await head.delete(`${path}/units/${UNIT}/members`))).toEqual({ deleted: 2 })
})

test('names and codes stand nowhere in the clear, and the log counts people without naming them', async () => {
  const { world, head, id, upload } = await openContest()
  ok(await upload(head, PEOPLE))
  const { db } = world.service.ctx
  const rows = JSON.stringify([
    await db.select().from(contestMembers).where(eq(contestMembers.contestId, id)),
    await db.select().from(auditEntries),
    world.logLines,
  ])
  expect(rows).toContain('contest.members_upload')
  expect(['Nguyễn Thị Hoa', 'GV001', 'GV 001'].filter((secret) => rows.includes(secret))).toEqual([])
})

test('a unit’s list is its own: no other unit reads or replaces it, or lists the same code', async () => {
  const { world, head, path, upload } = await openContest()
  ok(await upload(head, PEOPLE))
  const other = await world.signIn({ role: 'unit_head', unitId: 'mau-tieu-hoc' })
  expect((await other.get(`${path}/units/${UNIT}/members`)).status).toBe(403)
  expect((await upload(other, PEOPLE)).status).toBe(403)
  expect(ok(await upload(other, [['gv 001', 'Người khác']], { unitId: 'mau-tieu-hoc', isDryRun: true }))).toMatchObject(
    {
      errors: [{ row: 2, column: 'Mã', problem: 'of_another_unit' }],
    },
  )
})

test('where a contest has two blocks the template and the list name the block', async () => {
  const { world, officer, publisher } = await openContest()
  await makeQuestions(world.service, { count: 45, audiences: ['citizen'] })
  const begun = await wholeContest(
    officer,
    {},
    { from: { kind: 'preset', preset: 'hue-2025' }, name: 'Hội thi hai bảng' },
  )
  const { id } = await announce(officer, publisher, begun)
  const path = `/admin/api/contests/${id}`
  const response = await world.get(`${path}/files/members-template`, { headers: { cookie: officer.cookie } })
  const [titles] = await readSpreadsheet(Buffer.from(await response.arrayBuffer()))
  expect(titles).toEqual(['Mã', 'Họ và tên', 'Bảng thi'])
  const rows = [
    ['A1', 'Nguyễn Văn Một', 'người dân'],
    ['A2', 'Nguyễn Văn Hai', 'Bảng lạ'],
  ]
  const tried = await send(world.url, officer, `${path}/units/${UNIT}/members`, rows, ['Mã', 'Họ và tên', 'Bảng thi'])
  expect(tried.body).toMatchObject({ adds: 1, errors: [{ row: 3, column: 'Bảng thi', problem: 'unknown_block' }] })
})

test('the office puts somebody on the committee: a paper of theirs is practice, also after a new list', async () => {
  const { world, officer, head, path, enter, upload } = await openContest()
  ok(await upload(head, PEOPLE))
  const entryId = await enter({ code: 'gv002' })
  const [, , binh] = ok(await head.get<Members>(`${path}/units/${UNIT}/members`)).items
  const mark = { isOrganiser: true }
  expect((await head.put(`${path}/members/${binh?.id}/organiser`, mark)).status).toBe(403)
  ok(await officer.put(`${path}/members/${binh?.id}/organiser`, mark))
  const entry = async () => world.service.ctx.db.select().from(contestEntries).where(eq(contestEntries.id, entryId))
  expect(await entry()).toMatchObject([{ status: 'practice' }])
  ok(await upload(head, PEOPLE))
  const members = ok(await head.get<Members>(`${path}/units/${UNIT}/members`)).items
  expect(members.map(({ isOrganiser }) => isOrganiser)).toEqual([false, false, true])
})

test('a head sees who of the list has not taken part; others see only the share, and no score', async () => {
  const { world, officer, head, path, enter, upload } = await openContest()
  ok(await upload(head, PEOPLE))
  await enter({ code: 'GV001' })
  await enter({ code: 'GV002', roundIds: [] })
  for (let more = 0; more < 14; more += 1) await enter({})
  await enter({ status: 'removed' })
  await enter({ status: 'practice' })
  const missing = ok(await head.get<Missing>(`${path}/units/${UNIT}/missing`))
  expect(missing).toMatchObject({ listed: 3, takenPart: 1 })
  expect(missing.items.map(({ name }) => name)).toEqual(['Lê Thị An', 'Trần Văn Bình'])
  const other = await world.signIn({ role: 'unit_head', unitId: 'mau-tieu-hoc' })
  expect((await other.get(`${path}/units/${UNIT}/missing`)).status).toBe(403)
  const rowFor = async (who: StaffClient) =>
    ok(await who.get<Board>(`${path}/board`)).items.find(({ unitId }) => unitId === UNIT)
  expect(await rowFor(head)).toMatchObject({ headcount: 75, takenPart: 15, rate: 0.2 })
  expect(await rowFor(other)).toMatchObject({ headcount: null, takenPart: null, rate: 0.2 })
  expect(await rowFor(officer)).toMatchObject({ takenPart: 15 })
  expect(JSON.stringify(ok(await head.get<Board>(`${path}/board`)))).not.toMatch(/score|điểm/)
})

test('the share is of the headcount that held on the round’s last day', async () => {
  const { world, path, enter } = await openContest()
  const boss = await world.signIn({ role: 'admin' })
  await enter({})
  const unit = ok(await boss.get<{ version: number }>(`/admin/api/units/${UNIT}`))
  const told = (version: number, asOf: string, count: number) =>
    boss.put<{ version: number }>(
      `/admin/api/units/${UNIT}/headcounts`,
      { audience: 'teacher', asOf, count },
      { 'if-match': `"${version}"` },
    )
  const { version } = ok(await told(unit.version, '2026-12-05', 96))
  ok(await told(version, '2027-01-10', 196))
  world.clock.now = new Date('2027-02-01T02:00:00Z')
  const later = await world.signIn({ role: 'admin' })
  const board = ok(await later.get<Board>(`${path}/board?round=1`))
  expect(board.countedOn).toBe('2026-12-07')
  expect(board.items.find(({ unitId }) => unitId === UNIT)).toMatchObject({ headcount: 100, rate: 0.01 })
})

test('a second entry with the same code waits; staff say why it counts instead, and the first goes', async () => {
  const { world, publisher, officer, head, path, enter, upload } = await openContest()
  ok(await upload(head, PEOPLE))
  const first = await enter({ code: 'GV001', name: 'Mạo Danh' })
  const second = await enter({ code: 'GV001', name: 'Nguyễn Thị Hoa', status: 'held' })
  expect((await officer.get(`${path}/held`)).status).toBe(403)
  const held = ok(await publisher.get<Held>(`${path}/held`))
  expect(held.items).toMatchObject([
    { id: second, name: 'Nguyễn Thị Hoa', listedName: 'Nguyễn Thị Hoa', others: [{ id: first, status: 'counted' }] },
  ])
  const decision = { decision: 'count_instead', reason: 'Đã gặp và xem thẻ viên chức.' }
  const both = await Promise.all([1, 2].map(() => publisher.post(`${path}/held/${second}`, decision)))
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  const { db } = world.service.ctx
  const rows = await db.select().from(contestEntries)
  expect(rows.map(({ id, status }) => [id, status])).toEqual([
    [first, 'removed'],
    [second, 'counted'],
  ])
  const [row] = await db.select().from(auditEntries).where(eq(auditEntries.action, 'contest.entry_decide'))
  expect(row).toMatchObject({ remark: 'Đã gặp và xem thẻ viên chức.' })
  expect(JSON.stringify(row)).not.toContain('Nguyễn Thị Hoa')
})

test('a decision without a reason is not one', async () => {
  const { publisher, path, enter } = await openContest()
  const id = await enter({ code: 'GV001', status: 'held' })
  expect((await publisher.post(`${path}/held/${id}`, { decision: 'remove', reason: '' })).status).toBe(400)
})

test('a board is counted anew after five seconds, however many look at it', async () => {
  const { world, head, path, enter } = await openContest()
  const taken = async () =>
    ok(await head.get<Board>(`${path}/board`)).items.find(({ unitId }) => unitId === UNIT)?.takenPart
  await enter({})
  expect(await taken()).toBe(1)
  await enter({})
  expect(await taken()).toBe(1)
  world.clock.now = new Date(world.clock.now.getTime() + 5_000)
  expect(await taken()).toBe(2)
})

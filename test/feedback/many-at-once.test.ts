import { expect, test } from 'vitest'
import { exportReports } from '../../server/feedback/report-export.usecases.ts'
import { findAnswer, findReport, insertReport, saveAnswer, startClock } from '../../server/feedback/reports.queries.ts'
import { reports } from '../../server/feedback/reports.table.ts'
import { readSpreadsheet } from '../../server/spreadsheets/read-spreadsheet.ts'
import { openOffice } from '../privacy/whole-story.ts'
import { createWorld } from '../world/world.ts'
import { type CaseReply, findCase, ok, send, take } from './reporting.ts'

const MANY = 450

async function openWorld() {
  const world = await createWorld()
  const phone = world.openPhone()
  await phone.signIn()
  return { world, phone, ...(await openOffice(world)) }
}

type Opened = Awaited<ReturnType<typeof openWorld>>

/** One answer approved for Friday by those whose work it is, and as many again as a busy week brings. */
async function approveMany({ world, phone, officer, head }: Opened) {
  let now: CaseReply = await findCase(officer, (await send(phone)).code)
  for (const [step, said] of [
    ['assign', {}],
    ['begin', {}],
    ['draft', { text: 'Đã xử lý xong.' }],
    ['submit', {}],
  ] as const)
    now = ok(await take(officer, now, step, said))
  now = ok(await take(head, now, 'approve', { answerDay: '2026-11-27' }))
  const { db, write, newId } = world.service.ctx
  const report = await findReport(db, now.id)
  const answer = await findAnswer(db, now.id, 1)
  if (report === undefined || answer === undefined) throw new Error('what was approved is there')
  const { unitId, receivedAt: at } = report
  await write(async (tx) => {
    for (let count = 1; count < MANY; count += 1) {
      const id = newId()
      await insertReport(tx, { ...report, id, code: `PA${20_000_000 + count}` })
      await startClock(tx, { reportId: id, unitId, at })
      await saveAnswer(tx, { ...answer, reportId: id })
    }
  })
}

test('four hundred and fifty answers go out on their day in one run, and are closed in one when their time is over', async () => {
  const opened = await openWorld()
  const { world } = opened
  await approveMany(opened)
  const { db } = world.service.ctx
  const countBy = () => db.values('SELECT state, count(*) FROM reports GROUP BY state')
  world.clock.now = new Date('2026-11-27T01:00:00Z')
  await world.runJob('feedback.answer_day')
  expect(await countBy()).toEqual([['answered', MANY]])
  const told = "SELECT count(*), count(DISTINCT dedupe_key) FROM outbox_messages WHERE template = 'report_answered'"
  expect(await db.values(told)).toEqual([[MANY, MANY]])
  await world.runJob('feedback.answer_day')
  expect(await db.values(told)).toEqual([[MANY, MANY]])
  world.clock.now = new Date('2027-03-01T01:00:00Z')
  await world.runJob('feedback.close')
  expect(await countBy()).toEqual([['closed', MANY]])
}, 120_000)

test('one that cannot be sent is left for somebody to look at, and does not keep the others', async () => {
  const opened = await openWorld()
  const { world } = opened
  await approveMany(opened)
  const { db, write } = world.service.ctx
  // As when somebody changes each of these in the moment before the clock comes to it.
  await write((tx) =>
    tx.run(`CREATE TRIGGER quicker BEFORE UPDATE ON reports WHEN old.code LIKE '%7' AND new.state = 'answered'
      BEGIN SELECT raise(IGNORE); END`),
  )
  world.clock.now = new Date('2026-11-27T01:00:00Z')
  await world.runJob('feedback.answer_day')
  const left = await db.select({ code: reports.code, state: reports.state }).from(reports)
  const stayed = left.filter(({ state }) => state === 'answer_approved')
  expect(stayed).toHaveLength(left.filter(({ code }) => code.endsWith('7')).length)
  expect(left).toHaveLength(MANY)
}, 120_000)

test('a spreadsheet of more than may be holds the first of the period, and says so', async () => {
  const { world, phone, officer } = await openWorld()
  const codes: string[] = []
  for (let count = 0; count < 5; count += 1) codes.push((await send(phone)).code)
  const { ctx } = world.service
  const may = new Map(['figures.read' as const, 'feedback.read' as const].map((held) => [held, new Set(['so-gddt'])]))
  const via = { kind: 'session', sessionId: 'one' } as const
  const actor = { kind: 'staff', id: officer.id, name: 'Lê Văn Hùng', may, hasSecondFactor: true, via } as const
  const asked = { from: '2026-11-01', to: '2026-11-30' }
  const rowsOf = async (rows: number) => {
    const { bytes } = await exportReports({ ...ctx, actor }, asked, { rows, page: 2 })
    return (await readSpreadsheet(bytes)).slice(1).map(([first]) => first)
  }
  expect(await rowsOf(4)).toEqual([...codes.slice(0, 4), expect.stringMatching(/^Tệp chỉ có 4 phản ánh đầu của kỳ/)])
  expect(await rowsOf(6)).toEqual(codes)
})

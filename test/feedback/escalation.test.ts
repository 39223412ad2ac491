import { expect, test } from 'vitest'
import { staff } from '../../server/staff/staff.table.ts'
import { PASSWORD } from '../world/staff.ts'
import { createWorld } from '../world/world.ts'
import { answer, ok, send } from './reporting.ts'

type Notice = { id: string; kind: string; title: string; dueOn: string; reportId: string | null; readAt: string | null }
type Person = { email: string }

/** A report received on Monday 2 March 2026 and due at the end of Monday 23 March, and the head of its office. */
async function openOffice() {
  const world = await createWorld({ at: '2026-03-02T03:00:00Z' })
  const phone = world.openPhone()
  await phone.signIn()
  const head = await world.makeStaff({ role: 'unit_head', secondFactor: false })
  const { code, dueAt } = await send(phone)
  expect(dueAt).toBe('2026-03-23T10:00:00.000Z')

  async function sitDown({ email }: Person) {
    const browser = world.openBrowser()
    ok(await browser.post('/admin/api/session', { email, password: PASSWORD }))
    return browser
  }
  /** What somebody was told up to now, the oldest first. */
  async function told(person: Person) {
    const browser = await sitDown(person)
    const { items } = ok(await browser.get<{ items: Notice[] }>('/admin/api/notices'))
    return items.map(({ kind, title, dueOn }) => ({ kind, title, dueOn })).reverse()
  }
  /** The clock comes by that day, at half past seven. */
  async function morning(day: string) {
    world.clock.now = new Date(`${day}T00:30:00Z`)
    await world.runJob('feedback.escalate')
    return told(head)
  }
  const soon = { kind: 'report_due_soon', title: code, dueOn: '2026-03-23' }
  const late = { kind: 'report_late', title: code, dueOn: '2026-03-23' }
  return { world, phone, head, code, morning, told, sitDown, soon, late }
}

test('the head hears the working day before a report is due and again when it is late, each once', async () => {
  const { morning, soon, late } = await openOffice()
  expect(await morning('2026-03-19')).toEqual([])
  // Friday: the next working day is the Monday it is due on.
  expect(await morning('2026-03-20')).toEqual([soon])
  expect(await morning('2026-03-21')).toEqual([soon])
  expect(await morning('2026-03-24')).toEqual([soon, late])
  expect(await morning('2026-03-25')).toEqual([soon, late])
})

test('a report that is opened again and late again is told again', async () => {
  const { world, phone, code, morning, soon, late } = await openOffice()
  await morning('2026-03-20')
  await morning('2026-03-24')
  const officer = await world.signIn({ role: 'feedback_officer' })
  await answer(officer, await world.signIn({ role: 'unit_head' }), code, 'Đã xong.')
  const text = 'Tôi đến nhưng chưa có kết quả.'
  const { dueAt } = ok(await phone.post<{ dueAt: string }>(`/api/me/feedback/${code}/reopenings`, { text }))
  expect(dueAt).toBe('2026-04-14T10:00:00.000Z')
  expect(await morning('2026-04-13')).toEqual([soon, late, { ...soon, dueOn: '2026-04-14' }])
  expect((await morning('2026-04-15')).slice(3)).toEqual([{ ...late, dueOn: '2026-04-14' }])
})

test('only who leads the unit is told, and reads it once', async () => {
  const { world, head, code, morning, told, sitDown, late } = await openOffice()
  const officer = await world.makeStaff({ role: 'feedback_officer', secondFactor: false })
  const elsewhere = await world.makeStaff({ role: 'unit_head', unitId: 'mau-thpt', secondFactor: false })
  expect(await morning('2026-03-24')).toEqual([late])
  expect([await told(officer), await told(elsewhere)]).toEqual([[], []])
  const browser = await sitDown(head)
  const list = ok(await browser.get<{ items: Notice[] }>('/admin/api/notices'))
  const [notice] = list.items
  expect(notice).toMatchObject({ title: code, entryId: null })
  expect(ok(await browser.get<{ code: string }>(`/admin/api/reports/${notice?.reportId}`)).code).toBe(code)
  const stranger = await sitDown(elsewhere)
  expect((await stranger.post(`/admin/api/notices/${notice?.id}/read`)).status).toBe(404)
  expect(ok(await browser.post<{ unread: number }>(`/admin/api/notices/${notice?.id}/read`)).unread).toBe(0)
})

test('with nobody to tell, a late report waits for a head', async () => {
  const { world, head, morning, told, late } = await openOffice()
  await world.service.ctx.write((tx) => tx.update(staff).set({ disabledAt: '2026-03-02T00:00:00.000Z' }))
  await world.runJob('feedback.escalate')
  world.clock.now = new Date('2026-03-24T00:30:00Z')
  await world.runJob('feedback.escalate')
  await world.service.ctx.write((tx) => tx.update(staff).set({ disabledAt: null }))
  expect(await told(head)).toEqual([])
  expect(await morning('2026-03-25')).toEqual([late])
})

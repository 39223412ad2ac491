import { expect, test } from 'vitest'
import { createWorld } from '../world/world.ts'
import { findCase, ok, send, take } from './reporting.ts'

type Handlers = { items: { name: string }[] }
type Templates = { items: { title: string }[] }
type Inbox = { items: { code: string; answerDay: string | null }[] }

async function openOffice() {
  const world = await createWorld()
  const phone = world.openPhone()
  await phone.signIn()
  return { world, phone, officer: await world.signIn({ role: 'feedback_officer', name: 'Lê Văn Hùng' }) }
}

test('a report is found by its code as it is read aloud, by those whose units hold it and nobody else', async () => {
  const { world, phone, officer } = await openOffice()
  const { code } = await send(phone)
  await send(phone)
  const spoken = code.toLowerCase().replace(/(.{4})/g, '$1 ')
  const found = await officer.get<Inbox>(`/admin/api/reports?code=${encodeURIComponent(spoken)}`)
  expect(ok(found).items.map((item) => item.code)).toEqual([code])
  const elsewhere = await world.signIn({ role: 'feedback_officer', unitId: 'mau-thpt' })
  expect(ok(await elsewhere.get<Inbox>(`/admin/api/reports?code=${code}`)).items).toEqual([])
  expect(ok(await officer.get<Inbox>('/admin/api/reports?code=khong-phai-ma')).items).toEqual([])
})

test('a report can go to another unit, to one of its people, and whoever sent it on is told how it stands', async () => {
  const { world, phone } = await openOffice()
  const { code } = await send(phone, { categoryId: 'khac' })
  const head = await world.signIn({ role: 'unit_head', name: 'Phạm Thị Hoa' })
  const teacher = await world.signIn({ role: 'feedback_officer', unitId: 'mau-thpt', name: 'Võ Thị Mai' })
  const now = await findCase(head, code)
  const path = `/admin/api/reports/${now.id}/handlers`
  const names = async (query: string) => ok(await head.get<Handlers>(path + query)).items.map(({ name }) => name)
  expect(await names('')).not.toContain('Võ Thị Mai')
  expect(await names('?unitId=mau-thpt')).toEqual(['Lê Văn Hùng', 'Võ Thị Mai'])
  const given = await take(head, now, 'assign', { unitId: 'mau-thpt', assigneeId: teacher.id })
  expect(ok(given)).toMatchObject({ unitId: 'mau-thpt', state: 'assigned' })
  const back = await take(teacher, await findCase(teacher, code), 'assign', { unitId: 'so-gddt' })
  expect(ok(back)).toMatchObject({ unitId: 'so-gddt', steps: [] })
  expect((await teacher.get(`/admin/api/reports/${now.id}`)).status).toBe(404)
})

test('a head writes notes to colleagues and texts to begin from, for their unit and those below, not for others', async () => {
  const { world, phone, officer } = await openOffice()
  const { code } = await send(phone)
  const head = await world.signIn({ role: 'unit_head', name: 'Phạm Thị Hoa' })
  const now = await findCase(head, code)
  expect(now.may.note).toBe(true)
  const key = { 'idempotency-key': 'the-browser-made-it' }
  ok(await head.post(`/admin/api/reports/${now.id}/notes`, { text: 'Gọi cho người gửi trước thứ Sáu.' }, key))
  expect((await findCase(officer, code)).events).toContainEqual(
    expect.objectContaining({ kind: 'note', byName: 'Phạm Thị Hoa', text: 'Gọi cho người gửi trước thứ Sáu.' }),
  )
  const draft = { use: 'answer', categoryId: null, title: 'Mời đến nhận', text: 'Mời ông/bà đến nhận kết quả.' }
  const template = { ...draft, isActive: true, unitId: 'so-gddt' }
  ok(await head.post('/admin/api/feedback/templates', template))
  const seenBy = async (somebody: typeof officer) =>
    ok(await somebody.get<Templates>('/admin/api/feedback/templates')).items.map(({ title }) => title)
  expect([await seenBy(officer), await seenBy(head)].map((titles) => titles.includes('Mời đến nhận'))).toEqual([
    true,
    true,
  ])
  const elsewhere = await world.signIn({ role: 'unit_head', unitId: 'mau-thpt' })
  expect(await seenBy(elsewhere)).not.toContain('Mời đến nhận')
  expect((await elsewhere.post('/admin/api/feedback/templates', template)).status).toBe(403)
  expect((await elsewhere.post(`/admin/api/reports/${now.id}/notes`, { text: 'Xem thử' }, key)).status).toBe(404)
})

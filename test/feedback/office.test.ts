import { expect, test } from 'vitest'
import { createWorld } from '../world/world.ts'
import { findCase, ok, send, take } from './reporting.ts'

type Handlers = { items: { name: string }[] }
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

import { expect, test } from 'vitest'
import { createWorld } from '../world/world.ts'
import { ok, send } from './reporting.ts'

const PATH = '/admin/api/feedback/office-hours'
const OFFICE = 'so-gddt'
const MORNING = [{ opens: '07:00', closes: '11:00' }]
const MORNINGS = {
  ...{ monday: MORNING, tuesday: MORNING, wednesday: MORNING, thursday: MORNING, friday: MORNING },
  ...{ saturday: [], sunday: [], makeUpDay: MORNING },
}
type List = { items: { unitId: string; validFrom: string }[]; today: object }

async function openOffice() {
  const world = await createWorld({ at: '2026-03-02T03:00:00Z' })
  const phone = world.openPhone()
  await phone.signIn()
  const admin = await world.signIn({ role: 'admin' })
  const hoursToday = async (unitId: string) =>
    ok(await (await world.signIn({ role: 'admin' })).get<List>(`${PATH}?unitId=${unitId}`))
  return { world, phone, admin, hoursToday }
}

test('an office that will work mornings only owes reports of that day on by eleven, and older ones by five', async () => {
  const { world, phone, admin, hoursToday } = await openOffice()
  const promised = await send(phone)
  const set = await admin.put<List>(`${PATH}/${OFFICE}`, { validFrom: '2026-03-04', hours: MORNINGS })
  expect(ok(set).items).toEqual([
    { unitId: OFFICE, unitName: expect.any(String), validFrom: '2026-03-04', hours: MORNINGS },
  ])
  expect((await send(phone)).dueAt).toBe(promised.dueAt)
  expect(promised.dueAt).toMatch(/T10:00:00.000Z$/)

  world.clock.now = new Date('2026-03-04T05:00:00Z')
  const later = await send(phone)
  // Past eleven that office is closed until the next morning.
  expect(later).toMatchObject({
    countedFrom: '2026-03-05T00:00:00.000Z',
    dueAt: expect.stringMatching(/T04:00:00.000Z$/),
  })
  expect((await hoursToday(OFFICE)).today).toEqual(MORNINGS)
  const { code } = promised
  const still = ok(await phone.get<{ dueAt: string }>(`/api/me/feedback/${code}`))
  expect(still.dueAt).toBe(promised.dueAt)
})

test('a unit that has said nothing works as the unit above it does', async () => {
  const { world, admin, hoursToday } = await openOffice()
  ok(await admin.put(`${PATH}/${OFFICE}`, { validFrom: '2026-03-03', hours: MORNINGS }))
  world.clock.now = new Date('2026-03-03T03:00:00Z')
  expect(await hoursToday('mau-thpt')).toMatchObject({ items: [], today: MORNINGS })
})

test('hours are not changed back in time, for a unit that is not there, or by a unit that is not theirs', async () => {
  const { world, admin } = await openOffice()
  const wish = { validFrom: '2026-03-02', hours: MORNINGS }
  expect(await admin.put(`${PATH}/${OFFICE}`, wish)).toMatchObject({
    status: 400,
    body: { fields: [{ field: 'validFrom', problem: 'not_in_future' }] },
  })
  const never = { ...MORNINGS, monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] }
  const tomorrow = { validFrom: '2026-03-03', hours: MORNINGS }
  expect((await admin.put(`${PATH}/${OFFICE}`, { ...tomorrow, hours: never })).status).toBe(400)
  const school = await world.signIn({ role: 'admin', unitId: 'mau-thpt' })
  expect((await school.put(`${PATH}/${OFFICE}`, tomorrow)).status).toBe(403)
  expect((await school.put(`${PATH}/mau-thpt`, tomorrow)).status).toBe(200)
  expect((await school.put(`${PATH}/khong-co`, tomorrow)).status).toBe(403)
})

import { describe, expect, test } from 'vitest'
import { monthsBefore } from '../../server/feedback/retention.rules.ts'
import { answer, findCase, ok, type Phone, send, take } from '../feedback/reporting.ts'
import { createWorld } from '../world/world.ts'
import { openOffice, type World } from './whole-story.ts'

const ERASED = 'Nội dung đã xoá vì hết thời hạn lưu giữ.'

describe('so many months earlier', () => {
  test.each([
    ['2026-11-23T02:00:00.000Z', 24, '2024-11-23T02:00:00.000Z'],
    ['2026-03-31T23:59:59.999Z', 1, '2026-02-28T23:59:59.999Z'],
    ['2024-02-29T00:00:00.000Z', 12, '2023-02-28T00:00:00.000Z'],
    ['2026-01-15T10:20:30.405Z', 13, '2024-12-15T10:20:30.405Z'],
    ['2026-12-31T00:00:00.000Z', 120, '2016-12-31T00:00:00.000Z'],
  ])('%s and %i months', (now, months, before) => {
    expect(monthsBefore(new Date(now), months)).toBe(before)
  })
})

async function erasedIn({ service }: World) {
  const rows = await service.ctx.db.values<[string]>('SELECT code FROM reports WHERE erased_at IS NOT NULL ORDER BY id')
  return rows.map(([code]) => code)
}

async function runAt(world: World, at: string) {
  world.clock.now = new Date(at)
  await world.runJob('feedback.retention')
  return erasedIn(world)
}

/** Handed back at that moment, which closes it. */
async function endAt(world: World, phone: Phone, { at, change = {} }: { at: string; change?: object }) {
  world.clock.now = new Date(at)
  const officer = await world.signIn({ role: 'feedback_officer' })
  const { code } = await send(phone, change)
  const said = { reason: 'out_of_scope', text: 'Việc này của cơ quan khác.' }
  ok(await take(officer, await findCase(officer, code), 'return', said))
  return code
}

describe('when the time of a category is over', () => {
  test('exactly what was closed before it loses its sender, once; the person and what is newer stay', async () => {
    const world = await createWorld({ at: '2026-01-05T02:00:00Z' })
    const phone = world.openPhone()
    await phone.signIn({ zaloAccessToken: world.zalo.state.mintToken('4047671499938107249') })
    const short = await createShortCategory(world)
    const first = await endAt(world, phone, { at: '2026-01-05T02:00:00Z' })
    const second = await endAt(world, phone, { at: '2026-01-05T02:30:00Z' })
    const brief = await endAt(world, phone, { at: '2026-01-05T03:00:00Z', change: { categoryId: short } })
    const { code: open } = await send(phone)

    expect(await runAt(world, '2026-02-05T03:00:00Z')).toEqual([])
    expect(await runAt(world, '2026-02-05T03:00:01Z')).toEqual([brief])
    expect(await runAt(world, '2028-01-05T02:30:00Z')).toEqual([first, brief])
    expect(await runAt(world, '2028-01-05T02:30:01Z')).toEqual([first, second, brief])
    const rows = () => world.service.ctx.db.values('SELECT * FROM reports UNION ALL SELECT * FROM reports')
    const audit = () => world.service.ctx.db.values('SELECT count(*) FROM audit_entries')
    const [before, written] = [await rows(), await audit()]
    await world.runJob('feedback.retention')
    expect([await rows(), await audit()]).toEqual([before, written])
    expect(await runAt(world, '2038-01-05T02:30:01Z')).toEqual([first, second, brief])

    const officer = await world.signIn({ role: 'feedback_officer' })
    expect(await findCase(officer, first)).toMatchObject({ state: 'returned', content: ERASED, hasContact: false })
    expect(await findCase(officer, open)).toMatchObject({ state: 'received', hasContact: true })
    await phone.signIn({ zaloAccessToken: world.zalo.state.mintToken('4047671499938107249') })
    const mine = ok(await phone.get<{ items: { code: string }[] }>('/api/me/feedback'))
    expect(mine.items.map(({ code }) => code)).toEqual([open])
    const linked = `SELECT count(*) FROM reports r JOIN citizens c ON c.id = r.citizen_id WHERE r.code <> '${open}'`
    expect(await world.service.ctx.db.values(linked)).toEqual([[0]])
  })

  test('what was merged goes with the report it was merged into, not before', async () => {
    const world = await createWorld({ at: '2026-01-05T02:00:00Z' })
    const { officer, head } = await openOffice(world)
    const phone = world.openPhone()
    await phone.signIn()
    const [into, merged] = [await send(phone), await send(phone)]
    const { id, version } = await findCase(officer, merged.code)
    ok(await officer.post(`/admin/api/reports/${id}/merge`, { intoCode: into.code }, { 'if-match': `"${version}"` }))
    const answered = await answer(officer, head, into.code, 'Đã xong.')
    expect(await runAt(world, '2029-01-05T02:00:00Z')).toEqual([])
    world.clock.now = new Date('2029-01-05T02:00:00Z')
    const later = await world.signIn({ role: 'feedback_officer' })
    ok(await take(later, answered, 'close'))
    expect(await runAt(world, '2030-12-31T02:00:00Z')).toEqual([])
    expect(await runAt(world, '2031-01-06T02:00:00Z')).toEqual([into.code, merged.code])
  })
})

async function createShortCategory(world: World) {
  const admin = await world.signIn({ role: 'admin' })
  const category = { id: 'luu-ngan', name: 'Loại lưu ngắn', help: '', position: 9, isActive: true }
  const limits = { limitDays: 15, reopenDays: 7, retentionMonths: 1 }
  ok(await admin.post('/admin/api/feedback/categories', { ...category, ...limits }))
  return category.id
}

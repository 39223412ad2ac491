import { describe, expect, test } from 'vitest'
import { LocalConnection } from '../../server/db/local-connection.ts'
import { answer, findCase, ok, type Progress, report, send, take } from '../feedback/reporting.ts'
import { createWorld } from '../world/world.ts'
import { openOffice, type World } from './whole-story.ts'

type Told = { items: { template: string }[] }
const MINUTE_MS = 60_000

async function openPhone(world: World) {
  const phone = world.openPhone()
  await phone.signIn()
  return phone
}

async function publish(officer: Awaited<ReturnType<typeof openOffice>>['officer'], id: string) {
  const words = { title: 'Hồ sơ trễ ở Sở', content: 'Người dân chờ quá hẹn.', answer: 'Đã xong.', reason: '' }
  return officer.put(`/admin/api/reports/${id}/public`, words)
}

describe('a report stands on what its sender agreed to', () => {
  test('handling always, publishing where it was ticked, by whom it was ticked', async () => {
    const world = await createWorld()
    await send(await openPhone(world), { mayPublish: false })
    const guardian = { name: 'Trần Văn Ba', phone: '0912345678' }
    await send(await openPhone(world), { isUnder16: true, guardian })
    const rows = await world.service.ctx.db.values(`SELECT r.may_publish, c.purpose, c.is_guardian, c.act,
      c.id = r.consent_id FROM reports r JOIN consents c ON c.citizen_id = r.citizen_id ORDER BY c.rowid`)
    expect(rows).toEqual([
      [0, 'feedback.handling', 0, 'granted', 1],
      [1, 'feedback.publishing', 1, 'granted', 0],
      [1, 'feedback.handling', 1, 'granted', 1],
    ])
  })

  test('one without, or with somebody else’s, is refused by the database itself', async () => {
    const world = await createWorld()
    await send(await openPhone(world))
    await send(await openPhone(world))
    await world.stop()
    const connection = new LocalConnection(world.databaseFile, 'write')
    const [first = [], second = []] = connection.rows('SELECT id, consent_id, citizen_id FROM reports ORDER BY id')
    const columns = connection.rows("SELECT name FROM pragma_table_info('reports')").map(([name]) => String(name))
    const copy = (change: Record<string, string>) => {
      const values = columns.map((name) => change[name] ?? name)
      connection.exec(`INSERT INTO reports SELECT ${values.join(', ')} FROM reports WHERE id = '${first[0]}'`)
    }
    const another = { id: "'another'", code: "'PA22222222'", request_key: 'NULL' }
    expect(() => copy({ ...another, consent_id: 'NULL' })).toThrow(/reports_agreed/)
    expect(() => copy({ ...another, consent_id: 'NULL', citizen_id: 'NULL' })).toThrow(/reports_agreed/)
    expect(() => copy({ ...another, erased_at: "'2026-01-01'" })).toThrow(/reports_agreed/)
    expect(() => copy({ ...another, consent_id: "'made up'" })).toThrow(/FOREIGN KEY/)
    expect(() => copy({ ...another, consent_id: `'${second[1]}'` })).toThrow(/FOREIGN KEY/)
    copy(another)
    expect(connection.rows('SELECT count(*) FROM reports')).toEqual([[3]])
    connection.close()
  })

  test('nothing is ticked beforehand, a text that was changed is asked anew, and under sixteen somebody answers for them', async () => {
    const world = await createWorld()
    const phone = await openPhone(world)
    const { consentVersion: _, ...untold } = report()
    const { mayPublish: __, ...unticked } = report()
    const wrong = [
      [untold, 400, 'request.invalid'],
      [unticked, 400, 'request.invalid'],
      [report({ consentVersion: 1 }), 409, 'consent.text_changed'],
      [report({ isUnder16: true }), 400, 'request.invalid'],
      [report({ isUnder16: true, guardian: { name: 'Ba', phone: '12' } }), 400, 'request.invalid'],
    ] as const
    for (const [body, status, code] of wrong)
      expect(await phone.post('/api/feedback', body)).toMatchObject({ status, body: { code } })
    const { db } = world.service.ctx
    expect(await db.values('SELECT (SELECT count(*) FROM reports), (SELECT count(*) FROM consents)')).toEqual([[0, 0]])
  })
})

describe('taking it back', () => {
  test('publishing: it is out of everybody’s sight at once, and cannot be put back', async () => {
    const world = await createWorld()
    const { officer, head } = await openOffice(world)
    const phone = await openPhone(world)
    const { code } = await send(phone)
    const { id } = await answer(officer, head, code, 'Đã xong.')
    ok(await publish(officer, id))
    const stranger = world.openPhone()
    ok(await stranger.get(`/api/feedback/answered/${code}`))
    ok(await phone.delete('/api/me/consents/feedback.publishing'))
    expect((await stranger.get(`/api/feedback/answered/${code}`)).status).toBe(404)
    expect(ok(await stranger.get<{ items: object[] }>('/api/feedback/answered')).items).toEqual([])
    expect(await publish(officer, id)).toMatchObject({ status: 409, body: { code: 'report.not_publishable' } })
    ok(await phone.post('/api/me/consents', { purpose: 'feedback.publishing', textVersion: 2 }))
    expect((await publish(officer, id)).status).toBe(409)
    expect(ok(await phone.get<Progress>(`/api/me/feedback/${code}`)).state).toBe('answered')
  })

  test('handling: what is open is closed, nobody can call them any more, and no notice comes', async () => {
    const world = await createWorld()
    const { officer, head } = await openOffice(world)
    const phone = await openPhone(world)
    const done = await send(phone)
    await answer(officer, head, done.code, 'Đã xong.')
    const open = await send(phone)
    let now = await findCase(officer, open.code)
    for (const step of ['assign', 'begin'] as const) now = ok(await take(officer, now, step))
    await world.runJob('outbox.deliver')
    const told = ok(await phone.get<Told>('/api/me/messages')).items.length
    ok(await phone.delete('/api/me/consents/feedback.handling'))

    now = await findCase(officer, open.code)
    expect(now).toMatchObject({ state: 'closed', steps: [], hasContact: false, dueAt: null })
    expect(now.events.at(-1)).toMatchObject({ kind: 'withdrawn', isInternal: false })
    expect(ok(await phone.get<Progress>(`/api/me/feedback/${open.code}`))).toMatchObject({
      state: 'closed',
      own: { mayReopen: false, maySupply: false },
    })
    const answered = await findCase(officer, done.code)
    expect(answered).toMatchObject({ state: 'answered', hasContact: false })
    expect((await phone.post(`/api/me/feedback/${done.code}/reopenings`, { text: 'Xem lại giúp tôi.' })).status).toBe(
      409,
    )
    ok(await take(officer, answered, 'close'))
    world.clock.now = new Date(world.clock.now.getTime() + MINUTE_MS)
    await world.runJob('outbox.deliver')
    expect([told, ok(await phone.get<Told>('/api/me/messages')).items.length]).toEqual([3, 3])
    const unsent = "SELECT template, state, problem FROM outbox_messages WHERE state <> 'sent'"
    expect(await world.service.ctx.db.values(unsent)).toEqual([['report_closed', 'dead', 'consent_withdrawn']])
    await send(phone)
    await world.runJob('outbox.deliver')
    expect(ok(await phone.get<Told>('/api/me/messages')).items).toHaveLength(4)
  })

  test('by one person changes nothing for another', async () => {
    const world = await createWorld()
    const { officer } = await openOffice(world)
    const [lan, minh] = [await openPhone(world), await openPhone(world)]
    await send(lan)
    const { code } = await send(minh)
    ok(await lan.delete('/api/me/consents/feedback.handling'))
    ok(await lan.delete('/api/me/consents/feedback.publishing'))
    await world.runJob('outbox.deliver')
    expect(await findCase(officer, code)).toMatchObject({ state: 'received', hasContact: true, mayPublish: true })
    expect(ok(await minh.get<Told>('/api/me/messages')).items).toHaveLength(1)
  })
})

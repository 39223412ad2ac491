import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { signMiniAppEvent } from '../../simulator/webhook.ts'
import { findCase, ok, type Progress, report, take } from '../feedback/reporting.ts'
import { settle } from '../webhook/zalo-sends.ts'
import { createWorld, ZALO_MINI_APP_API_KEY } from '../world/world.ts'
import {
  ALL_WORDS,
  LAN,
  lansReport,
  liveThrough,
  openAsLan,
  openOffice,
  publishAnother,
  SEALED,
  type World,
  WRITTEN,
} from './whole-story.ts'

const ERASED = 'Nội dung đã xoá theo yêu cầu của người gửi.'

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-erasure-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Words that stand in the files of a database that is closed. */
function wordsIn({ databaseFile }: World) {
  const text = [databaseFile, `${databaseFile}-wal`]
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  return ALL_WORDS.filter((word) => text.includes(word))
}

const query = ({ service }: World, sql: string) => service.ctx.db.values(sql)

describe('what a person has told the office', () => {
  test('is told back whole, with what they were answered, and nothing the office writes to itself', async () => {
    const world = await createWorld()
    const office = await openOffice(world)
    const phone = await openAsLan(world)
    const { code } = await liveThrough(phone, office)
    const another = await publishAnother(world, office)
    ok(await phone.post(`/api/feedback/answered/${another.code}/followers`))
    await world.runJob('outbox.deliver')
    const { data } = ok(
      await phone.get<{ data: { feedback: { reports: object[]; following: object[] }; messages: object[] } }>(
        '/api/me/export',
      ),
    )
    const told = JSON.stringify(data)
    const given = [...Object.values(WRITTEN), ...Object.values(SEALED).map((word) => word.replace(/^0[\d ]+$/, ''))]
    expect([...given, '0987601234', 'bông súng', 'cá lóc'].filter((word) => !told.includes(word))).toEqual([])
    expect(told).not.toContain('bánh bèo')
    expect(data.feedback.reports).toEqual([
      expect.objectContaining({ code, ratings: [expect.objectContaining({ stars: 2, comment: WRITTEN.rating })] }),
    ])
    expect(data.feedback.following).toEqual([expect.objectContaining({ code: another.code })])
    expect(data.messages).toHaveLength(3)
    expect(JSON.stringify(ok(await another.other.get('/api/me/export')))).not.toContain(SEALED.name)
  })

  test('is gone when they ask, from everybody’s sight and from the file; what is counted stays counted', async () => {
    const world = await createWorld()
    const office = await openOffice(world)
    const phone = await openAsLan(world)
    const { id, code, linkToken } = await liveThrough(phone, office)
    const another = await publishAnother(world, office)
    ok(await phone.post(`/api/feedback/answered/${another.code}/followers`))
    await world.runJob('outbox.deliver')
    const figures = 'SELECT category_id, unit_id, received_at, answered_at, rounds FROM reports ORDER BY id'
    const before = await query(world, figures)
    ok(await phone.post('/api/me/erasure'))

    const stranger = world.openPhone()
    const replies = await Promise.all([
      stranger.post('/api/feedback/status', { code, lastDigits: SEALED.phone.replaceAll(' ', '').slice(-4) }),
      stranger.post('/api/feedback/by-link', { code, linkToken }),
      stranger.get(`/api/feedback/answered/${code}`),
    ])
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404])
    const now = await findCase(office.officer, code)
    expect(now).toMatchObject({ state: 'closed', content: ERASED, place: '', namedOfficer: '', hasContact: false })
    expect([now.steps, now.may.moderate, now.dueAt]).toEqual([[], false, null])
    expect(now.events.map(({ kind }) => kind)).toContain('withdrawn')
    const opened = await office.officer.post(`/admin/api/reports/${id}/contact`, { reason: 'Gọi lại cho người gửi' })
    expect(opened.status).toBe(404)
    expect(await query(world, figures)).toEqual(before)
    expect(await query(world, `SELECT stars, comment FROM report_ratings WHERE report_id = '${id}'`)).toEqual([[2, '']])
    expect(await query(world, 'SELECT count(*) FROM report_follows')).toEqual([[0]])
    const ofLan = `SELECT count(*) FROM citizen_erasures e JOIN (SELECT citizen_id FROM outbox_messages UNION ALL
      SELECT citizen_id FROM inbox_messages UNION ALL SELECT citizen_id FROM reports UNION ALL
      SELECT citizen_id FROM report_files UNION ALL SELECT actor_id FROM audit_entries) x ON x.citizen_id = e.citizen_id`
    expect(await query(world, ofLan)).toEqual([[0]])
    expect(await another.other.get(`/api/feedback/answered/${another.code}`)).toMatchObject({
      status: 200,
      body: { followers: 0 },
    })
    await world.stop()
    expect(wordsIn(world)).toEqual([])
  })

  test('would be found in the file, were it not erased: all but what is sealed', async () => {
    const world = await createWorld()
    const office = await openOffice(world)
    await liveThrough(await openAsLan(world), office)
    await world.stop()
    expect(wordsIn(world)).toEqual(ALL_WORDS.slice(6))
  })

  test('that an older copy brings back is erased again at the start, from the file too', async () => {
    const world = await createWorld()
    const office = await openOffice(world)
    const phone = await openAsLan(world)
    const { code } = await liveThrough(phone, office)
    await world.stop()
    const before = newFolder()
    copyFileSync(world.databaseFile, join(before, 'cchc.db'))
    const erasing = await createWorld({ dataFrom: before })
    const lan = erasing.openPhone()
    lan.useToken(phone.token)
    ok(await lan.post('/api/me/erasure'))
    await erasing.stop()
    copyFileSync(join(erasing.dataDir, 'erasures.jsonl'), join(before, 'erasures.jsonl'))

    const restored = await createWorld({ dataFrom: before })
    expect(restored.said.filter((line) => line.startsWith('Erased again'))).toHaveLength(1)
    const officer = await restored.signIn({ role: 'feedback_officer' })
    expect(await findCase(officer, code)).toMatchObject({ state: 'closed', content: ERASED })
    await restored.stop()
    expect(wordsIn(restored)).toEqual([])
    const next = await createWorld({ dataFrom: restored.dataDir })
    expect(next.said.filter((line) => line.startsWith('Erased again'))).toEqual([])
  })

  test('is gone too when they withdraw in Zalo', async () => {
    const world = await createWorld()
    const office = await openOffice(world)
    const { code } = await liveThrough(await openAsLan(world), office)
    const event = { event: 'user.revoke.consent', appId: '2646373759294038927', userId: LAN }
    const { body, signature } = signMiniAppEvent(
      { ...event, timestamp: Date.parse('2026-11-23T01:59:00Z') },
      ZALO_MINI_APP_API_KEY,
    )
    const headers = { 'content-type': 'application/json', 'x-zevent-signature': signature }
    const address = `${world.service.webhook?.url}/webhooks/zalo/mini-app`
    expect((await fetch(address, { method: 'POST', headers, body })).status).toBe(200)
    await settle(world)
    expect(await findCase(office.officer, code)).toMatchObject({ state: 'closed', content: ERASED })
    await world.stop()
    expect(wordsIn(world)).toEqual([])
  })

  test('does not take somebody else’s report along that was merged into it: that one is in the inbox again', async () => {
    const world = await createWorld()
    const { officer, head } = await openOffice(world)
    const [lan, minh] = [await openAsLan(world), world.openPhone()]
    await minh.signIn()
    const first = ok(await lan.post<{ code: string }>('/api/feedback', lansReport()))
    const second = ok(await lan.post<{ code: string }>('/api/feedback', lansReport({ place: 'Nơi khác' })))
    const { code } = ok(await minh.post<{ code: string }>('/api/feedback', report()))
    for (const each of [second.code, code]) {
      const { id, version } = await findCase(officer, each)
      const into = { intoCode: first.code }
      ok(await officer.post(`/admin/api/reports/${id}/merge`, into, { 'if-match': `"${version}"` }))
    }
    ok(await lan.post('/api/me/erasure'))
    expect(ok(await minh.get<Progress>(`/api/me/feedback/${code}`))).toMatchObject({
      state: 'received',
      mergedIntoCode: null,
      dueAt: expect.any(String),
    })
    expect(ok(await officer.get<{ open: number }>('/admin/api/reports/counts')).open).toBe(1)
    let now = await findCase(officer, code)
    for (const step of ['assign', 'begin'] as const) now = ok(await take(officer, now, step))
    now = ok(await take(officer, now, 'draft', { text: 'Đã có kết quả.' }))
    now = ok(await take(officer, now, 'submit'))
    now = ok(await take(head, now, 'approve'))
    ok(await take(head, now, 'send'))
    expect(ok(await minh.get<Progress>(`/api/me/feedback/${code}`)).answer).toMatchObject({ text: 'Đã có kết quả.' })
    const { id, version } = await findCase(officer, code)
    expect(
      (await officer.post(`/admin/api/reports/${id}/merge`, { intoCode: first.code }, { 'if-match': `"${version}"` }))
        .status,
    ).toBe(409)
  })
})

import { describe, expect, test } from 'vitest'
import { newKey } from '../../src/features/feedback/draft.ts'
import type { Reply } from '../world/staff.ts'
import { createWorld } from '../world/world.ts'
import { answer, findCase, ok, type Progress, type Receipt, report, send, take } from './reporting.ts'

async function openOffice(at = '2026-02-12T03:00:00Z') {
  const world = await createWorld({ at })
  const phone = world.openPhone()
  await phone.signIn()
  const officer = await world.signIn({ role: 'feedback_officer', name: 'Lê Văn Hùng' })
  const head = await world.signIn({ role: 'unit_head', name: 'Phạm Thị Hoa' })
  return { world, phone, officer, head }
}

describe('a parent reports a late dossier', () => {
  test('and follows it from the receipt over a question and an answer to a second look', async () => {
    const { world, phone, officer: first } = await openOffice()
    const receipt = await send(phone)
    // 12/02/2026 10:00 in Vietnam and fifteen working days, over Tết (16–20/02).
    expect(receipt).toMatchObject({ countedFrom: '2026-02-12T03:00:00.000Z', dueAt: '2026-03-12T10:00:00.000Z' })

    let now = await findCase(first, receipt.code)
    now = ok(await take(first, now, 'assign'))
    now = ok(await take(first, now, 'begin'))
    now = ok(await take(first, now, 'ask', { text: 'Chị cho xin ảnh giấy hẹn.' }))
    const asked = ok(await phone.get<Progress>(`/api/me/feedback/${receipt.code}`))
    expect(asked).toMatchObject({ state: 'waiting_for_you', dueAt: null, own: { maySupply: true } })

    // Two working days of waiting move the day by two.
    world.clock.now = new Date('2026-02-23T03:00:00Z')
    const supplied = await phone.post<Progress>(`/api/me/feedback/${receipt.code}/supplements`, {
      text: 'Giấy hẹn số 12 ngày 20/01.',
      fileIds: [],
    })
    expect(ok(supplied)).toMatchObject({ state: 'processing', dueAt: '2026-03-16T10:00:00.000Z' })

    const officer = await world.signIn({ role: 'feedback_officer' })
    const head = await world.signIn({ role: 'unit_head' })
    now = await findCase(officer, receipt.code)
    now = ok(await take(officer, now, 'draft', { text: 'Hồ sơ của chị đã ký, mời chị đến nhận.' }))
    now = ok(await take(officer, now, 'submit'))
    expect((await take(officer, now, 'approve')).status).toBe(403)
    now = ok(await take(head, now, 'approve'))
    now = ok(await take(head, now, 'send'))

    const answered = ok(await phone.get<Progress>(`/api/me/feedback/${receipt.code}`))
    expect(answered).toMatchObject({
      state: 'answered',
      answer: { text: 'Hồ sơ của chị đã ký, mời chị đến nhận.' },
      own: { mayReopen: true, mayRate: true },
    })
    expect(answered.events.map(({ kind }) => kind)).toEqual([
      'sent',
      'assigned',
      'begun',
      'asked',
      'supplied',
      'answered',
    ])

    ok(await phone.post(`/api/me/feedback/${receipt.code}/ratings`, { stars: 2, comment: 'Vẫn chậm.' }))
    const again = { text: 'Tôi đến nhưng chưa có kết quả.' }
    const reopened = ok(await phone.post<Progress>(`/api/me/feedback/${receipt.code}/reopenings`, again))
    expect(reopened).toMatchObject({ state: 'processing', reopenUntil: null })
    await world.runJob('outbox.deliver')
    const told = ok(await phone.get<{ items: { template: string }[] }>('/api/me/messages'))
    expect(told.items.map(({ template }) => template)).toEqual(['report_answered', 'report_asked', 'report_received'])
  })

  test('the code and the last digits of the phone show how it stands, and no word of what was written', async () => {
    const { world, phone, officer, head } = await openOffice()
    const { code, linkToken } = await send(phone)
    await answer(officer, head, code, 'Đã xong.')
    const stranger = world.openPhone()
    const seen = await stranger.post<Progress>('/api/feedback/status', { code: code.toLowerCase(), lastDigits: '5678' })
    expect(ok(seen)).toMatchObject({ state: 'answered', own: null })
    expect(JSON.stringify(seen.body)).not.toContain('tốt nghiệp')
    const wrong = await stranger.post('/api/feedback/status', { code, lastDigits: '5679' })
    const nobodys = await stranger.post('/api/feedback/status', { code: 'PA22222222', lastDigits: '5678' })
    expect([wrong.status, nobodys.status]).toEqual([404, 404])
    const linked = ok(await stranger.post<Progress>('/api/feedback/by-link', { code, linkToken }))
    expect(linked.own).toMatchObject({ maySupply: false, mayReopen: false })
  })

  test('what was said between the office and the sender is for the sender alone', async () => {
    const { world, phone, officer } = await openOffice()
    const { code, linkToken } = await send(phone)
    let now = await findCase(officer, code)
    now = ok(await take(officer, now, 'assign'))
    now = ok(await take(officer, now, 'begin'))
    ok(await take(officer, now, 'ask', { text: 'Con chị Mai học lớp nào?' }))
    ok(await phone.post(`/api/me/feedback/${code}/supplements`, { text: 'Cháu Bình, lớp 9A.', fileIds: [] }))
    const stranger = world.openPhone()
    const told = async (asked: Promise<Reply<Progress>>) =>
      ok(await asked)
        .events.filter(({ text }) => text !== null)
        .map(({ kind }) => kind)
    expect(await told(phone.get<Progress>(`/api/me/feedback/${code}`))).toEqual(['asked', 'supplied'])
    expect(await told(stranger.post<Progress>('/api/feedback/by-link', { code, linkToken }))).toEqual([
      'asked',
      'supplied',
    ])
    expect(await told(stranger.post<Progress>('/api/feedback/status', { code, lastDigits: '5678' }))).toEqual([])
  })

  test('the unit concerned is found by a part of its name, without marks', async () => {
    const { phone } = await openOffice()
    const found = ok(
      await phone.get<{ items: { id: string; name: string; above: string | null }[] }>(
        '/api/feedback/units?q=van%20phong',
      ),
    )
    expect(found.items).toEqual([
      { id: 'mau-van-phong', name: 'Văn phòng Sở (mẫu)', above: 'Sở Giáo dục và Đào tạo Tây Ninh', isSample: true },
    ])
    expect(ok(await phone.get<{ items: unknown[] }>('/api/feedback/units?q=')).items.length).toBeLessThanOrEqual(20)
  })

  test('sending it twice with one key is sending it once; with other words the key is refused', async () => {
    const { phone, officer } = await openOffice()
    const key = { 'idempotency-key': 'a-phone-made-this-key' }
    const both = await Promise.all(
      [1, 2].map(() => phone.call<{ code: string }>('POST', '/api/feedback', report(), key)),
    )
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    expect(both[0]?.body).toEqual(both[1]?.body)
    const other = await phone.call('POST', '/api/feedback', report({ place: 'Nơi khác' }), key)
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.key_reused' } })
    expect(ok(await officer.get<{ open: number }>('/admin/api/reports/counts')).open).toBe(1)
  })

  test('sending it again after the session ended in between is sending it once, for nobody but who has key and words', async () => {
    const { phone, officer, world } = await openOffice()
    const key = { 'idempotency-key': newKey() }
    const submit = (from: typeof phone, headers: Record<string, string>, change = {}) =>
      from.call<Receipt>('POST', '/api/feedback', report(change), headers)
    const first = ok(await submit(phone, key))
    ok(await phone.delete('/api/session'))
    await phone.signIn()
    expect(ok(await submit(phone, key))).toEqual(first)
    const count = async () => ok(await officer.get<{ open: number }>('/admin/api/reports/counts')).open
    expect(await count()).toBe(1)

    const stranger = world.openPhone()
    await stranger.signIn()
    const others = [
      ok(await submit(stranger, key, { content: 'Tôi đoán được mã lượt gửi nhưng không biết bạn viết gì.' })),
      ok(await submit(stranger, { 'idempotency-key': newKey() })),
    ]
    expect(new Set([first.code, ...others.map(({ code }) => code)]).size).toBe(3)
    expect(await count()).toBe(3)
    // A key anybody may think of is the sender's own alone, whatever was written with it.
    const plain = { 'idempotency-key': 'gui-lan-mot' }
    const [mine, theirs] = [ok(await submit(phone, plain)), ok(await submit(stranger, plain))]
    expect(theirs.code).not.toBe(mine.code)
  })

  test('the sixth in ten minutes waits', async () => {
    const { world, phone } = await openOffice()
    for (let at = 0; at < 5; at += 1) await send(phone)
    expect(await phone.post('/api/feedback', report())).toMatchObject({
      status: 429,
      body: { code: 'feedback.too_many' },
    })
    world.clock.now = new Date(world.clock.now.getTime() + 10 * 60_000)
    await send(phone)
  })

  test('a khiếu nại or tố cáo is no report, unless the sender says that it is none', async () => {
    const { phone } = await openOffice()
    const content = 'Tôi tố cáo hiệu trưởng thu tiền sai quy định.'
    const checked = await phone.post('/api/feedback/check', { categoryId: 'khac', content })
    expect(checked.body).toMatchObject({ stop: 'legal_channel' })
    expect(await phone.post('/api/feedback', report({ content }))).toMatchObject({
      status: 409,
      body: { code: 'feedback.legal_channel' },
    })
    await send(phone, { content, saidNotLegal: true })
  })
})

describe('in the office', () => {
  test('only one of two who answer at once succeeds, and the sender hears once', async () => {
    const { world, phone, officer, head } = await openOffice()
    const second = await world.signIn({ role: 'unit_head' })
    const { code } = await send(phone)
    let now = await findCase(officer, code)
    for (const step of ['assign', 'begin'] as const) now = ok(await take(officer, now, step))
    now = ok(await take(officer, now, 'draft', { text: 'Đã có kết quả.' }))
    now = ok(await take(officer, now, 'submit'))
    now = ok(await take(head, now, 'approve'))
    const answers = await Promise.all([take(head, now, 'send'), take(second, now, 'send')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    await world.runJob('outbox.deliver')
    const told = ok(await phone.get<{ items: { template: string }[] }>('/api/me/messages'))
    expect(told.items.filter(({ template }) => template === 'report_answered')).toHaveLength(1)
  })

  test('a note to colleagues is in no reply a citizen can get', async () => {
    const { world, phone, officer, head } = await openOffice()
    const { code, linkToken } = await send(phone)
    const { id } = await findCase(officer, code)
    const note = 'Nhớ hỏi lại phòng Khảo thí chuyện này'
    ok(await officer.post(`/admin/api/reports/${id}/notes`, { text: note }))
    const answered = await answer(officer, head, code, 'Đã xong.')
    const words = {
      title: 'Hồ sơ xin bản sao bị chậm',
      content: 'Người dân chờ quá hẹn.',
      answer: 'Đã xong.',
      reason: '',
    }
    ok(await officer.put(`/admin/api/reports/${answered.id}/public`, words))
    const stranger = world.openPhone()
    const replies = await Promise.all([
      phone.get('/api/me/feedback'),
      phone.get(`/api/me/feedback/${code}`),
      phone.get('/api/me/messages'),
      stranger.post('/api/feedback/status', { code, lastDigits: '5678' }),
      stranger.post('/api/feedback/by-link', { code, linkToken }),
      stranger.get('/api/feedback/answered'),
      stranger.get(`/api/feedback/answered/${code}`),
    ])
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 200])
    expect(replies.filter(({ body }) => JSON.stringify(body).includes('Khảo thí'))).toEqual([])
  })

  test('who is named in a report neither decides about it nor learns who wrote it', async () => {
    const { phone, officer } = await openOffice()
    const { code } = await send(phone, { namedOfficer: 'le van hung, quầy số 2' })
    const now = await findCase(officer, code)
    expect(now.steps).toEqual([])
    expect(await take(officer, now, 'assign')).toMatchObject({ status: 403, body: { code: 'report.is_about_you' } })
    const opened = await officer.post(`/admin/api/reports/${now.id}/contact`, { reason: 'Gọi lại cho người gửi' })
    expect(opened).toMatchObject({ status: 403, body: { code: 'report.is_about_you' } })
  })

  test('a report handed to another unit is theirs from then on, with their share of the time', async () => {
    const { world, phone } = await openOffice()
    const { code } = await send(phone)
    const officer = await world.signIn({ role: 'feedback_officer' })
    const narrow = await world.signIn({ role: 'feedback_officer', unitId: 'mau-xa-1' })
    const now = await findCase(officer, code)
    expect((await narrow.get(`/admin/api/reports/${now.id}`)).status).toBe(404)
    world.clock.now = new Date('2026-02-12T04:00:00Z')
    const given = ok(
      await take(await world.signIn({ role: 'feedback_officer' }), now, 'assign', { unitId: 'mau-xa-1' }),
    )
    expect(given).toMatchObject({ unitId: 'mau-xa-1', dueAt: now.dueAt })
    world.clock.now = new Date('2026-02-12T04:20:00Z')
    const theirs = await world.signIn({ role: 'feedback_officer', unitId: 'mau-xa-1' })
    const seen = await findCase(theirs, code)
    expect(seen.clock.units.map(({ unitId, minutes }) => [unitId, minutes])).toEqual([
      ['so-gddt', 60],
      ['mau-xa-1', 20],
    ])
    const away = await world.signIn({ role: 'feedback_officer', unitId: 'mau-van-phong' })
    expect((await away.get(`/admin/api/reports/${now.id}`)).status).toBe(404)
    const passedOn = await take(theirs, seen, 'assign', { unitId: 'mau-van-phong' })
    expect([passedOn.status, passedOn.body.steps]).toEqual([200, []])
    expect((await theirs.get(`/admin/api/reports/${now.id}`)).status).toBe(404)
  })
})

import { describe, expect, test } from 'vitest'
import { isNamed } from '../../server/feedback/named-officer.rules.ts'
import { linkTokenOf } from '../../server/feedback/private-link.ts'
import { openOffice } from '../privacy/whole-story.ts'
import { createWorld } from '../world/world.ts'
import { answer, type CaseReply, findCase, ok, type Progress, send, take } from './reporting.ts'

const HERE = 'mau-thpt'
const ELSEWHERE = 'mau-tieu-hoc'

async function openWorld() {
  const world = await createWorld()
  const phone = world.openPhone()
  await phone.signIn()
  return { world, phone, ...(await openOffice(world)) }
}

describe('a code', () => {
  test('has a private link of 128 bits, which another version changes', async () => {
    const world = await createWorld()
    const [one, other] = [1, 2].map((linkVersion) => linkTokenOf(world.service.ctx, { id: 'a', linkVersion }))
    expect(one).toMatch(/^[\w-]{22}$/)
    expect(other).not.toBe(one)
  })

  test('is not guessed: of a hundred wrong ones at once twenty are looked up, while others go on', async () => {
    const { world, phone } = await openWorld()
    const { code, linkToken } = await send(phone)
    const guesses: ((at: number) => [string, object])[] = [
      (at: number) => ['/api/feedback/status', { code, lastDigits: String(1_000 + at) }],
      (at: number) => ['/api/feedback/by-link', { code, linkToken: `x${at}` }],
    ]
    for (const guess of guesses) {
      const [guesser, owner] = [world.openPhone(), world.openPhone()]
      const replies = await Promise.all(
        Array.from({ length: 100 }, (_, at) => guess(at)).map(([path, body]) => guesser.post(path, body)),
      )
      const count = (wanted: number) => replies.filter(({ status }) => status === wanted).length
      expect([count(404), count(429)]).toEqual([20, 80])
      expect((await guesser.post('/api/feedback/by-link', { code, linkToken })).status).toBe(429)
      for (let times = 0; times < 25; times += 1)
        ok(await owner.post('/api/feedback/status', { code, lastDigits: '5678' }))
    }
    world.clock.now = new Date(world.clock.now.getTime() + 10 * 60_000 + 1)
    const guesser = world.openPhone()
    ok(await guesser.post('/api/feedback/by-link', { code, linkToken }))
  })
})

describe('the officer a report names', () => {
  test.each([
    ['Lê Văn Hùng', 'ong le van hung o quay 2', true],
    ['Lê Văn Hùng', 'Lê Văn Hu\u0300ng', true],
    ['Lê Văn Hùng', 'L\u200bê V\u202eăn H\u00adùng\ufeff', true],
    ['L\u200bê Văn Hùng', 'Lê Văn Hùng', true],
    ['Lê Văn Hùng', 'Ｌê Ｖăn Ｈùng', true],
    ['Lê Văn Hùng', 'LêVănHùng', true],
    ['Lê Văn Hùng', 'lê.văn-hùng', true],
    ['Lê Văn Hùng', 'Lê Văn Hải', false],
    ['An', 'Lan', false],
    ['Lê Văn Hùng', '', false],
  ])('%j in %j: %j', (name, text, isIt) => {
    expect(isNamed(name, text)).toBe(isIt)
  })

  test('is kept as it looks, and a text of nothing but invisible letters is no text', async () => {
    const { phone, officer } = await openWorld()
    const { code } = await send(phone, { namedOfficer: 'Lê\u200b Văn\u202e Hùng', place: '  Quầy\u2066 1 ' })
    expect(await findCase(officer, code)).toMatchObject({ namedOfficer: 'Lê Văn Hùng', place: 'Quầy 1', steps: [] })
    await expect(send(phone, { content: '\u200b'.repeat(40) })).rejects.toThrow('request.invalid')
    await expect(send(phone, { content: 'a'.repeat(4_001) })).rejects.toThrow('request.invalid')
  })
})

describe('somebody who tries', () => {
  test('to supply twice at once is heard once', async () => {
    const { phone, officer } = await openWorld()
    const { code } = await send(phone)
    let now = await findCase(officer, code)
    for (const step of ['assign', 'begin'] as const) now = ok(await take(officer, now, step))
    ok(await take(officer, now, 'ask', { text: 'Chị cho xin ảnh giấy hẹn.' }))
    const more = { text: 'Giấy hẹn số 12.', fileIds: [] }
    const both = await Promise.all([1, 2].map(() => phone.post(`/api/me/feedback/${code}/supplements`, more)))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    const told = (await findCase(officer, code)).events.filter(({ kind }) => kind === 'supplied')
    expect(told).toHaveLength(1)
  })

  test('somebody else’s code reads, supplies, rates and reopens nothing', async () => {
    const { world, phone, officer, head } = await openWorld()
    const { code } = await send(phone)
    await answer(officer, head, code, 'Đã xong.')
    const other = world.openPhone()
    await other.signIn()
    const own = `/api/me/feedback/${code}`
    const replies = await Promise.all([
      other.get(own),
      other.post(`${own}/supplements`, { text: 'Đây.', fileIds: [] }),
      other.post(`${own}/ratings`, { stars: 1, comment: '' }),
      other.post(`${own}/reopenings`, { text: 'Xem lại giúp tôi.' }),
      other.post(`/api/feedback/answered/${code}/followers`),
    ])
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
  })

  test('what the sender and the office wrote to each other reads neither with the code, nor as who was merged into it', async () => {
    const { world, phone, officer } = await openWorld()
    const minh = world.openPhone()
    await minh.signIn()
    const [into, merged] = [await send(phone), await send(minh)]
    const other = await findCase(officer, merged.code)
    const body = { intoCode: into.code }
    ok(await officer.post(`/admin/api/reports/${other.id}/merge`, body, { 'if-match': `"${other.version}"` }))
    let now = await findCase(officer, into.code)
    for (const step of ['assign', 'begin'] as const) now = ok(await take(officer, now, step))
    ok(await take(officer, now, 'ask', { text: 'Chị Mai cho xin giấy hẹn.' }))
    ok(await phone.post(`/api/me/feedback/${into.code}/supplements`, { text: 'Nhà tôi ở ấp 3.', fileIds: [] }))
    const seen = [
      await minh.get(`/api/me/feedback/${merged.code}`),
      await world.openPhone().post('/api/feedback/status', { code: into.code, lastDigits: '5678' }),
    ]
    for (const reply of seen) expect(JSON.stringify(ok(reply))).not.toMatch(/ấp 3|Chị Mai/)
    expect(JSON.stringify(ok(await phone.get(`/api/me/feedback/${into.code}`)))).toMatch(/Chị Mai.+ấp 3/)
  })

  test('from one unit in another’s: reports are neither merged, split, changed together nor read after they went on', async () => {
    const { world, phone, officer } = await openWorld()
    const here = await world.signIn({ role: 'admin', unitId: HERE })
    const [ours, theirs] = [await send(phone), await send(phone)]
    ok(await take(officer, await findCase(officer, ours.code), 'assign', { unitId: HERE }))
    const foreign = ok(await take(officer, await findCase(officer, theirs.code), 'assign', { unitId: ELSEWHERE }))
    const now = await findCase(here, ours.code)
    const held = { 'if-match': `"${now.version}"` }
    const merged = await here.post(`/admin/api/reports/${now.id}/merge`, { intoCode: theirs.code }, held)
    const part = { content: 'Phần thứ hai của việc này.', categoryId: 'khac', unitId: ELSEWHERE }
    const split = await here.post(`/admin/api/reports/${now.id}/split`, part, held)
    expect([merged.status, split.status]).toEqual([400, 403])
    const items = [foreign, { id: 'made-up', version: 1 }].map(({ id, version }) => ({ id, version }))
    const bulk = await here.post('/admin/api/reports/steps', { step: 'close', items, said: {} })
    expect(ok(bulk)).toEqual({ done: [], refused: items.map(({ id }) => ({ id, code: 'report.not_found' })) })
    const gone = await take(here, now, 'assign', { unitId: ELSEWHERE })
    expect(ok<CaseReply>(gone)).toMatchObject({ unitId: ELSEWHERE, steps: [] })
    expect((await here.get(`/admin/api/reports/${now.id}`)).status).toBe(404)
  })

  test('who was merged by way of another hears the answer too; who follows what was hidden hears nothing more', async () => {
    const { world, phone, officer, head } = await openWorld()
    const [minh, ba, follower] = [world.openPhone(), world.openPhone(), world.openPhone()]
    for (const each of [minh, ba, follower]) await each.signIn()
    const [first, second, last] = [await send(ba), await send(minh), await send(phone)]
    for (const [code, intoCode] of [
      [first.code, second.code],
      [second.code, last.code],
    ] as const) {
      const { id, version } = await findCase(officer, code)
      ok(await officer.post(`/admin/api/reports/${id}/merge`, { intoCode }, { 'if-match': `"${version}"` }))
    }
    const { id } = await answer(officer, head, last.code, 'Đã xong.')
    const words = { title: 'Hồ sơ trễ ở Sở', content: 'Người dân chờ quá hẹn.', answer: 'Đã xong.', reason: '' }
    ok(await officer.put(`/admin/api/reports/${id}/public`, words))
    ok(await follower.post(`/api/feedback/answered/${last.code}/followers`))
    ok(await officer.post(`/admin/api/reports/${id}/public/hide`, { reason: 'Còn tên người gửi' }))
    ok(await phone.post<Progress>(`/api/me/feedback/${last.code}/reopenings`, { text: 'Xem lại giúp tôi.' }))
    await answer(officer, head, last.code, 'Đã xong thật.')
    await world.runJob('outbox.deliver')
    const heard = async (each: typeof ba) =>
      ok(await each.get<{ items: { template: string }[] }>('/api/me/messages')).items.filter(({ template }) =>
        template.endsWith('answered'),
      ).length
    expect([await heard(ba), await heard(minh), await heard(phone), await heard(follower)]).toEqual([2, 2, 2, 0])
  })
})

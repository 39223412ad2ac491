import { describe, expect, test } from 'vitest'
import { createWorld } from '../world/world.ts'
import { answer, type CaseReply, findCase, ok, type Progress, report, send, take } from './reporting.ts'

async function openOffice() {
  const world = await createWorld()
  const officer = await world.signIn({ role: 'feedback_officer' })
  const head = await world.signIn({ role: 'unit_head' })
  const arrive = async (change: object = {}) => {
    const phone = world.openPhone()
    await phone.signIn()
    return { phone, code: (await send(phone, change)).code }
  }
  const merge = async (code: string, intoCode: string) => {
    const { id, version } = await findCase(officer, code)
    return officer.post<CaseReply>(`/admin/api/reports/${id}/merge`, { intoCode }, { 'if-match': `"${version}"` })
  }
  const told = async ({ phone }: Awaited<ReturnType<typeof arrive>>) => {
    await world.runJob('outbox.deliver')
    const list = ok(await phone.get<{ items: { template: string; params: { code: string } }[] }>('/api/me/messages'))
    return list.items.map(({ template, params }) => `${template} ${params.code}`)
  }
  return { world, officer, head, arrive, merge, told }
}

describe('two reports of one thing', () => {
  test('become one: both senders hear its answer, and the code of each goes on working', async () => {
    const { officer, head, arrive, merge, told } = await openOffice()
    const [first, second, third] = [await arrive(), await arrive(), await arrive()]
    ok(await merge(second.code, first.code))
    ok(await merge(first.code, third.code))
    await answer(officer, head, third.code, 'Đã ký xong hồ sơ.')
    const seen = ok(await second.phone.get<Progress>(`/api/me/feedback/${second.code}`))
    expect(seen).toMatchObject({
      code: second.code,
      state: 'answered',
      mergedIntoCode: third.code,
      answer: { text: 'Đã ký xong hồ sơ.' },
      own: { mayReopen: false, mayRate: false },
    })
    expect(await told(third)).toContain(`report_answered ${third.code}`)
    expect(await told(first)).toContain(`report_answered ${first.code}`)
    expect(await told(second)).toContain(`report_answered ${second.code}`)
  })

  test('are never merged in a circle, into themselves, or into one that was handed back', async () => {
    const { officer, arrive, merge } = await openOffice()
    const [first, second, returned] = [await arrive(), await arrive(), await arrive()]
    const back = { text: 'Không thuộc thẩm quyền.', reason: 'out_of_scope' }
    ok(await take(officer, await findCase(officer, returned.code), 'return', back))
    ok(await merge(first.code, second.code))
    for (const into of [first.code, second.code, returned.code])
      expect(await merge(second.code, into)).toMatchObject({ status: 409, body: { code: 'report.not_mergeable' } })
    expect(await merge(second.code, 'PA22222222')).toMatchObject({ status: 400, body: { code: 'request.invalid' } })
  })

  test('merged into each other at the same moment, one of them stays', async () => {
    const { officer, arrive, merge } = await openOffice()
    const [first, second] = [await arrive(), await arrive()]
    const both = await Promise.all([merge(first.code, second.code), merge(second.code, first.code)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const states = [await findCase(officer, first.code), await findCase(officer, second.code)].map(({ state }) => state)
    expect(states.sort()).toEqual(['merged', 'received'])
  })
})

test('a report about two things is split: the part has a code, a unit and a limit of its own, and the same sender', async () => {
  const { officer, arrive } = await openOffice()
  const { phone, code } = await arrive()
  const { id, version } = await findCase(officer, code)
  const part = { content: 'Phần về thái độ ở quầy tiếp nhận.', categoryId: 'thai-do-huong-dan', unitId: 'mau-xa-1' }
  ok(await officer.post(`/admin/api/reports/${id}/split`, part, { 'if-match': `"${version}"` }))
  const mine = ok(await phone.get<{ items: { code: string; excerpt: string }[] }>('/api/me/feedback'))
  const made = mine.items.find((item) => item.code !== code)
  expect(made?.excerpt).toBe(part.content)
  const lookedUp = await phone.post<Progress>('/api/feedback/status', { code: made?.code, lastDigits: '5678' })
  expect(ok(lookedUp)).toMatchObject({ state: 'received', unitName: 'Xã Số Một (mẫu)' })
})

test('twelve answers approved for one day go out together on it, and each sender hears once', async () => {
  const { world, officer, head, arrive, told } = await openOffice()
  const sent = []
  for (let count = 0; count < 12; count += 1) {
    const one = await arrive({ content: `Việc thứ ${count + 1}: hồ sơ của tôi đã quá hẹn.` })
    let now = await findCase(officer, one.code)
    for (const [step, said] of [
      ['assign', {}],
      ['begin', {}],
      ['draft', { text: 'Đã xử lý xong.' }],
      ['submit', {}],
    ] as const)
      now = ok(await take(officer, now, step, said))
    ok(await take(head, now, 'approve', { answerDay: '2026-11-27' }))
    sent.push(one)
  }
  await world.runJob('feedback.answer_day')
  expect((await Promise.all(sent.map(told))).flat().filter((line) => line.startsWith('report_answered'))).toEqual([])
  world.clock.now = new Date('2026-11-27T01:00:00Z')
  await world.runJob('feedback.answer_day')
  await world.runJob('feedback.answer_day')
  const answered = await Promise.all(sent.map(told))
  expect(answered.map((lines) => lines.filter((line) => line.startsWith('report_answered')))).toEqual(
    sent.map(({ code }) => [`report_answered ${code}`]),
  )
})

test('who follows a published report hears when it is answered anew, and counts once', async () => {
  const { officer, head, arrive, told } = await openOffice()
  const first = await arrive()
  const { id } = await answer(officer, head, first.code, 'Đã xong.')
  const words = { title: 'Bản sao bằng bị chậm', content: 'Người dân chờ quá hẹn.', answer: 'Đã xong.', reason: '' }
  ok(await officer.put(`/admin/api/reports/${id}/public`, words))
  const other = await arrive()
  const path = `/api/feedback/answered/${first.code}/followers`
  for (let twice = 0; twice < 2; twice += 1)
    expect(ok(await other.phone.post(path))).toEqual({ code: first.code, followers: 1 })
  ok(await first.phone.post(`/api/me/feedback/${first.code}/reopenings`, { text: 'Chưa nhận được.' }))
  let now = await findCase(officer, first.code)
  for (const [step, said] of [
    ['begin', {}],
    ['draft', { text: 'Đã gửi lại.' }],
    ['submit', {}],
  ] as const)
    now = ok(await take(officer, now, step, said))
  now = ok(await take(head, now, 'approve'))
  ok(await take(head, now, 'send'))
  expect((await told(other)).filter((line) => line.startsWith('followed'))).toEqual([
    `followed_report_answered ${first.code}`,
  ])
  expect(ok(await other.phone.delete(path))).toEqual({ code: first.code, followers: 0 })
  const checked = { categoryId: 'ho-so-cham', content: report().content }
  expect((await other.phone.post<{ similar: { code: string }[] }>('/api/feedback/check', checked)).status).toBe(200)
})

test('who follows a report that was hidden since may stop following; to anybody else it is not there', async () => {
  const { officer, head, arrive } = await openOffice()
  const first = await arrive()
  const { id } = await answer(officer, head, first.code, 'Đã xong.')
  const words = { title: 'Bản sao bằng bị chậm', content: 'Người dân chờ quá hẹn.', answer: 'Đã xong.', reason: '' }
  ok(await officer.put(`/admin/api/reports/${id}/public`, words))
  const [follower, other] = [await arrive(), await arrive()]
  const path = `/api/feedback/answered/${first.code}/followers`
  ok(await follower.phone.post(path))
  ok(await officer.post(`/admin/api/reports/${id}/public/hide`, { reason: 'Nêu tên một em học sinh.' }))
  expect((await other.phone.delete(path)).status).toBe(404)
  expect(ok(await follower.phone.delete(path))).toEqual({ code: first.code, followers: 0 })
  expect([(await follower.phone.delete(path)).status, (await follower.phone.post(path)).status]).toEqual([404, 404])
})

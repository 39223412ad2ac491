import { expect, test } from 'vitest'
import { admin, closedContest, makeOfficial, type Own, signInLater } from './closed-contest.ts'
import { citizenOf, makeContest, takePart } from './world-contest.ts'

test('a result is disputed once at a time, answered once, and the answer is in the inbox', async () => {
  const { world, contest } = await closedContest()
  const phone = world.openPhone()
  await phone.signIn()
  await takePart(world, contest, [
    { publicName: 'Tôi', citizenId: await citizenOf(world, phone), papers: [{ right: 3 }] },
  ])
  const boss = await world.signIn()
  await world.runJob('contests.results')
  const dispute = () =>
    phone.post<{ code: string }>(`/api/me/contests/${contest.slug}/rounds/1/complaints`, {
      text: 'Tôi chọn B mà máy ghi C ở câu 4.',
    })
  expect((await dispute()).body.code).toBe('complaint.not_open')
  await boss.post(admin(contest, 'complaint-window'))
  expect((await dispute()).status).toBe(201)
  expect((await dispute()).body.code).toBe('complaint.waiting')
  const later = await signInLater(world)
  expect((await later.post<{ code: string }>(admin(contest, 'official'))).body.code).toBe('complaint.waiting')
  const { body } = await later.get<{ items: { id: string }[] }>(
    `/admin/api/contests/${contest.id}/complaints?state=waiting`,
  )
  const answer = { outcome: 'rejected', text: 'Nhật ký máy chủ ghi lựa chọn C lúc 8 giờ 12.' }
  const path = `/admin/api/contest-complaints/${body.items[0]?.id}/answer`
  expect((await later.post(path, answer, { 'if-match': '"1"' })).status).toBe(200)
  expect((await later.post<{ code: string }>(path, answer, { 'if-match': '"1"' })).body.code).toBe(
    'complaint.answered_already',
  )
  await world.runJob('outbox.deliver')
  const inbox = await phone.get<{ items: { template: string }[] }>('/api/me/messages')
  expect(inbox.body.items.map(({ template }) => template)).toEqual(['complaint_answered'])
  const own = await phone.get<{ items: object[] }>(`/api/me/contests/${contest.slug}/complaints`)
  expect(own.body.items).toMatchObject([{ state: 'rejected', answer: answer.text }])
})

test('a certificate holds whoever scans it sees a masked name, and after a correction it says that it was replaced', async () => {
  const { world, contest } = await closedContest()
  const phone = world.openPhone()
  await phone.signIn()
  const citizenId = await citizenOf(world, phone)
  const child = {
    publicName: 'N. M. K. – THCS Y',
    wholeName: 'Nguyễn Minh Khôi',
    ageBand: 'under_16' as const,
    citizenId,
  }
  await takePart(world, contest, [{ ...child, papers: [{ right: 8 }] }])
  const boss = await makeOfficial(world, contest)
  const { body } = await phone.get<Own>(`/api/me/contests/${contest.slug}/rank`)
  const code = body.certificate?.code ?? ''
  const shown = await world.getJson(`/api/certificates/${code}`)
  expect(shown).toMatchObject({ validity: 'valid', publicName: child.publicName, rank: 4, score: 8, people: 5 })
  const pdf = await phone.download(`/api/me/certificates/${code}/pdf`)
  expect([pdf.status, pdf.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  const card = await phone.download(`/api/me/certificates/${code}/card`)
  expect(card.bytes.subarray(1, 4).toString()).toBe('PNG')
  const stranger = world.openPhone()
  await stranger.signIn()
  expect((await stranger.download(`/api/me/certificates/${code}/pdf`)).status).toBe(404)
  await boss.post(admin(contest, 'recompute'), { reason: 'Rà soát lại theo biên bản số 3.' })
  await world.runJob('contests.results')
  expect(await world.getJson(`/api/certificates/${code}`)).toMatchObject({ validity: 'replaced' })
  const everything = await Promise.all(
    [`/api/contests/${contest.slug}/results`, `/api/contests/${contest.slug}/units`, `/api/certificates/${code}`].map(
      async (path) => (await world.get(path)).text(),
    ),
  )
  expect(everything.join()).not.toContain('Khôi')
})

test('my answers with their keys are told after closing where the contest says so, and not elsewhere', async () => {
  const { world, contest } = await closedContest()
  const quiet = await makeContest(world, { settings: { tells: { afterSubmitting: 'nothing', afterClosing: 'score' } } })
  const phone = world.openPhone()
  await phone.signIn()
  const me = { publicName: 'Tôi', citizenId: await citizenOf(world, phone), papers: [{ right: 3 }] }
  await takePart(world, contest, [me])
  await takePart(world, quiet, [me])
  await world.runJob('contests.results')
  const { body } = await phone.get<{
    attempts: {
      score: number
      isCounted: boolean
      questions: { options: string[]; chosen: number[]; key: number[]; isRight: boolean }[]
    }[]
  }>(`/api/me/contests/${contest.slug}/rounds/1/answers`)
  const [attempt] = body.attempts
  expect(attempt).toMatchObject({ score: 3, isCounted: true })
  expect(attempt?.questions.filter(({ isRight }) => isRight).length).toBe(3)
  for (const { options, chosen, key, isRight } of attempt?.questions ?? []) {
    expect(isRight).toBe(chosen[0] === key[0])
    expect(options).toEqual(['B', 'C', 'D', 'A'])
  }
  const refused = await phone.get<{ code: string }>(`/api/me/contests/${quiet.slug}/rounds/1/answers`)
  expect([refused.status, refused.body.code]).toEqual([403, 'answers.not_told'])
})

import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { contestResults, resultRows } from '../../server/contests/results.table.ts'
import { unitHeadcounts } from '../../server/units/units.table.ts'
import { createWorld } from '../world/world.ts'
import { type Contest, citizenOf, makeContest, type Person, takePart } from './world-contest.ts'

type World = Awaited<ReturnType<typeof createWorld>>
type Page = {
  result: {
    state: string
    number: number
    drawSeed: string | null
    entrants: number
    allCorrect: number
    notices: { text: string }[]
    versions: { number: number; state: string }[]
  }
  people: number
  items: { rank: number; publicName: string; score: number; distance: number | null }[]
}
type Own = {
  standing: {
    rank: number
    people: number
    above: { key: string; people: number }[]
    sharedWith: number
    below: number
  } | null
  certificate: { code: string } | null
}

const PEOPLE: Person[] = [
  { publicName: 'N. V. A. – THPT X', papers: [{ right: 10, prediction: 4, begun: 30 }] },
  { publicName: 'Trần Thị Bình', papers: [{ right: 10, prediction: 3, begun: 10 }] },
  { publicName: 'Lê Văn Chi', papers: [{ right: 10, prediction: 3, begun: 20 }] },
  { publicName: 'Phạm Dung', papers: [{ right: 7, prediction: 3 }] },
  { publicName: 'Ban tổ chức', status: 'practice', papers: [{ right: 10, prediction: 3 }] },
  { publicName: 'Hai tài khoản', status: 'held', papers: [{ right: 10, prediction: 3 }] },
  { publicName: 'Bỏ trống', papers: [{ state: 'expired_empty' }] },
]

async function closedContest(wish: Parameters<typeof makeContest>[1] = {}) {
  const world = await createWorld()
  const contest = await makeContest(world, wish)
  await takePart(world, contest, PEOPLE)
  return { world, contest }
}

const listed = async (world: World, { slug }: Contest, rest = '') =>
  world.getJson<Page>(`/api/contests/${slug}/results${rest}`)
const names = ({ items }: Page) => items.map(({ rank, publicName }) => `${rank} ${publicName}`)
const admin = (contest: Contest, rest: string) => `/admin/api/contests/${contest.id}/rounds/1/${rest}`

/** The days of dispute are over, and so are sessions of staff. */
async function signInLater(world: World) {
  world.clock.now = new Date('2026-11-27T02:00:00Z')
  return world.signIn()
}

async function makeOfficial(world: World, contest: Contest) {
  await world.runJob('contests.results')
  expect((await (await world.signIn()).post(admin(contest, 'complaint-window'))).status).toBe(200)
  const boss = await signInLater(world)
  expect((await boss.post(admin(contest, 'official'))).status).toBe(200)
  await world.runJob('contests.certificates')
  return boss
}

test('a round that has closed gets its list by itself: who organises, is held or left the paper empty is not in it', async () => {
  const { world, contest } = await closedContest()
  expect((await world.get(`/api/contests/${contest.slug}/results`)).status).toBe(404)
  await world.runJob('contests.results')
  const page = await listed(world, contest)
  expect(names(page)).toEqual(['1 Trần Thị Bình', '2 Lê Văn Chi', '3 N. V. A. – THPT X', '4 Phạm Dung'])
  expect(page.items.map(({ distance }) => distance)).toEqual([0, 0, 1, 0])
  expect(page.result).toMatchObject({ state: 'provisional', number: 1, entrants: 4, allCorrect: 3, drawSeed: null })
  expect(page.people).toBe(4)
})

test('nobody outside learns who or how many take part while a round is open, nor in the minute of grace', async () => {
  const world = await createWorld({ at: '2026-11-22T14:00:15Z' })
  const contest = await makeContest(world)
  await takePart(world, contest, PEOPLE)
  const phone = world.openPhone()
  await phone.signIn()
  await takePart(world, contest, [
    { publicName: 'Tôi', citizenId: await citizenOf(world, phone), papers: [{ right: 3 }] },
  ])
  const asked = [
    ...[`/api/contests/${contest.slug}/results`, `/api/contests/${contest.slug}/units`],
    ...[`/api/me/contests/${contest.slug}/rank`, `/api/me/contests/${contest.slug}/rounds/1/answers`],
  ]
  await world.runJob('contests.results')
  for (const path of asked) {
    const { status, body } = await phone.get<{ code: string }>(path)
    expect([path, status, body.code]).toEqual([path, 404, 'result.not_published'])
  }
  world.clock.now = new Date('2026-11-22T14:00:16Z')
  await world.runJob('contests.results')
  expect((await phone.get(`/api/contests/${contest.slug}/results`)).status).toBe(200)
})

test('papers nobody handed in are handed in before the list is made', async () => {
  const { world, contest } = await closedContest()
  await takePart(world, contest, [{ publicName: 'Mất điện', papers: [{ right: 9, state: 'in_progress' }] }])
  await world.runJob('contests.results')
  expect(names(await listed(world, contest))).toContain('4 Mất điện')
})

test('“vì sao tôi hạng 3”: by which key how many are above adds up to the rank', async () => {
  const { world, contest } = await closedContest()
  const phone = world.openPhone()
  await phone.signIn()
  const me = {
    publicName: 'Tôi',
    citizenId: await citizenOf(world, phone),
    papers: [{ right: 10, prediction: 4, begun: 25 }],
  }
  await takePart(world, contest, [me])
  await world.runJob('contests.results')
  const { body } = await phone.get<Own>(`/api/me/contests/${contest.slug}/rank`)
  // Four have everything right now, so that A and I foretold it exactly and two are one off.
  expect(body.standing).toMatchObject({ rank: 1, people: 5, sharedWith: 0, below: 4 })
  const above = body.standing?.above.reduce((sum, { people }) => sum + people, 0)
  expect(above).toBe((body.standing?.rank ?? 0) - 1)
  const rest = await listed(world, contest)
  expect(names(rest)[1]).toBe('2 N. V. A. – THPT X')
})

test('the official result is signed, tells what decided the draws, and needs the days of dispute to be over', async () => {
  const { world, contest } = await closedContest()
  const boss = await world.signIn()
  await world.runJob('contests.results')
  expect((await boss.post<{ code: string }>(admin(contest, 'official'))).body.code).toBe('round.wrong_state')
  await boss.post(admin(contest, 'complaint-window'))
  expect((await boss.post<{ code: string }>(admin(contest, 'official'))).body.code).toBe('complaint.window_open')
  const later = await signInLater(world)
  const board = await later.post<{ items: { result: object }[] }>(admin(contest, 'official'))
  expect(board.body.items[0]?.result).toMatchObject({ state: 'official', isSignatureGood: true, number: 1 })
  expect((await listed(world, contest)).result).toMatchObject({
    state: 'official',
    drawSeed: `seed of ${contest.slug}`,
  })
})

test('whoever alone has written a contest does not make its result official', async () => {
  const world = await createWorld()
  const boss = await world.signIn()
  const contest = await makeContest(world, { authors: [boss.id] })
  await world.runJob('contests.results')
  await boss.post(admin(contest, 'complaint-window'))
  const refused = await boss.post<{ code: string }>(admin(contest, 'official'))
  expect([refused.status, refused.body.code]).toEqual([403, 'result.own_contest'])
})

test('a question is voided after the official result: everybody has its mark in a new signed one, and the old is kept', async () => {
  const { world, contest } = await closedContest()
  const boss = await makeOfficial(world, contest)
  const reason = 'Văn bản đã được thay thế trong tuần thi.'
  const wish = { versionId: contest.versionIds[8], reason }
  expect((await boss.post(admin(contest, 'voids'), wish)).status).toBe(200)
  await world.runJob('contests.results')
  const page = await listed(world, contest)
  expect(page.result).toMatchObject({
    number: 2,
    state: 'official',
    versions: [{ number: 1, state: 'replaced' }, { number: 2 }],
  })
  expect(page.result.notices[0]?.text).toContain(reason)
  expect(page.items.map(({ publicName, score }) => [publicName, score])).toContainEqual(['Phạm Dung', 8])
  const again = await boss.post<{ code: string }>(admin(contest, 'voids'), wish)
  expect(again.body.code).toBe('question.void_already')
  const { db } = world.service.ctx
  const [first] = await db.select().from(contestResults).where(eq(contestResults.number, 1))
  expect(await db.$count(resultRows, eq(resultRows.resultId, first?.id ?? ''))).toBe(4)
})

test('a corrected key ranks everybody again and says so', async () => {
  const { world, contest } = await closedContest()
  const boss = await makeOfficial(world, contest)
  const wish = {
    versionId: contest.versionIds[0],
    key: [1],
    explanation: 'Theo bản mới.',
    reason: 'Đáp án cũ dẫn văn bản hết hiệu lực.',
  }
  expect((await boss.post(admin(contest, 'keys'), { ...wish, key: [7] })).status).toBe(400)
  expect((await boss.post(admin(contest, 'keys'), wish)).status).toBe(200)
  await world.runJob('contests.results')
  const page = await listed(world, contest)
  expect(page.result).toMatchObject({ number: 2, allCorrect: 0 })
  expect(page.result.notices[0]?.text).toContain(wish.reason)
})

test('units rank by how many took part times how well, by the register of the closing day', async () => {
  const world = await createWorld()
  const contest = await makeContest(world)
  const units = (await world.service.ctx.db.selectDistinct({ id: unitHeadcounts.unitId }).from(unitHeadcounts)).map(
    ({ id }) => id,
  )
  const [one = 'so-gddt', two = 'so-gddt'] = units.length > 1 ? units : ['so-gddt', 'so-gddt']
  await world.service.ctx.write(async (tx) => {
    await tx.delete(unitHeadcounts)
    for (const [unitId, asOf, count] of [
      [one, '2026-01-01', 4],
      [two, '2026-01-01', 100],
      [two, '2026-11-20', 2],
      [two, '2026-11-23', 50],
    ] as const)
      await tx.insert(unitHeadcounts).values({ unitId, audience: 'official', asOf, count })
  })
  const from = (unitId: string, right: number): Person => ({
    publicName: `${unitId} ${right}`,
    unitId,
    papers: [{ right }],
  })
  await takePart(world, contest, [from(one, 10), from(one, 10), from(two, 8), from(two, 8)])
  await world.runJob('contests.results')
  const { items } = await world.getJson<{ items: object[] }>(`/api/contests/${contest.slug}/units`)
  expect(items).toMatchObject([
    { unit: two, rank: 1, headcount: 2, participation: 1, quality: 0.8, points: 80 },
    { unit: one, rank: 2, headcount: 4, participation: 0.5, quality: 1, points: 50 },
  ])
})

test('a contest of two rounds is ranked as a whole: what counted in each is added up', async () => {
  const world = await createWorld()
  const contest = await makeContest(world, {
    rounds: 2,
    settings: { prediction: 'none', tieBreaks: ['earlier_submission'] },
  })
  await takePart(world, contest, [
    { publicName: 'Một tuần giỏi', papers: [{ round: 1, right: 10 }] },
    {
      publicName: 'Hai tuần đều',
      papers: [
        { round: 1, right: 6 },
        { round: 2, right: 7 },
      ],
    },
  ])
  await world.runJob('contests.results')
  expect(names(await listed(world, contest))).toEqual(['1 Hai tuần đều', '2 Một tuần giỏi'])
  expect(names(await listed(world, contest, '?round=1'))).toEqual(['1 Một tuần giỏi', '2 Hai tuần đều'])
  expect((await listed(world, contest)).items[1]).toMatchObject({ score: 10, outOf: 20 })
})

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

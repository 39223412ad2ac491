import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { contestResults, resultRows } from '../../server/contests/results.table.ts'
import { unitHeadcounts } from '../../server/units/units.table.ts'
import { createWorld } from '../world/world.ts'
import { admin, closedContest, listed, makeOfficial, names, type Own, PEOPLE, signInLater } from './closed-contest.ts'
import { citizenOf, makeContest, type Person, takePart } from './world-contest.ts'

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

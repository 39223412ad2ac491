import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { listPool, listRounds } from '../../server/contests/contests.queries.ts'
import { contestRounds } from '../../server/contests/contests.table.ts'
import { listKeys } from '../../server/contests/keys.queries.ts'
import { quizQuestions } from '../../server/quizzes/questions.table.ts'
import { createWorld } from '../world/world.ts'
import { announce, beginContest, type Contest, edit, ifMatch, ok, step, wholeContest } from './building-contests.ts'
import { makeQuestions } from './make-questions.ts'

type Check = {
  problems: { problem: string; weight: string; has: number | null; needs: number | null; round: number | null }[]
  pools: { pool: number; paper: number; shared: number; splitByRound: boolean }[]
}

async function openOffice(questions = 80) {
  const world = await createWorld()
  const officer = await world.signIn({ role: 'quiz_manager', name: 'Người soạn' })
  const reviewer = await world.signIn({ role: 'publisher', name: 'Người duyệt' })
  if (questions > 0) await makeQuestions(world.service, { count: questions })
  /** Sessions do not outlast a week: whoever looks later signs in again. */
  const later = async (at: string) => {
    world.clock.now = new Date(at)
    await world.runJob('contests.move-by-clock')
    return world.signIn({ role: 'quiz_manager', name: 'Người soạn' })
  }
  const check = async (id: string) => ok(await officer.get<Check>(`/admin/api/contests/${id}/check`))
  return { world, officer, reviewer, check, later }
}

test('the two published rules are there to begin from, each with its source', async () => {
  const { officer } = await openOffice(0)
  const hue = await beginContest(officer, { from: { kind: 'preset', preset: 'hue-2025' }, name: 'Hội thi kiểu Huế' })
  expect(hue).toMatchObject({
    slug: 'hoi-thi-kieu-hue',
    state: 'draft',
    settings: { attemptsPerRound: 1, prediction: 'all_correct', tieBreaks: ['closeness', 'earlier_submission'] },
  })
  expect(hue.settings.blocks.map(({ audience, minAge, blueprint }) => [audience, minAge, blueprint[0]?.count])).toEqual(
    [
      ['official', null, 15],
      ['citizen', 18, 15],
    ],
  )
  expect(hue.rounds.map(({ opensAt }) => opensAt)).toEqual([
    '2026-11-29T17:00:00.000Z',
    '2026-12-06T17:00:00.000Z',
    '2026-12-13T17:00:00.000Z',
    '2026-12-20T17:00:00.000Z',
  ])
  const haiDuong = await beginContest(officer)
  expect(haiDuong.settings).toMatchObject({
    ...{ minutes: 20, attemptsPerRound: 3, counts: 'best', prediction: 'all_correct' },
    ...{ units: { minParticipation: 50 }, blocks: [{ audience: 'official', blueprint: [{ count: 20 }] }] },
  })
  const { items } = ok(
    await officer.get<{ items: { id: string; source: { url: string } }[] }>('/admin/api/contest-presets'),
  )
  expect(items.map(({ source }) => new URL(source.url).hostname)).toEqual(['huengaynay.vn', 'www.vietnam.vn'])
})

test('an earlier contest’s rules begin a new one on another day at the same hours, without its decision', async () => {
  const { officer } = await openOffice(0)
  const earlier = await wholeContest(officer)
  const again = await beginContest(officer, {
    ...{ from: { kind: 'contest', contestId: earlier.id }, firstDay: '2027-03-01', name: earlier.name },
  })
  expect(again.rounds[0]).toMatchObject({ opensAt: '2027-02-28T17:00:00.000Z', closesAt: '2027-03-07T17:00:00.000Z' })
  expect(again).toMatchObject({ slug: `${earlier.slug}-2`, settings: { sources: [], intro: earlier.settings.intro } })
})

test('what is missing is told with numbers, and nothing is announced while it is', async () => {
  const { officer, reviewer, check } = await openOffice(59)
  const contest = await beginContest(officer)
  const { problems } = await check(contest.id)
  expect(problems.map(({ problem, weight, has, needs }) => ({ problem, weight, has, needs }))).toEqual([
    { problem: 'no_sources', weight: 'stops', has: null, needs: null },
    { problem: 'no_intro', weight: 'stops', has: null, needs: null },
    { problem: 'pool_too_small', weight: 'stops', has: 59, needs: 60 },
  ])
  const refused = await step(reviewer, contest, 'review')
  expect(refused).toMatchObject({ status: 422, body: { code: 'contest.not_ready' } })
})

test('rounds that overlap or have begun, a part without questions and crossing parts stop a contest', async () => {
  const { officer, check } = await openOffice()
  const contest = await wholeContest(officer)
  const [first, second] = contest.settings.rounds
  const [block] = contest.settings.blocks
  if (!first || !second || !block) throw new Error('the preset has rounds and a block')
  const changed = ok(
    await edit(officer, contest, {
      rounds: [
        { ...first, opensAt: '2026-11-20T00:00:00Z' },
        { ...second, opensAt: '2026-12-01T00:00:00Z' },
      ],
      blocks: [
        {
          ...block,
          blueprint: [
            { topic: 'hoc-phi', difficulty: null, count: 2 },
            { topic: null, difficulty: 'easy', count: 3 },
          ],
        },
      ],
    }),
  )
  const { problems } = await check(changed.id)
  expect(problems.filter(({ weight }) => weight === 'stops').map(({ problem, round }) => [problem, round])).toEqual([
    ['round_past', 1],
    ['rounds_overlap', 2],
    ['parts_cross', null],
    ['part_lacks', null],
  ])
})

test('a prize that no document proves is warned of', async () => {
  const { officer, check } = await openOffice()
  const contest = await wholeContest(officer, {
    intro: 'Giải nhất 5.000.000 đồng.',
    sources: [{ title: 'Quyết định chưa số', url: null }],
  })
  const { problems } = await check(contest.id)
  expect(problems.map(({ problem, weight }) => [problem, weight])).toContainEqual(['prize_unproved', 'warns'])
})

test('two people’s papers have in common what k²/N says, part by part', async () => {
  const { world, officer, check } = await openOffice(50)
  await makeQuestions(world.service, { count: 30, topic: 'hoc-phi' })
  const contest = await wholeContest(officer)
  const [block] = contest.settings.blocks
  if (!block) throw new Error('the preset has a block')
  const blueprint = [
    { topic: 'cchc', difficulty: null, count: 10 },
    { topic: 'hoc-phi', difficulty: null, count: 6 },
  ]
  const changed = ok(await edit(officer, contest, { blocks: [{ ...block, blueprint }] }))
  const [pool] = (await check(changed.id)).pools
  expect(pool).toMatchObject({ pool: 80, paper: 16 })
  expect(pool?.shared).toBeCloseTo(10 ** 2 / 50 + 6 ** 2 / 30, 9)
})

test('where answers are told after a round, each round has questions of its own', async () => {
  const { world, officer, reviewer, check } = await openOffice(240)
  const contest = await wholeContest(officer, { tells: { afterSubmitting: 'nothing', afterClosing: 'answers' } })
  expect((await check(contest.id)).pools).toMatchObject([{ pool: 60, splitByRound: true }])
  await announce(officer, reviewer, contest)
  const { db } = world.service.ctx
  const rounds = await db.select().from(contestRounds)
  const pools = await Promise.all(rounds.map(({ id }) => listPool(db, id)))
  const asked = pools.flatMap((pool) => pool.map(({ versionId }) => versionId))
  expect([asked.length, new Set(asked).size]).toEqual([240, 240])
})

test('the preview is a whole paper of the blueprint, another for each draw, without a key', async () => {
  const { officer } = await openOffice()
  const contest = await wholeContest(officer)
  const preview = async (draw: number) =>
    ok(
      await officer.get<{ questions: { text: string; options: string[] }[] }>(
        `/admin/api/contests/${contest.id}/preview?blockId=can-bo&draw=${draw}`,
      ),
    )
  const [one, same, other] = [await preview(1), await preview(1), await preview(2)]
  expect(one.questions).toHaveLength(20)
  expect(new Set(one.questions.map(({ text }) => text)).size).toBe(20)
  expect(same).toEqual(one)
  expect(other).not.toEqual(one)
  expect(Object.keys(one.questions[0] ?? {}).sort()).toEqual(['difficulty', 'kind', 'options', 'text', 'topic'])
})

test('one writes, another reviews: whoever has written in it cannot, and an edit asks for a new review', async () => {
  const { world, officer, reviewer } = await openOffice()
  const contest = await wholeContest(officer)
  expect(await step(officer, contest, 'review')).toMatchObject({ status: 403, body: { code: 'contest.own_work' } })
  const stranger = await world.signIn({ role: 'publisher', unitId: 'mau-thpt' })
  expect((await step(stranger, contest, 'review')).status).toBe(404)
  const reviewed = ok(await step(reviewer, contest, 'review'))
  expect(reviewed).toMatchObject({ state: 'reviewed', reviewedBy: 'Người duyệt', authors: ['Người soạn'] })
  const edited = ok(await edit(officer, reviewed, { minutes: 25 }))
  expect(edited).toMatchObject({ state: 'draft', reviewedBy: null, version: reviewed.version + 1 })
  expect(await step(officer, edited, 'schedule')).toMatchObject({ status: 409, body: { code: 'contest.wrong_state' } })
  const back = await step(reviewer, edited, 'return')
  expect(back).toMatchObject({ status: 400, body: { code: 'contest.step_says_more' } })
  const returned = ok(await step(reviewer, edited, 'return', { remark: 'Vòng 2 trùng ngày nghỉ.' }))
  expect(returned.history[0]).toMatchObject({ action: 'contest.return', remark: 'Vòng 2 trùng ngày nghỉ.' })
})

test('of two who edit the same version one is told to look again', async () => {
  const { officer } = await openOffice(0)
  const contest = await beginContest(officer)
  const answers = await Promise.all([edit(officer, contest, { minutes: 11 }), edit(officer, contest, { minutes: 12 })])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
})

test('announcing freezes the questions and publishes what every draw is bound to', async () => {
  const { world, officer, reviewer } = await openOffice()
  const draft = await wholeContest(officer)
  expect(draft.drawCommitment).toBeNull()
  const contest = await announce(officer, reviewer, draft)
  expect(contest).toMatchObject({ state: 'scheduled', mayEdit: false })
  expect(contest.drawCommitment).toMatch(/^[0-9a-f]{64}$/)
  expect((await edit(officer, contest, { minutes: 5 })).status).toBe(409)
  await makeQuestions(world.service, { count: 40 })
  const { db } = world.service.ctx
  const [round] = await db.select().from(contestRounds)
  const pool = await listPool(db, round?.id ?? '', 'can-bo')
  expect(pool.map(({ place }) => place)).toEqual(Array.from({ length: 80 }, (_, place) => place))
  const keys = await listKeys(
    db,
    pool.map(({ versionId }) => versionId),
  )
  expect(keys.map(({ key }) => key)).toEqual(Array.from({ length: 80 }, () => [1]))
})

test('a mistake seen before the first round opens is taken back, with a reason and under a new seed', async () => {
  const { officer, reviewer, later } = await openOffice()
  const first = await announce(officer, reviewer, await wholeContest(officer))
  const back = ok(await step(officer, first, 'unschedule', { remark: 'Ghi nhầm ngày mở.' }))
  expect(back).toMatchObject({ state: 'draft', drawCommitment: null })
  const again = await announce(officer, reviewer, back)
  expect(again.drawCommitment).not.toBe(first.drawCommitment)
  const nextWeek = await later('2026-11-30T00:00:30+07:00')
  const open = ok(await nextWeek.get<Contest>(`/admin/api/contests/${again.id}`))
  expect((await step(nextWeek, open, 'unschedule', { remark: 'Đổi ý.' })).status).toBe(409)
})

const states = ({ state, rounds }: Contest) => [state, ...rounds.map((round) => round.state)]

test('rounds open and close by the clock; a server that slept through them catches up', async () => {
  const { officer, reviewer, later } = await openOffice()
  const { id } = await announce(officer, reviewer, await wholeContest(officer))
  const look = async (at: string) => states(ok(await (await later(at)).get<Contest>(`/admin/api/contests/${id}`)))
  const waiting = ['scheduled', 'scheduled', 'scheduled']
  expect(await look('2026-11-29T23:59:59+07:00')).toEqual(['scheduled', 'scheduled', ...waiting])
  expect(await look('2026-11-30T00:00:00+07:00')).toEqual(['scheduled', 'open', ...waiting])
  expect(await look('2026-12-07T00:00:00+07:00')).toEqual(['scheduled', 'closed', 'open', 'scheduled', 'scheduled'])
  expect(await look('2026-12-28T00:00:00+07:00')).toEqual(['closed', 'closed', 'closed', 'closed', 'closed'])
})

test('a clock that somebody has set opens and closes nothing, until it is right again', async () => {
  const { world, officer, reviewer } = await openOffice()
  const { id } = await announce(officer, reviewer, await wholeContest(officer))
  const look = async () => {
    await world.runJob('contests.move-by-clock')
    const rounds = await listRounds(world.service.ctx.db, id)
    return rounds.map(({ state }) => state)
  }
  const waiting = ['scheduled', 'scheduled', 'scheduled']
  world.clock.now = new Date('2026-11-29T23:00:00+07:00')
  world.clock.setAhead(2 * 60 * 60 * 1000)
  expect(await look()).toEqual(['scheduled', ...waiting])
  world.clock.setAhead(-2 * 60 * 60 * 1000)
  world.clock.now = new Date('2026-12-06T23:00:00+07:00')
  expect(await look()).toEqual(['open', ...waiting])
  world.clock.setAhead(2 * 60 * 60 * 1000)
  expect(await look()).toEqual(['open', ...waiting])
  world.clock.setAhead(-26 * 60 * 60 * 1000)
  expect(await look()).toEqual(['open', ...waiting])
})

test('once announced a round only closes later, never over the next one, and the reason is kept', async () => {
  const { officer, reviewer, later } = await openOffice()
  const draft = await wholeContest(officer)
  const [first] = draft.settings.rounds
  if (!first) throw new Error('the preset has rounds')
  const short = ok(await edit(officer, draft, { rounds: [first] }))
  const contest = await announce(officer, reviewer, short)
  const put = (now: Contest, closesAt: string, who = officer) =>
    who.post<Contest>(
      `/admin/api/contests/${contest.id}/rounds/1/closing`,
      { closesAt, reason: 'Mất điện diện rộng ngày cuối.' },
      ifMatch(now),
    )
  expect((await put(contest, '2026-12-05T00:00:00Z')).body).toMatchObject({ code: 'contest.only_later' })
  const told = ok(await put(contest, '2026-12-08T10:00:00Z'))
  expect(told.rounds[0]).toMatchObject({ closesAt: '2026-12-08T10:00:00.000Z', state: 'scheduled' })
  expect(told.settings.rounds[0]?.closesAt).toBe('2026-12-08T10:00:00.000Z')
  expect(told.history[0]).toMatchObject({ action: 'contest.close_later', remark: 'Mất điện diện rộng ngày cuối.' })
  const afterwards = await later('2026-12-08T10:00:00Z')
  const closed = ok(await afterwards.get<Contest>(`/admin/api/contests/${contest.id}`))
  expect(states(closed)).toEqual(['closed', 'closed'])
  expect((await put(closed, '2026-12-09T10:00:00Z', afterwards)).status).toBe(409)
})

test('a unit below sees the Sở’s contest once it is announced, and neither its paper nor its history', async () => {
  const { world, officer, reviewer } = await openOffice()
  const head = await world.signIn({ role: 'unit_head', unitId: 'mau-thpt' })
  const list = async () => ok(await head.get<{ items: { id: string; isOwn: boolean }[] }>('/admin/api/contests')).items
  const draft = await wholeContest(officer)
  expect(await list()).toEqual([])
  const contest = await announce(officer, reviewer, draft)
  expect(await list()).toMatchObject([{ id: contest.id, isOwn: false }])
  const seen = ok(await head.get<Contest>(`/admin/api/contests/${contest.id}`))
  expect(seen).toMatchObject({ mayEdit: false, steps: [], history: [] })
  expect((await head.get(`/admin/api/contests/${contest.id}/preview?blockId=can-bo`)).status).toBe(403)
})

test('a secret question of another school, a doubted and a retired one are not drawn', async () => {
  const { world, officer, check } = await openOffice(60)
  await makeQuestions(world.service, { count: 5, unitId: 'mau-thpt' })
  const [doubted = '', retired = ''] = await makeQuestions(world.service, { count: 2 })
  await world.service.ctx.write(async (tx) => {
    const questionOf = (versionId: string) =>
      sql`id = (SELECT question_id FROM question_versions WHERE id = ${versionId})`
    await tx.update(quizQuestions).set({ flag: 'key_doubted' }).where(questionOf(doubted))
    await tx.update(quizQuestions).set({ retiredAt: '2026-11-22T00:00:00Z' }).where(questionOf(retired))
  })
  const school = await world.signIn({ role: 'quiz_manager', unitId: 'mau-tieu-hoc' })
  const theirs = await beginContest(school, { unitId: 'mau-tieu-hoc' })
  expect(ok(await school.get<Check>(`/admin/api/contests/${theirs.id}/check`)).pools).toMatchObject([{ pool: 0 }])
  const ours = await beginContest(officer)
  expect((await check(ours.id)).pools).toMatchObject([{ pool: 65 }])
})

test('the day a contest begins has to be one', async () => {
  const { officer } = await openOffice(0)
  const wish = { unitId: 'so-gddt', name: 'Hội thi', firstDay: '2026-02-30', from: { kind: 'blank' } }
  expect((await officer.post('/admin/api/contests', wish)).status).toBe(400)
})

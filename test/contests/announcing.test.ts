import { expect, test } from 'vitest'
import { listPool, listRounds } from '../../server/contests/contests.queries.ts'
import { contestRounds } from '../../server/contests/contests.table.ts'
import { listKeys } from '../../server/contests/keys.queries.ts'
import { announce, type Contest, edit, ifMatch, ok, step, wholeContest } from './building-contests.ts'
import { openOffice } from './contest-office.ts'
import { makeQuestions } from './make-questions.ts'

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

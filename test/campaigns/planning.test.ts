import { expect, test } from 'vitest'
import { createWorld } from '../world/world.ts'
import { approvedCampaign, draftCampaign, ifMatch, ok, piece, step } from './making-campaigns.ts'

type Shown = { slug: string; isOver: boolean; pieces: { title: string; path: string | null; isAhead: boolean }[] }

async function office(at?: string) {
  const world = await createWorld({ at })
  const writer = await world.signIn({ role: 'editor', name: 'Trần Văn Viết' })
  const boss = await world.signIn({ role: 'publisher', name: 'Lê Thị Duyệt' })
  return { world, writer, boss }
}

test('people see a campaign only once another officer has approved it', async () => {
  const { world, writer, boss } = await office()
  const draft = await draftCampaign(writer)
  expect(await world.getJson('/api/campaigns/current')).toEqual({ items: [] })
  expect((await world.get(`/api/campaigns/${draft.slug}`)).status).toBe(404)

  expect((await step(writer, draft, 'approve')).status).toBe(403)
  expect(ok(await step(boss, draft, 'approve'))).toMatchObject({ state: 'approved', steps: ['end'] })
  const { items } = await world.getJson<{ items: Shown[] }>('/api/campaigns/current')
  expect(items).toMatchObject([
    { slug: 'thang-cai-cach-hanh-chinh', isOver: false, pieces: [{ title: 'Ngày hội một cửa', isAhead: true }] },
  ])
})

test('whoever has written a word in it does not approve it', async () => {
  const { world, writer } = await office()
  const both = [
    { role: 'editor', unitId: 'so-gddt' },
    { role: 'publisher', unitId: 'so-gddt' },
  ] as const
  const helper = await world.signIn({ roles: [...both] })
  const draft = await draftCampaign(writer)
  const path = `/admin/api/campaigns/${draft.id}`
  const helped = ok(await helper.put<typeof draft>(path, { ...draft.plan, goals: 'Viết lại.' }, ifMatch(draft)))
  expect((await step(helper, helped, 'approve')).body).toMatchObject({ code: 'campaign.own_work' })
})

test('a campaign is shown whole or not at all: what is missing is named', async () => {
  const { writer, boss } = await office()
  const pieces = [
    piece({ kind: 'article', title: 'Bài không có', reference: 'article:khong-co-bai-nay' }),
    piece({ title: 'Lễ phát động', onDay: '2026-12-24' }),
  ]
  const draft = await draftCampaign(writer, { goals: '', sources: [], pieces })
  const problems = [
    { problem: 'no_goals', piece: null },
    { problem: 'no_sources', piece: null },
    { problem: 'piece_outside_period', piece: 'Lễ phát động' },
    { problem: 'piece_leads_nowhere', piece: 'Bài không có' },
  ]
  expect(draft.problems).toEqual(problems)
  expect((await step(boss, draft, 'approve')).body).toMatchObject({ code: 'campaign.not_ready', problems })
})

test('articles and quizzes open on their day, events are told before', async () => {
  const { world, writer, boss } = await office('2026-11-10T02:00:00Z')
  const pieces = [
    piece({ kind: 'quiz', title: 'Năm câu về thủ tục', reference: 'quiz:thu-tuc', onDay: '2026-11-09' }),
    piece({ kind: 'poster', title: 'Nộp hồ sơ tại nhà', onDay: '2026-11-20' }),
    piece({ title: 'Ngày hội', onDay: '2026-11-25' }),
  ]
  const [topic] = (await world.getJson<{ items: { id: string }[] }>('/api/quizzes/topics')).items
  const quiz = pieces.map((each) => (each.kind === 'quiz' ? { ...each, reference: `quiz:${topic?.id}` } : each))
  const { slug } = await approvedCampaign(writer, boss, { pieces: quiz })
  const shownNow = async () =>
    (await world.getJson<Shown>(`/api/campaigns/${slug}`)).pieces.map(({ title, path }) => [title, path])
  expect(await shownNow()).toEqual([
    ['Năm câu về thủ tục', `/luyen-tap/chu-de/${topic?.id}`],
    ['Ngày hội', null],
  ])
  world.clock.now = new Date('2026-11-20T02:00:00Z')
  expect((await shownNow()).map(([title]) => title)).toEqual(['Năm câu về thủ tục', 'Nộp hồ sơ tại nhà', 'Ngày hội'])
})

test('a campaign is told of in its days; a link to it still opens afterwards', async () => {
  const { world, writer, boss } = await office('2026-10-30T02:00:00Z')
  const { slug } = await approvedCampaign(writer, boss)
  expect((await world.get(`/api/campaigns/${slug}`)).status).toBe(404)
  // Midnight in Vietnam is five in the afternoon of the day before in UTC.
  world.clock.now = new Date('2026-10-31T17:00:00Z')
  expect(await world.getJson<Shown>(`/api/campaigns/${slug}`)).toMatchObject({ isOver: false })
  world.clock.now = new Date('2026-11-30T17:00:00Z')
  expect(await world.getJson('/api/campaigns/current')).toEqual({ items: [] })
  expect(await world.getJson<Shown>(`/api/campaigns/${slug}`)).toMatchObject({ isOver: true })
})

test('one that is ended or opened again is gone at once, with a reason in the log', async () => {
  const { world, writer, boss } = await office()
  const approved = await approvedCampaign(writer, boss)
  expect((await step(boss, approved, 'end')).body).toMatchObject({ code: 'campaign.step_says_more' })
  const ended = ok(await step(boss, approved, 'end', { remark: 'Hoãn vì bão.' }))
  expect((await world.get(`/api/campaigns/${approved.slug}`)).status).toBe(404)
  const reopened = ok(await step(writer, ended, 'reopen', { remark: 'Đặt lại ngày.' }))
  expect(reopened).toMatchObject({ state: 'draft', steps: [] })
  expect(reopened).toMatchObject({
    history: [
      { action: 'campaign.reopen', actorName: 'Trần Văn Viết', remark: 'Đặt lại ngày.' },
      { action: 'campaign.end', actorName: 'Lê Thị Duyệt', remark: 'Hoãn vì bão.' },
      { action: 'campaign.approve' },
      { action: 'campaign.edit' },
      { action: 'campaign.create' },
    ],
  })
})

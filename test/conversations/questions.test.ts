import { expect, test } from 'vitest'
import { SENDING_JOB } from '../../server/chat/chat.schemas.ts'
import { chatOutgoing } from '../../server/chat/chat.table.ts'
import { chatQuestions } from '../../server/conversations/conversations.table.ts'
import type { Ctx } from '../../server/ctx.ts'
import { fold } from '../../server/search/vietnamese-text.ts'
import { ok } from '../feedback/reporting.ts'
import { createWorld } from '../world/world.ts'
import { makeTalker } from './talking.ts'

const DAYS = 'from=2026-11-01&to=2026-11-30'
type Groups = { total: number; items: { question: string; count: number; wordings: string[]; folded: string[] }[] }

/** A question as the bot notes it. */
async function note(ctx: Ctx, text: string, change: Partial<typeof chatQuestions.$inferInsert> = {}) {
  const row = { id: ctx.newId(), at: ctx.now().toISOString(), channel: 'oa', text, folded: fold(text) } as const
  await ctx.write((tx) => tx.insert(chatQuestions).values({ ...row, band: 'fallback', ...change }))
}

test('three similar misses are one row; settled, they are gone until somebody asks again', async () => {
  const world = await createWorld()
  const { ctx } = world.service
  for (const text of ['Học phí trường tư bao nhiêu', 'học phí trường tư', 'cho em hỏi học phí trường tư ạ'])
    await note(ctx, text)
  await note(ctx, 'chuyển trường', { band: 'answer', answeredWith: 'procedure:2.002854' })
  await note(ctx, 'phúc khảo', { band: 'answer', answeredWith: 'procedure:1.005095', vote: 'useless' })
  const editor = await world.signIn({ role: 'editor' })
  const list = async () => ok(await editor.get<Groups>(`/admin/api/chat-questions?${DAYS}`))
  const before = await list()
  expect(before.items.map(({ count, wordings }) => [count, wordings.length])).toEqual([
    [3, 2],
    [1, 0],
  ])
  const [first] = before.items
  const settled = await editor.post('/admin/api/chat-questions/settle', { folded: first?.folded })
  expect(ok(settled)).toEqual({ settled: 3 })
  expect((await list()).items.map(({ question }) => question)).toEqual(['phúc khảo'])
  await note(ctx, 'học phí trường tư')
  expect((await list()).total).toBe(2)
})

test('figures tell what was asked each day, how the bot fared, who waited how long and what did not arrive', async () => {
  const world = await createWorld()
  const { ctx } = world.service
  await note(ctx, 'chuyển trường', { band: 'answer', answeredWith: 'procedure:2.002854', vote: 'useful' })
  await note(ctx, 'chuyen truong', { band: 'answer', answeredWith: 'procedure:2.002854', vote: 'useless' })
  await note(ctx, 'học phí', { band: 'menu' })
  await note(ctx, 'xe buýt', { at: '2026-11-20T18:00:00.000Z' })
  const [mai, tam] = [await makeTalker(world.service), await makeTalker(world.service)]
  await tam.says('chuyển trường')
  await mai.asks('gặp cán bộ')
  world.clock.now = new Date(world.clock.now.getTime() + 10 * 60_000)
  const officer = await world.signIn({ role: 'feedback_officer' })
  ok(await officer.post(`/admin/api/conversations/${mai.id}/claim`))
  ok(await officer.post(`/admin/api/conversations/${mai.id}/return`))
  await mai.asks('chấm 4')
  await world.runJob(SENDING_JOB)
  await ctx.write((tx) => tx.update(chatOutgoing).set({ state: 'failed', problem: 'zalo_-230' }))
  const figures = ok(await officer.get(`/admin/api/chat-figures?${DAYS}`))
  expect(figures).toEqual({
    total: { questions: 4, answered: 2, menu: 1, fallback: 1 },
    days: [
      { day: '2026-11-21', questions: 1, answered: 0, menu: 0, fallback: 1 },
      { day: '2026-11-23', questions: 3, answered: 2, menu: 1, fallback: 0 },
    ],
    people: { wrote: 2, wantedOfficer: 1 },
    handoffs: { asked: 1, claimed: 1, cancelled: 0, medianMinutes: 10, ratings: 1, averageRating: 4 },
    answers: [
      {
        answeredWith: 'procedure:2.002854',
        title: expect.stringMatching(/[Cc]huyển trường/),
        ...{ count: 2, useful: 1, useless: 1 },
      },
    ],
    failures: [{ problem: 'zalo_-230', count: 2 }],
    sent: 0,
  })
})

import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { chatOutgoing, chatPeople } from '../../server/chat/chat.table.ts'
import type { Say } from '../../server/chat/intent.ts'
import { contestIntent } from '../../server/contests/contests.chat.ts'
import { inboxMessages } from '../../server/inbox/inbox.table.ts'
import { makeContest } from '../contests/world-contest.ts'
import { createWorld } from '../world/world.ts'
import { openTalk } from './talk.ts'

const OPENED = '2026-11-16T01:05:00Z'
const LAST_DAY = '2026-11-21T14:05:00Z'

async function begin(wish: Parameters<typeof makeContest>[1] = {}) {
  const world = await createWorld({ at: '2026-11-15T02:00:00Z' })
  const contest = await makeContest(world, { state: 'scheduled', slug: 'hoi-thi-cchc', ...wish })
  const talk = await openTalk(world.service, contestIntent)
  const { db } = world.service.ctx
  /** The clock at that moment, and everything it does. */
  async function at(moment: string) {
    world.clock.now = new Date(moment)
    for (const job of ['contests.move-by-clock', 'contests.remind', 'outbox.deliver']) await world.runJob(job)
  }
  const wrote = (lastInteractionAt: string) =>
    world.service.ctx.write(async (tx) => {
      await tx.update(chatPeople).set({ lastInteractionAt }).where(eq(chatPeople.id, talk.person.id))
    })
  async function heardLater() {
    const rows = await db.select().from(chatOutgoing).where(eq(chatOutgoing.personId, talk.person.id))
    return rows.map(({ id, saySealed }) => {
      const place = { table: 'chat_outgoing', column: 'say_sealed', rowId: id }
      const say: Say = JSON.parse(world.service.ctx.sealing.open(place, saySealed ?? ''))
      return say.text
    })
  }
  const inbox = async () =>
    (await db.select().from(inboxMessages)).map(({ template, params }) => `${template} ${JSON.parse(params).what}`)
  return { world, contest, talk, at, wrote, heardLater, inbox }
}

test('somebody hears when rounds open, and where papers are taken', async () => {
  const { talk, at } = await begin({ rounds: 1 })
  const told = await talk.say('hội thi khi nào')
  expect(told).toContain('Tuần 1: mở lúc 8 giờ ngày 16/11/2026')
  expect(told).toContain('/hoi-thi/hoi-thi-cchc')
  await at(OPENED)
  talk.forget()
  expect(await talk.say('cuộc thi')).toContain('đang mở, đến 21 giờ ngày 22/11/2026')
})

test('who asked is reminded once when it opens and once a day before it closes', async () => {
  const { talk, at, wrote, heardLater, inbox } = await begin()
  await talk.say('hội thi')
  expect(await talk.say('nhắc tôi')).toContain('sẽ nhắc anh/chị')
  await wrote('2026-11-15T02:00:00Z')
  await at(OPENED)
  await at('2026-11-16T02:00:00Z')
  expect(await heardLater()).toEqual([expect.stringContaining('đã mở, nhận bài đến 21 giờ ngày 22/11/2026')])
  await wrote('2026-11-20T14:05:00Z')
  await at(LAST_DAY)
  await at('2026-11-21T15:00:00Z')
  expect(await heardLater()).toEqual([expect.stringContaining('đã mở'), expect.stringContaining('sắp đóng')])
  expect(await inbox()).toEqual(['contest_reminder opens', 'contest_reminder closes'])
})

test('two days after the last word it is told in the app alone, since a message would cost', async () => {
  const { talk, at, wrote, heardLater, inbox } = await begin()
  await talk.say('hội thi')
  await talk.say('1')
  await wrote('2026-11-13T00:00:00Z')
  await at(OPENED)
  expect(await heardLater()).toEqual([])
  expect(await inbox()).toEqual(['contest_reminder opens'])
})

test('who no longer wants it is told nothing', async () => {
  const { talk, at, inbox } = await begin()
  await talk.say('hội thi')
  await talk.tap('Nhắc tôi')
  talk.forget()
  await talk.say('hội thi')
  expect(await talk.tap('Thôi nhắc tôi')).toContain('không nhắc')
  await at(OPENED)
  expect(await inbox()).toEqual([])
})

test('nothing that is said counts anybody while people foretell how many take part', async () => {
  const { talk, at } = await begin({ settings: { prediction: 'entrants' } })
  await at(OPENED)
  const told = await talk.say('hội thi')
  expect(told).not.toMatch(/\d+ (?:người|lượt|bài thi)/)
})

test('without a contest practice is offered', async () => {
  const world = await createWorld()
  const talk = await openTalk(world.service, contestIntent)
  expect(await talk.say('hội thi')).toContain('trắc nghiệm')
})

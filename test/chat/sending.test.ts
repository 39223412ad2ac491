import { expect, test } from 'vitest'
import { enqueueSay } from '../../server/chat/outgoing.queries.ts'
import { markSending } from '../../server/chat/sending.queries.ts'
import { enqueueMessage } from '../../server/outbox/outbox.queries.ts'
import { createSpeakingWorld } from './listeners.ts'
import { listMessagesOf } from './said.ts'

const SEND = '/v3.0/oa/message/cs'
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const sent = { state: 'sent', problem: null, attempts: 1 }

test('what is said to many people arrives, and to each of them in order', async () => {
  const world = await createSpeakingWorld()
  const people = await Promise.all(Array.from({ length: 20 }, () => world.meet()))
  for (const text of ['một', 'hai', 'ba']) for (const person of people) await world.say(person, text)
  await world.send()
  expect(people.map(world.heard)).toEqual(people.map(() => ['một', 'hai', 'ba']))
})

test('a message asked for twice is said once, and stands once in the conversation', async () => {
  const world = await createSpeakingWorld()
  const lan = await world.meet()
  const { ctx } = world.service
  const wish = { personId: lan.id, kind: 'reply' as const, dedupeKey: 'event 1', say: { text: 'Chào anh/chị' } }
  const first = await ctx.write((tx) => enqueueSay(tx, ctx, wish))
  const second = await ctx.write((tx) => enqueueSay(tx, ctx, wish))
  await world.send()
  expect(second).toBe(first)
  expect(world.heard(lan)).toEqual(['Chào anh/chị'])
  expect(await listMessagesOf(ctx, lan.id)).toEqual(['Chào anh/chị'])
})

test('a person whose message fails again and again holds up nobody else', async () => {
  const world = await createSpeakingWorld()
  const [lan, minh] = [await world.meet(), await world.meet()]
  world.zalo.state.setFault({ endpoint: SEND, fault: 'zalo_error', error: -200, times: 1 })
  await world.say(lan, 'một')
  await world.say(lan, 'hai')
  await world.send()
  await world.say(minh, 'ba')
  await world.send()
  expect([world.heard(lan), world.heard(minh)]).toEqual([[], ['ba']])
  world.pass(MINUTE_MS)
  await world.send()
  expect(world.heard(lan)).toEqual(['một', 'hai'])
})

test('an answer of Zalo that was lost: looked for after a minute, found, and not said again', async () => {
  const world = await createSpeakingWorld()
  const lan = await world.meet()
  world.zalo.state.setFault({ endpoint: SEND, fault: 'lost_answer', times: 1 })
  await world.say(lan, 'Chào anh/chị')
  await world.send()
  expect(await world.outgoing()).toEqual([{ state: 'unknown', problem: 'answer_lost', attempts: 1 }])
  world.pass(MINUTE_MS)
  await world.send()
  expect([await world.outgoing(), world.heard(lan)]).toEqual([[sent], ['Chào anh/chị']])
})

test('a message that never reached Zalo is said again, once', async () => {
  const world = await createSpeakingWorld()
  const lan = await world.meet()
  world.zalo.state.setFault({ endpoint: SEND, fault: 'reset', times: 1 })
  await world.say(lan, 'Chào anh/chị')
  await world.send()
  world.pass(MINUTE_MS)
  await world.send()
  expect([await world.outgoing(), world.heard(lan)]).toEqual([[sent], ['Chào anh/chị']])
})

test('the same words said before are not mistaken for the lost ones', async () => {
  const world = await createSpeakingWorld()
  const lan = await world.meet()
  await world.say(lan, 'Chọn số nhé')
  await world.send()
  world.zalo.state.setFault({ endpoint: SEND, fault: 'reset', times: 1 })
  await world.say(lan, 'Chọn số nhé')
  await world.send()
  world.pass(MINUTE_MS)
  await world.send()
  expect(world.heard(lan)).toEqual(['Chọn số nhé', 'Chọn số nhé'])
})

test('what a person asked is answered within the window; what nobody asked for waits for none and costs nothing', async () => {
  const world = await createSpeakingWorld()
  const people = [await world.meet(), await world.meet(), await world.meet()] as const
  world.pass(49 * HOUR_MS)
  await world.say(people[0], 'tin', 'notice')
  world.pass(6 * 24 * HOUR_MS)
  await world.say(people[1], 'tin', 'notice')
  await world.send()
  expect(people.map(world.heard)).toEqual([[], [], []])
  expect((await world.outgoing()).map(({ problem }) => problem)).toEqual(['window_closed', 'window_closed'])
})

test('between 48 hours and seven days it costs money, so it leaves only where staff allow it', async () => {
  const world = await createSpeakingWorld()
  const lan = await world.meet()
  world.pass(49 * HOUR_MS)
  await world.say(lan, 'tin', 'notice')
  await world.send()
  await world.setChannel({ mayPay: true })
  await world.say(lan, 'tin nữa', 'notice')
  await world.send()
  expect([world.heard(lan), (await world.outgoing())[0]?.problem]).toEqual([['tin nữa'], 'window_paid'])
})

test('when the free messages are used up, a notice is not paid for', async () => {
  const world = await createSpeakingWorld()
  const lan = await world.meet()
  world.zalo.oa.settings.freeReplies = 1
  await world.say(lan, 'trả lời')
  await world.say(lan, 'tin', 'notice')
  await world.send()
  await world.send()
  expect([world.heard(lan), (await world.outgoing())[1]?.problem]).toEqual([['trả lời'], 'quota_used_up'])
})

test('a piece of a campaign waits for the morning; an answer does not', async () => {
  const world = await createSpeakingWorld({ at: '2026-11-23T16:00:00Z' })
  const lan = await world.meet()
  await world.say(lan, 'tin chiến dịch', 'campaign')
  await world.say(lan, 'trả lời')
  await world.send()
  expect(world.heard(lan)).toEqual(['trả lời'])
  world.clock.now = new Date('2026-11-23T23:16:00Z')
  await world.send()
  expect(world.heard(lan)).toEqual(['trả lời', 'tin chiến dịch'])
})

test('refused at night, a message leaves in the morning', async () => {
  const world = await createSpeakingWorld({ at: '2026-11-23T16:00:00Z' })
  const lan = await world.meet()
  world.zalo.oa.settings.refusesAtNight = true
  await world.say(lan, 'trả lời')
  await world.send()
  expect(world.heard(lan)).toEqual([])
  world.clock.now = new Date('2026-11-23T23:16:00Z')
  await world.send()
  expect(world.heard(lan)).toEqual(['trả lời'])
})

test('buttons are refused once: the same is said in numbered lines, and no buttons are tried again', async () => {
  const world = await createSpeakingWorld()
  const lan = await world.meet()
  await world.setChannel({ hasButtons: true })
  const question = { text: 'Anh/chị muốn gì?', options: [{ label: 'Thủ tục', payload: 'Thủ tục' }] }
  await world.say(lan, question)
  await world.send()
  world.zalo.oa.settings.buttons = 'reject'
  await world.say(lan, question)
  await world.say(lan, question)
  await world.send()
  const lines = world.zalo.oa.lines(lan.userId)
  expect(lines.map(({ text, buttons }) => [text, buttons.length])).toEqual([
    ['Anh/chị muốn gì?\n\n1. Thủ tục', 1],
    ['Anh/chị muốn gì?\n\n1. Thủ tục', 0],
    ['Anh/chị muốn gì?\n\n1. Thủ tục', 0],
  ])
  expect((await world.outgoing()).at(-1)).toEqual(sent)
})

test('too many calls: everything waits at most a minute, then nothing is missing and nothing is doubled', async () => {
  const world = await createSpeakingWorld()
  const people = await Promise.all(Array.from({ length: 5 }, () => world.meet()))
  world.zalo.state.setFault({ endpoint: SEND, fault: 'busy', times: 1 })
  for (const person of people) await world.say(person, 'Chào')
  await world.send()
  world.pass(MINUTE_MS)
  await world.send()
  expect(people.map(world.heard)).toEqual(people.map(() => ['Chào']))
})

test('a sender that was stopped in the middle: what it left behind is looked for, and leaves once', async () => {
  const world = await createSpeakingWorld()
  const lan = await world.meet()
  const id = await world.say(lan, 'Chào')
  await world.service.ctx.write((tx) => markSending(tx, id, world.clock.now.toISOString()))
  await world.send()
  expect(world.heard(lan)).toEqual([])
  world.pass(MINUTE_MS)
  await world.send()
  expect([world.heard(lan), (await world.outgoing())[0]?.state]).toEqual([['Chào'], 'sent'])
})

test('a channel that is switched off says nothing of its own accord, and goes on when it is on again', async () => {
  const world = await createSpeakingWorld()
  const lan = await world.meet()
  await world.setChannel({ isOff: true })
  await world.say(lan, 'tin', 'notice')
  await world.send()
  expect(world.heard(lan)).toEqual([])
  await world.setChannel({ isOff: false })
  world.pass(5 * MINUTE_MS)
  await world.send()
  expect(world.heard(lan)).toEqual(['tin'])
})

test('what the inbox tells is told in the chat too, by the code alone; not to somebody who has been silent for days', async () => {
  const world = await createSpeakingWorld()
  const { ctx } = world.service
  const minh = await world.meet()
  world.pass(49 * HOUR_MS)
  const lan = await world.meet()
  for (const { citizenId } of [lan, minh])
    await ctx.write((tx) =>
      enqueueMessage(tx, ctx, {
        ...{ dedupeKey: citizenId, citizenId, template: 'complaint_answered', params: { slug: 'hoi-thi' } },
      }),
    )
  await world.runJob('outbox.deliver')
  await world.send()
  const page = `${ctx.app.publicUrl}/hoi-thi/hoi-thi`
  const told = `Khiếu nại kết quả hội thi của anh/chị đã có trả lời.\n\nXem trong ứng dụng: ${page}`
  expect([world.heard(lan), world.heard(minh)]).toEqual([[told], []])
})

import { describe, expect, test } from 'vitest'
import { officerSpoke } from '../../server/conversations/handoff.queries.ts'
import { asksForOfficer, cancelsAsking, ratingIn } from '../../server/conversations/officer-words.rules.ts'
import { ok } from '../feedback/reporting.ts'
import type { StaffClient } from '../world/staff.ts'
import { createWorld } from '../world/world.ts'
import { makeTalker } from './talking.ts'

const AT_WORK = '2026-11-23T02:00:00Z'
const AT_NIGHT = '2026-11-25T13:00:00Z'

type Row = {
  id: string
  number: string
  mode: string
  lastLine: { text: string } | null
  unanswered: number
  handoff: {
    ticket: number
    state: string
    isMine: boolean
    claimedByName: string | null
    waitedMinutes: number
  } | null
}
type Queue = { items: Row[]; isOpen: boolean; opensAt: string }
type Shown = Row & {
  messages: { speaker: string; text: string; staffName: string | null; sending: { state: string } | null }[]
  summary: { lastAsked: string[]; botReplies: number; earlierHandoffs: number } | null
}

async function openDesk(at = AT_WORK) {
  const world = await createWorld({ at })
  const officer = await world.signIn({ role: 'feedback_officer', name: 'Nguyễn Thị Lan' })
  const later = (minutes: number) => {
    world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000)
  }
  /** Seen by a colleague who has just come, since a session left alone ends. */
  const queue = async () => {
    const colleague = await world.signIn({ role: 'feedback_officer', name: 'Người vừa vào ca' })
    return ok(await colleague.get<Queue>('/admin/api/handoffs'))
  }
  const claim = (id: string, by: StaffClient = officer) => by.post<Shown>(`/admin/api/conversations/${id}/claim`)
  const reply = (id: string, text: string, by: StaffClient = officer) =>
    by.post<Shown>(`/admin/api/conversations/${id}/replies`, { text })
  const giveBack = (id: string) => officer.post<Shown>(`/admin/api/conversations/${id}/return`)
  const show = async (id: string) => ok(await officer.get<Shown>(`/admin/api/conversations/${id}`))
  return { world, officer, later, queue, claim, reply, giveBack, show }
}

test('whoever asks for an officer hears a ticket and their place, and stands in the queue in that order', async () => {
  const { world, queue, later } = await openDesk()
  const [mai, tam] = [await makeTalker(world.service), await makeTalker(world.service)]
  expect(await mai.asks('gặp cán bộ')).toMatch(/số 1\. Anh\/chị đứng đầu hàng chờ[\s\S]*trong giờ làm việc/)
  later(12)
  expect(await tam.asks('cho em nói chuyện với người thật')).toMatch(/số 2\. Trước anh\/chị còn 1 người/)
  expect(await mai.asks('gap can bo')).toMatch(/số 1\. Anh\/chị đứng đầu/)
  const { items, isOpen } = await queue()
  expect(isOpen).toBe(true)
  expect(items.map(({ id, mode, handoff }) => [id, mode, handoff?.ticket, handoff?.waitedMinutes])).toEqual([
    [mai.id, 'queued', 1, 12],
    [tam.id, 'queued', 2, 0],
  ])
})

test('after hours the person is told when the office opens, and the ticket waits until then', async () => {
  const { world, queue } = await openDesk(AT_NIGHT)
  const mai = await makeTalker(world.service)
  expect(await mai.asks('gặp người')).toMatch(/làm việc lại lúc 07:30 ngày 26\/11\/2026\. Phiếu của anh\/chị được giữ/)
  world.clock.now = new Date('2026-11-26T00:45:00Z')
  const { items, isOpen } = await queue()
  expect([isOpen, items[0]?.handoff?.waitedMinutes]).toEqual([true, 15])
})

test('how long it takes is told only when enough people have waited before', async () => {
  const { world, later, claim, giveBack } = await openDesk()
  for (const minutes of [3, 8, 12, 25, 9]) {
    const somebody = await makeTalker(world.service)
    expect(await somebody.asks('gặp cán bộ')).not.toMatch(/một nửa/)
    later(minutes)
    ok(await claim(somebody.id))
    ok(await giveBack(somebody.id))
  }
  const mai = await makeTalker(world.service)
  expect(await mai.asks('gặp cán bộ')).toMatch(/một nửa số người chờ không quá 10 phút/)
})

test('an officer takes somebody over, answers and gives them back; the person is told each time who speaks', async () => {
  const { world, claim, reply, giveBack, show, later } = await openDesk()
  const mai = await makeTalker(world.service)
  await mai.says('học phí lớp 10 trường tư bao nhiêu')
  await mai.asks('gặp cán bộ')
  later(5)
  const taken = ok(await claim(mai.id))
  expect([taken.mode, taken.handoff?.isMine, await mai.mode()]).toEqual(['staff', true, 'staff'])
  expect(taken.summary).toEqual({
    lastAsked: ['học phí lớp 10 trường tư bao nhiêu', 'gặp cán bộ'],
    ...{ botReplies: 0, earlierHandoffs: 0 },
  })
  ok(await reply(mai.id, 'Chào anh/chị, mức này do trường tư công khai.'))
  later(1)
  await mai.says('số tôi là 0912345678')
  const seen = await show(mai.id)
  expect(seen.unanswered).toBe(1)
  expect(seen.messages.map(({ speaker, text, staffName }) => [speaker, text, staffName])).toEqual([
    ['person', 'học phí lớp 10 trường tư bao nhiêu', null],
    ['person', 'gặp cán bộ', null],
    ['bot', expect.stringContaining('Cán bộ của Sở đang trả lời'), null],
    ['staff', 'Chào anh/chị, mức này do trường tư công khai.', 'Nguyễn Thị Lan'],
    ['person', 'số tôi là ••••••••78', null],
  ])
  ok(await giveBack(mai.id))
  expect(await mai.mode()).toBe('bot')
  expect(await mai.heard()).toEqual([
    expect.stringContaining('Trợ lý tự động tạm dừng'),
    'Chào anh/chị, mức này do trường tư công khai.',
    expect.stringContaining('Từ đây trợ lý tự động trả lời'),
  ])
  expect(await mai.asks('chấm 5')).toBe('Cảm ơn anh/chị đã chấm điểm.')
})

test('only one of two officers claiming at once has them, and only that one may answer', async () => {
  const { world, officer, claim, reply } = await openDesk()
  const other = await world.signIn({ role: 'feedback_officer', name: 'Người trực khác' })
  const mai = await makeTalker(world.service)
  await mai.asks('gặp cán bộ')
  const both = await Promise.all([claim(mai.id), claim(mai.id, other)])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  const [winner, loser] = both[0]?.status === 200 ? [officer, other] : [other, officer]
  expect(await reply(mai.id, 'Chào anh/chị', loser)).toMatchObject({
    status: 409,
    body: { code: 'conversation.not_yours' },
  })
  expect((await reply(mai.id, 'Chào anh/chị', winner)).status).toBe(201)
  expect((await mai.heard()).filter((text) => text.startsWith('Cán bộ của Sở'))).toHaveLength(1)
})

test('when neither side has spoken for twenty minutes the bot answers again, not before', async () => {
  const { world, claim, later, queue } = await openDesk()
  const mai = await makeTalker(world.service)
  await mai.asks('gặp cán bộ')
  ok(await claim(mai.id))
  later(15)
  await mai.says('tôi đang tìm giấy tờ')
  later(15)
  await world.runJob('conversations.return-silent')
  expect(await mai.mode()).toBe('staff')
  later(6)
  await world.runJob('conversations.return-silent')
  await world.runJob('conversations.return-silent')
  expect([await mai.mode(), (await queue()).items]).toEqual(['bot', []])
  expect((await mai.heard()).filter((text) => text.includes('20 phút'))).toHaveLength(1)
})

test('a ticket that nobody took in a week, when Zalo lets no answer through any more, is dropped', async () => {
  const { world, later, queue } = await openDesk()
  const mai = await makeTalker(world.service)
  await mai.asks('gặp cán bộ')
  later(7 * 24 * 60 + 1)
  await world.runJob('conversations.return-silent')
  expect([await mai.mode(), (await queue()).items, await mai.heard()]).toEqual(['bot', [], []])
})

test('an officer who writes in Zalo’s own console silences the bot too, and is told of once', async () => {
  const { world, claim, show } = await openDesk()
  const { ctx } = world.service
  const [mai, tam] = [await makeTalker(world.service), await makeTalker(world.service)]
  await mai.asks('gặp cán bộ')
  for (const { id } of [mai, mai, tam]) await ctx.write((tx) => officerSpoke(tx, ctx, id))
  expect([await mai.mode(), await tam.mode()]).toEqual(['staff', 'staff'])
  expect([(await mai.heard()).length, (await tam.heard()).length]).toEqual([1, 1])
  expect((await show(mai.id)).handoff).toMatchObject({ state: 'active', claimedByName: null, isMine: false })
  expect((await claim(mai.id)).status).toBe(200)
})

test('whoever no longer wants an officer leaves the queue', async () => {
  const { world, queue } = await openDesk()
  const mai = await makeTalker(world.service)
  expect(await mai.asks('huỷ phiếu')).toMatch(/không có phiếu nào/)
  await mai.asks('gặp cán bộ')
  expect(await mai.asks('thôi không gặp nữa')).toMatch(/Đã huỷ phiếu/)
  expect([await mai.mode(), (await queue()).items]).toEqual(['bot', []])
})

test('whoever withdraws is gone from the queue and from the conversations', async () => {
  const { world, officer, queue } = await openDesk()
  const mai = await makeTalker(world.service)
  await mai.asks('gặp cán bộ')
  await mai.vanishes()
  expect((await queue()).items).toEqual([])
  expect((await officer.get<Queue>('/admin/api/conversations')).body.items).toEqual([])
  expect((await officer.get(`/admin/api/conversations/${mai.id}`)).status).toBe(404)
})

test('conversations are shown by a number, masked, and reading one leaves a row in the log once an hour', async () => {
  const { world, officer, show, later } = await openDesk()
  const mai = await makeTalker(world.service)
  await mai.says('cccd của tôi 079123456789')
  const { items } = ok(await officer.get<Queue>('/admin/api/conversations'))
  expect(items).toMatchObject([
    {
      number: expect.stringMatching(/^\d{6}$/),
      mode: 'bot',
      lastLine: { text: 'cccd của tôi ••••••••••89' },
      handoff: null,
    },
  ])
  const readings = async () => {
    const admin = await world.signIn({ role: 'admin' })
    return ok(await admin.get<{ items: unknown[] }>('/admin/api/audit?action=conversation.read')).items.length
  }
  await show(mai.id)
  await show(mai.id)
  expect(await readings()).toBe(1)
  later(25)
  await show(mai.id)
  expect(await readings()).toBe(1)
  later(25)
  await show(mai.id)
  later(15)
  await show(mai.id)
  expect(await readings()).toBe(2)
})

describe('words', () => {
  test.each([
    'gap can bo',
    'gap nguoi',
    'can bo oi',
    'cho toi gap can bo',
    'toi muon noi chuyen voi nguoi that',
    'cho em gap chuyen vien voi a',
    'ket noi voi nhan vien ho tro',
  ])('“%s” asks for an officer', (text) => expect(asksForOfficer(text)).toBe(true))
  test.each([
    'gap nguoi quen o truong',
    'can bo coi thi la ai',
    'can bo',
    'chuyen truong',
    'nguoi hoc can giay to gi',
    'gap kho khan khi nop ho so',
    'phan anh can bo cham tra ho so',
  ])('“%s” does not', (text) => expect(asksForOfficer(text)).toBe(false))
  test.each(['huy phieu', 'huy phieu gap can bo', 'thoi khong gap nua', 'khong can gap can bo nua', 'huy gap can bo'])(
    '“%s” leaves the queue',
    (text) => expect(cancelsAsking(text)).toBe(true),
  )
  test.each(['huy', 'thoi', 'bo phieu', 'phieu bau', 'gap can bo', 'huy ket qua thi', 'khong gap ai'])(
    '“%s” does not',
    (text) => expect(cancelsAsking(text)).toBe(false),
  )
  test.each([
    ['cham 5', 5],
    ['cham diem 1', 1],
    ['cham 4 sao', 4],
    ['cham 6', undefined],
    ['cham tra', undefined],
  ])('“%s” is the mark %s', (text, mark) => expect(ratingIn(text)).toBe(mark))
})

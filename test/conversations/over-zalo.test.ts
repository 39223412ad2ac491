import { expect, test } from 'vitest'
import { ok } from '../feedback/reporting.ts'
import { createWorld } from '../world/world.ts'

type Queue = { items: { id: string; handoff: { ticket: number } }[] }
type Shown = { messages: { speaker: string; text: string; sending: { state: string } | null }[] }

async function openDesk() {
  const world = await createWorld()
  const hoa = await world.openChat()
  const officer = await world.signIn({ role: 'feedback_officer', name: 'Lê Thu' })
  const queue = async () => ok(await officer.get<Queue>('/admin/api/handoffs')).items
  return { world, hoa, officer, queue }
}

test('on the phone: a ticket, then the officer alone, then the bot again, each saying who speaks', async () => {
  const { hoa, officer, queue, world } = await openDesk()
  hoa.says('cho toi gap can bo')
  expect((await hoa.reply()).join('\n')).toMatch(/Phiếu gặp cán bộ của anh\/chị: số 1/)
  hoa.says('chuyển trường cần giấy tờ gì')
  expect((await hoa.reply()).join('\n'), 'the bot answers while they wait').toMatch(/[Cc]huyển trường/)

  const [waiting] = await queue()
  const talk = `/admin/api/conversations/${waiting?.id}`
  ok(await officer.post(`${talk}/claim`))
  expect((await hoa.reply()).join('\n')).toMatch(/Cán bộ của Sở đang trả lời anh\/chị/)
  hoa.says('học phí trường tư bao nhiêu')
  expect(await hoa.reply(), 'the bot is silent').toEqual([])
  ok(await officer.post(`${talk}/replies`, { text: 'Mức thu do trường công khai.' }))
  expect(await hoa.reply()).toEqual(['Mức thu do trường công khai.'])
  const { messages } = ok(await officer.get<Shown>(talk))
  expect(messages.at(-1)).toMatchObject({ speaker: 'staff', sending: { state: 'sent' } })
  // The echo of what was said from here is no other officer's word.
  expect(messages.filter(({ text }) => text === 'Mức thu do trường công khai.')).toHaveLength(1)

  ok(await officer.post(`${talk}/return`))
  expect((await hoa.reply()).join('\n')).toMatch(/Từ đây trợ lý tự động trả lời/)
  hoa.says('chấm 5')
  expect((await hoa.reply()).join('\n')).toMatch(/Cảm ơn anh\/chị đã chấm điểm/)
  hoa.says('chuyển trường')
  expect((await hoa.reply()).length).toBeGreaterThan(0)
  await world.untilQuiet()
})

test('an officer in Zalo’s own console silences the bot, until both have been silent for a while', async () => {
  const { world, hoa, officer } = await openDesk()
  hoa.hearsOfficer('Chào chị, Sở nghe.')
  expect((await hoa.reply()).join('\n')).toMatch(/Cán bộ của Sở đang trả lời/)
  hoa.says('chuyển trường')
  expect(await hoa.reply()).toEqual([])
  const { items } = ok(await officer.get<Queue>('/admin/api/conversations?mode=staff'))
  expect(items).toHaveLength(1)
  world.clock.now = new Date(world.clock.now.getTime() + 21 * 60_000)
  await world.runJob('conversations.return-silent')
  expect((await hoa.reply()).join('\n')).toMatch(/20 phút không có tin mới/)
  hoa.says('chuyển trường')
  expect((await hoa.reply()).length).toBeGreaterThan(0)
})

test('whoever changes their mind leaves the queue by the line offered, or by a bare “huỷ”', async () => {
  const { hoa, queue } = await openDesk()
  hoa.says('gặp cán bộ')
  await hoa.reply()
  hoa.taps('Huỷ phiếu gặp cán bộ')
  expect((await hoa.reply()).join('\n')).toMatch(/Đã huỷ phiếu gặp cán bộ/)
  hoa.says('gặp người')
  await hoa.reply()
  hoa.says('huỷ')
  expect((await hoa.reply()).join('\n')).toMatch(/Đã huỷ phiếu gặp cán bộ/)
  expect(await queue()).toEqual([])
})

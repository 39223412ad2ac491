import { expect, test } from 'vitest'
import type { ChatWish } from '../world/chat.ts'
import { createWorld } from '../world/world.ts'

const QUESTION = 'con toi chuyen truong can giay to gi'
const SEND = '/v3.0/oa/message/cs'
type World = Awaited<ReturnType<typeof createWorld>>

async function count({ service }: World, table: string, where = '1') {
  const [row] = await service.ctx.db.values<[number]>(`SELECT count(*) FROM ${table} WHERE ${where}`)
  return row?.[0] ?? 0
}

/** `person` and `bot` in the order in which the conversation has them. */
async function speakers({ service }: World) {
  const rows = await service.ctx.db.values<[string]>('SELECT speaker FROM chat_messages ORDER BY rowid')
  return rows.map(([speaker]) => speaker)
}

async function allowButtons({ service }: World) {
  const row = "('oa', 0, '', 1, 0, '')"
  const columns = '(channel, is_off, notice, has_buttons, may_pay, changed_at)'
  await service.ctx.write((tx) => tx.run(`INSERT INTO chat_channels ${columns} VALUES ${row}`))
}

async function openTalk(wish: ChatWish = {}) {
  const world = await createWorld()
  return { world, hoa: await world.openChat(wish) }
}

test('a follower asks, is answered, and what was said stands in the conversation', async () => {
  const { world, hoa } = await openTalk()
  hoa.says(QUESTION)
  const answers = await hoa.reply()
  expect(answers.length).toBeGreaterThan(0)
  expect((await speakers(world)).filter((speaker) => speaker === 'person')).toEqual(['person'])
  expect(await count(world, 'chat_outgoing', "state = 'sent'")).toBe(hoa.heard().length)
})

test('the same event twice is answered once', async () => {
  const { world, hoa } = await openTalk()
  const minh = await world.openChat({ name: 'Minh' })
  hoa.says(QUESTION)
  const once = (await hoa.reply()).length
  world.zalo.delivery.weather.duplicatePercent = 100
  minh.says(QUESTION)
  expect((await minh.reply()).length).toBe(once)
  expect(world.zalo.delivery.parcels().every(({ state }) => state === 'delivered')).toBe(true)
})

test('two messages of one person at the same moment are answered one after the other', async () => {
  const { world, hoa } = await openTalk()
  world.zalo.delivery.weather.inTurn = false
  const before = (await speakers(world)).length
  for (const text of ['1', '2', '3', '4']) hoa.says(text)
  await hoa.reply()
  const turns = (await speakers(world)).slice(before)
  expect(turns.filter((speaker) => speaker === 'person').length).toBe(4)
  expect(turns.join(' ')).not.toContain('person person')
})

test('words with marks, signs and escapes arrive as they were written, whatever bytes carried them', async () => {
  const { world, hoa } = await openTalk()
  const said = ['Thủ tục “đăng ký” 😀\nở đâu?', 'chuyển trường\t✓', 'bằng tốt nghiệp']
  world.zalo.driver.text(hoa.userId, said[0] ?? '', { mangle: 'escaped' })
  world.zalo.driver.text(hoa.userId, said[1] ?? '', { mangle: 'newline' })
  world.zalo.driver.text(hoa.userId, said[2] ?? '', { mangle: 'number_timestamp' })
  await hoa.reply()
  const rows = await world.service.ctx.db.values<[string, string]>(
    "SELECT id, text_sealed FROM chat_messages WHERE speaker = 'person' ORDER BY rowid",
  )
  const place = { table: 'chat_messages', column: 'text_sealed' }
  expect(rows.map(([rowId, sealed]) => world.service.ctx.sealing.open({ ...place, rowId }, sealed))).toEqual(said)
})

test('what is wrongly signed is refused and answered by nobody; the console’s trial is accepted', async () => {
  const { world, hoa } = await openTalk()
  world.zalo.driver.text(hoa.userId, QUESTION, { mangle: 'wrong_signature' })
  world.zalo.driver.text(hoa.userId, QUESTION, { mangle: 'reserialised' })
  world.zalo.driver.consoleCheck()
  world.zalo.driver.unknown(hoa.userId)
  expect(await hoa.reply()).toEqual([])
  expect(
    world.zalo.delivery
      .parcels()
      .slice(-4)
      .map(({ attempts }) => attempts[0]?.outcome),
  ).toEqual([401, 401, 200, 200])
})

test('a service that died between hearing and answering answers once when it is there again', async () => {
  const { world, hoa } = await openTalk()
  hoa.says(QUESTION)
  await world.zalo.delivery.settled()
  await world.stop()
  const heardBefore = hoa.heard().length

  const next = await createWorld({ dataFrom: world.dataDir })
  const again = await next.openChat({ goesOn: hoa })
  await again.reply()
  const other = await next.openChat({ name: 'Minh' })
  const greeting = other.heard().length
  other.says(QUESTION)
  const once = (await other.reply()).length
  expect(heardBefore - greeting + again.heard().length).toBe(once)
})

test('a service that died between answering and sending sends once when it is there again', async () => {
  const { world, hoa } = await openTalk()
  world.zalo.state.setFault({ endpoint: SEND, fault: 'zalo_error', error: -32, message: 'reached limit call api' })
  hoa.says(QUESTION)
  expect(await hoa.reply()).toEqual([])
  const waiting = await count(world, 'chat_outgoing', "state = 'waiting'")
  await world.stop()

  const next = await createWorld({ dataFrom: world.dataDir, at: '2026-11-23T02:05:00Z' })
  const again = await next.openChat({ goesOn: hoa })
  expect(waiting).toBeGreaterThan(0)
  expect((await again.reply()).length).toBe(waiting)
  expect(await again.reply()).toEqual([])
})

test('a tap on the button of a question that is long over is no answer to it', async () => {
  const { world, hoa } = await openTalk()
  await allowButtons(world)
  hoa.says('luyện tập')
  await hoa.reply()
  hoa.says('1')
  expect((await hoa.reply()).join()).toContain('Câu 1/5')
  const button = hoa.lines().at(-1)?.buttons[0]
  world.clock.setAhead(3 * 24 * 3_600_000)
  world.zalo.driver.tap(hoa.userId, { payload: String(button?.payload) })
  const answers = await hoa.reply()
  expect(answers.length).toBeGreaterThan(0)
  expect(answers.join()).not.toMatch(/[✔✘]|Câu 2\/5/)
})

test('an officer who steps in while a report is being told is not interrupted', async () => {
  const { hoa } = await openTalk()
  hoa.says('gửi phản ánh')
  const asked = (await hoa.reply()).at(-1)
  hoa.hearsOfficer('Chào chị, chị kể tôi nghe.')
  await hoa.reply()
  hoa.says('1')
  expect([asked?.includes('Anh/chị muốn gửi điều gì'), await hoa.reply()]).toEqual([true, []])
})

test('while an officer speaks in Zalo’s own console the bot is silent', async () => {
  const { hoa } = await openTalk()
  hoa.says(QUESTION)
  await hoa.reply()
  hoa.hearsOfficer('Chào chị, tôi là cán bộ, tôi xem giúp chị.')
  expect((await hoa.reply())[0]).toBe('Chào chị, tôi là cán bộ, tôi xem giúp chị.')
  hoa.says('dạ em cảm ơn')
  hoa.says('menu')
  expect(await hoa.reply()).toEqual([])
})

test('whoever leaves hears nothing, and is answered again when they come back', async () => {
  const { world, hoa } = await openTalk()
  const pass = () => world.clock.setAhead(60_000)
  pass()
  hoa.unfollows()
  expect(await hoa.reply()).toEqual([])
  expect(await count(world, 'chat_people', 'is_follower = 1')).toBe(0)
  pass()
  hoa.follows()
  hoa.says(QUESTION)
  expect((await hoa.reply()).length).toBeGreaterThan(0)
  expect([await count(world, 'chat_people', 'is_follower = 1'), await count(world, 'chat_people')]).toEqual([1, 1])
})

test('whoever asks for it is forgotten: nothing of what was said is left', async () => {
  const { world, hoa } = await openTalk()
  const minh = await world.openChat({ name: 'Minh' })
  hoa.says(QUESTION)
  minh.says(QUESTION)
  await world.untilQuiet()
  const all = await count(world, 'chat_messages')
  hoa.withdraws()
  await world.untilQuiet()
  expect([await count(world, 'chat_people'), await count(world, 'chat_messages')]).toEqual([1, all / 2])
})

test('an account that refuses buttons hears the same in numbered lines, once', async () => {
  const { world, hoa } = await openTalk()
  await allowButtons(world)
  world.zalo.oa.settings.buttons = 'reject'
  hoa.says('menu')
  const answers = await hoa.reply()
  expect(new Set(answers).size).toBe(answers.length)
  expect(answers.length).toBeGreaterThan(0)
  expect(hoa.lines().every(({ buttons }) => buttons.length === 0)).toBe(true)
})

import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newsIntent } from '../../server/campaigns/news.chat.ts'
import { chatPeople } from '../../server/chat/chat.table.ts'
import { foldWords } from '../../server/chat/choosing.ts'
import { columnsIntent } from '../../server/content/content.chat.ts'
import { createWorld, shareWorld } from '../world/world.ts'
import { openTalk } from './talk.ts'

const world = shareWorld()

async function begin() {
  const { service } = await createWorld()
  const talk = await openTalk(service, newsIntent)
  const refuses = async () =>
    (await service.ctx.db.select().from(chatPeople).where(eq(chatPeople.id, talk.person.id)))[0]?.refusesNews
  return { talk, refuses }
}

test('“ngừng nhận tin” is asked back once and kept, and can be taken back', async () => {
  const { talk, refuses } = await begin()
  expect(await talk.say('ngừng nhận tin')).toContain('phải không')
  expect(await refuses()).toBe(false)
  expect(await talk.say('ừ')).toContain('không gửi tin tuyên truyền')
  expect(await refuses()).toBe(true)
  talk.forget()
  expect(await talk.say('dung nhan tin')).toContain('đã ngừng nhận tin rồi')
  await talk.say('nhận tin lại')
  expect(await talk.tap('Nhận tin lại')).toContain('nhận lại tin')
  expect(await refuses()).toBe(false)
})

test('who says no, or something else, goes on hearing', async () => {
  const { talk, refuses } = await begin()
  await talk.say('ngừng nhận tin')
  await talk.say('để tôi nghĩ')
  expect(talk.state).toEqual({ step: 'refuse' })
  expect(await talk.say('không')).toContain('giữ như cũ')
  expect(await refuses()).toBe(false)
})

test.each([
  ['ngừng nhận tin', true],
  ['dừng nhận tin', true],
  ['Tôi không muốn nhận tin nữa', true],
  ['huỷ nhận tin', true],
  ['nhận tin lại', true],
  ['đăng ký nhận tin', true],
  ['dừng', false],
  ['không nhận được tin nhắn báo kết quả', false],
  ['ngừng tuyển sinh khi nào', false],
])('“%s” begins it: %s', (text, expected) => {
  const heard = { key: '', text, files: [], location: null }
  expect(newsIntent.begins({ folded: foldWords(text), heard })).toBe(expected)
})

test('the newest of the handbook, at most four and more, each with its source and the way to the whole', async () => {
  const talk = await openTalk(world().service, columnsIntent)
  await talk.say('cchc tháng này')
  expect(talk.offered).toHaveLength(5)
  const first = talk.offered[0]?.label ?? ''
  const told = await talk.say('1')
  expect(told).toContain(first)
  expect(told).toMatch(/Nguồn: .+ Kiểm tra ngày \d\d\/\d\d\/\d{4}/)
  expect(told).toContain('/cam-nang/')
  await talk.say('Xem thêm bài')
  expect(talk.offered[0]?.label).not.toBe(first)
})

test('a column is picked by its number', async () => {
  const talk = await openTalk(world().service, columnsIntent)
  expect(await talk.say('chuyên mục')).toContain('chuyên mục nào')
  await talk.tap('Nộp hồ sơ và tra cứu')
  expect(talk.state).toMatchObject({ step: 'article', column: 'nop-va-tra-cuu' })
  expect(talk.offered.length).toBeGreaterThan(1)
})

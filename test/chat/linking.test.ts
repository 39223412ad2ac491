import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { chatLinkCodes, chatPeople } from '../../server/chat/chat.table.ts'
import type { Intent } from '../../server/chat/intent.ts'
import { citizens } from '../../server/citizens/citizens.table.ts'
import { linkIntent } from '../../server/citizens/link.chat.ts'
import { readLinkCode } from '../../server/citizens/link-code.rules.ts'
import { reportIntent } from '../../server/feedback/feedback.chat.ts'
import { reports } from '../../server/feedback/reports.table.ts'
import { reportStatusIntent } from '../../server/feedback/status.chat.ts'
import { submitReport } from '../../server/feedback/submit.usecases.ts'
import { erasureIntent } from '../../server/privacy/erasure.chat.ts'
import { ok, report, send } from '../feedback/reporting.ts'
import { createWorld } from '../world/world.ts'
import { meetChatPerson, openTalk } from './talk.ts'

async function begin() {
  const world = await createWorld()
  const phone = world.openPhone()
  await phone.signIn()
  const person = await meetChatPerson(world.service)
  const talkAbout = <S extends { step: string }>(intent: Intent<S>) => openTalk(world.service, intent, person)
  const link = await talkAbout(linkIntent)
  const askCode = async () => ok(await phone.post<{ code: string; expiresAt: string }>('/api/me/chat-link')).code
  const { db } = world.service.ctx
  const row = async () => (await db.select().from(chatPeople).where(eq(chatPeople.id, person.id)))[0]
  return { world, phone, person, link, talkAbout, askCode, row, db }
}

test('a code from the Mini App joins the chat to it: what was sent on either is seen on both', async () => {
  const { phone, person, link, talkAbout, askCode, row } = await begin()
  const early = await talkAbout(reportStatusIntent)
  const { code: onChat } = await submitReport(early.ctx, report() as never, 'sent before')
  const { code: inApp } = await send(phone)
  const code = await askCode()
  expect(code).toMatch(/^\d{6}$/)
  expect(await link.say(`#lienket ${code}`)).toContain('Đã nối xong')
  const now = await row()
  expect(now?.citizenId).not.toBe(person.citizenId)
  expect(now?.firstCitizenId).toBe(person.citizenId)
  const later = await talkAbout(reportStatusIntent)
  expect(await later.say(inApp)).toContain('Tình trạng')
  expect(await later.say(onChat)).toContain('Tình trạng')
  expect(later.heard).not.toContain('bốn số cuối')
})

test('a code is good once, for ten minutes, and a newer one takes its place', async () => {
  const { world, link, askCode, db } = await begin()
  const first = await askCode()
  const second = await askCode()
  expect(await link.say(`lien ket ${first}`)).toContain('không đúng')
  const other = await openTalk(world.service, linkIntent)
  expect(await link.say(`#LIENKET ${second.slice(0, 3)} ${second.slice(3)}`)).toContain('Đã nối xong')
  expect(await other.say(`#lienket ${second}`)).toContain('không đúng')
  expect(await link.say(`#lienket ${second}`)).toContain('nối với ứng dụng của anh/chị rồi')
  const third = await askCode()
  expect(JSON.stringify(await db.select().from(chatLinkCodes))).not.toContain(third)
  world.clock.now = new Date(world.clock.now.getTime() + 11 * 60_000)
  expect(await other.say(`#lienket ${third}`)).toContain('hết 10 phút')
})

test('who guesses codes has to wait, and so does who asks for many', async () => {
  const { phone, link, askCode } = await begin()
  const code = await askCode()
  const wrong = code === '000000' ? '111111' : '000000'
  for (let tries = 0; tries < 5; tries++) expect(await link.say(`#lienket ${wrong}`)).toContain('không đúng')
  expect(await link.say(`#lienket ${code}`)).toContain('thử nhiều mã')
  for (let tries = 0; tries < 9; tries++) await askCode()
  expect(await phone.post('/api/me/chat-link')).toMatchObject({ status: 429 })
})

test('the same message heard again joins nobody twice', async () => {
  const { link, askCode } = await begin()
  const heard = { key: 'once', text: `#lienket ${await askCode()}`, files: [], location: null }
  expect(await link.hear(heard)).toContain('Đã nối xong')
  link.forget()
  expect(await link.hear(heard)).toContain('rồi')
})

test('who did not mean it goes back to being by themselves', async () => {
  const { person, link, askCode, row } = await begin()
  await link.say(`#lienket ${await askCode()}`)
  expect(await link.say('huỷ nối')).toContain('thôi nối')
  expect((await row())?.citizenId).toBe(person.citizenId)
  expect(await link.say('#lienket')).toContain('mã 6 số')
})

test.each([
  ['lienket 123456', '123456'],
  ['lien ket 123 456', '123456'],
  ['lienket ma 1 2 3 4 5 6', '123456'],
  ['lienket 12345', undefined],
  ['lienket 1234567', undefined],
])('the code in “%s” is %s', (folded, code) => {
  expect(readLinkCode(folded)).toBe(code)
})

test('“xoá hết” in the chat erases both, and nothing less does', async () => {
  const { phone, person, link, talkAbout, askCode, row, db } = await begin()
  const early = await talkAbout(reportIntent)
  await submitReport(early.ctx, report() as never, 'sent before')
  await send(phone)
  await link.say(`#lienket ${await askCode()}`)
  const erasure = await talkAbout(erasureIntent)
  expect(await erasure.say('xoá dữ liệu của tôi')).toContain('xoá hết')
  expect(await erasure.say('xoá')).toContain('nhắn đúng hai chữ')
  expect(await row()).toBeDefined()
  await erasure.say('xoa het')
  expect(await row()).toBeUndefined()
  expect((await db.select().from(reports)).map(({ citizenId, erasedAt }) => citizenId ?? erasedAt !== null)).toEqual([
    true,
    true,
  ])
  expect(await db.select().from(citizens).where(eq(citizens.id, person.citizenId))).toEqual([])
})

test('who erases in the Mini App is erased on the chat too, also as whom they were there before', async () => {
  const { phone, person, link, talkAbout, askCode, row, db } = await begin()
  const early = await talkAbout(reportIntent)
  await submitReport(early.ctx, report() as never, 'sent before')
  await link.say(`#lienket ${await askCode()}`)
  ok(await phone.post('/api/me/erasure'))
  expect(await row()).toBeUndefined()
  expect(await db.select().from(citizens).where(eq(citizens.id, person.citizenId))).toEqual([])
  expect((await db.select().from(reports)).map(({ content }) => content)).toEqual(['Nội dung đã xoá theo yêu cầu của người gửi.'])
})

import { expect, test } from 'vitest'
import { findReportCode } from '../../server/feedback/report-code.rules.ts'
import { reportStatusIntent } from '../../server/feedback/status.chat.ts'
import { submitReport } from '../../server/feedback/submit.usecases.ts'
import { answer, findCase, ok, report, send, take } from '../feedback/reporting.ts'
import { createWorld } from '../world/world.ts'
import { openTalk } from './talk.ts'

async function openOffice() {
  const world = await createWorld()
  const officer = await world.signIn({ role: 'feedback_officer' })
  const head = await world.signIn({ role: 'unit_head' })
  const talk = await openTalk(world.service, reportStatusIntent)
  /** Sent from the chat before. */
  const sendOwn = async () => (await submitReport(talk.ctx, report() as never, world.service.ctx.newId())).code
  return { world, officer, head, talk, sendOwn }
}

test.each([
  ['PA-2345-6789', 'PA23456789'],
  ['xem giúp pa 2345 6789 với', 'PA23456789'],
  ['phiếu PA23456789 tới đâu', 'PA23456789'],
  ['p a 2 3 4 5 6 7 8 9', 'PA23456789'],
  ['pa cua toi den dau roi', undefined],
  ['PA-2345-67', undefined],
  ['SPA23456789', undefined],
])('the code in “%s” is %s', (text, code) => {
  expect(findReportCode(text)).toBe(code)
})

test('nobody who sent nothing is asked for a code', async () => {
  const { talk } = await openOffice()
  expect(await talk.say('phản ánh của tôi')).toContain('gõ mã phiếu')
  expect(await talk.say('xin chào')).toContain('Mã có chữ PA')
})

test('one’s own report is shown at once, several are offered', async () => {
  const { talk, sendOwn } = await openOffice()
  const code = await sendOwn()
  expect(await talk.say('xem phản ánh')).toContain('Tình trạng: đã nhận')
  expect(talk.heard).toContain('Nơi giải quyết: Sở Giáo dục và Đào tạo')
  await sendOwn()
  await talk.say('xem phản ánh')
  expect(talk.offered).toHaveLength(3)
  await talk.say('2')
  expect(talk.heard.replaceAll('-', '')).toContain(code)
})

test('of somebody else’s report the last digits of the phone are asked, and guessing ends', async () => {
  const { world, talk } = await openOffice()
  const phone = world.openPhone()
  await phone.signIn()
  const { code } = await send(phone)
  expect(await talk.say(`xem ${code}`)).toContain('bốn số cuối')
  expect(await talk.say('0000')).toContain('chưa khớp')
  const told = await talk.say('5678')
  expect(told).toContain('Tình trạng')
  expect(told).not.toContain('bản sao bằng')
  for (let at = 0; at < 20; at++) {
    await talk.say(code)
    await talk.say('0000')
  }
  expect(talk.heard).toContain('nhiều lần chưa đúng')
})

test('what the office asks is answered from the chat', async () => {
  const { officer, talk, sendOwn } = await openOffice()
  const code = await sendOwn()
  let now = await findCase(officer, code)
  for (const [step, said] of [
    ['assign', {}],
    ['begin', {}],
    ['ask', { text: 'Anh/chị cho biết ngày nộp hồ sơ.' }],
  ] as const)
    now = ok(await take(officer, now, step, said))
  expect(await talk.say(code)).toContain('Cơ quan hỏi: “Anh/chị cho biết ngày nộp hồ sơ.”')
  expect(await talk.tap('Bổ sung')).toContain('gõ phần bổ sung')
  expect(await talk.say('Tôi nộp ngày 2 tháng 11.')).toContain('Đã gửi phần bổ sung')
  expect(await findCase(officer, code)).toMatchObject({ state: 'in_progress' })
})

test('an answer is read, rated once, and can be asked about again', async () => {
  const { officer, head, talk, sendOwn } = await openOffice()
  const code = await sendOwn()
  await answer(officer, head, code, 'Bản sao đã gửi qua bưu điện hôm nay.')
  expect(await talk.say('xem phản ánh')).toContain('Bản sao đã gửi qua bưu điện hôm nay.')
  await talk.tap('Đánh giá')
  await talk.tap('Hài lòng')
  expect(await talk.say('bỏ qua')).toContain('Cảm ơn')
  expect(await talk.say('đánh giá')).toContain('Chưa có câu trả lời nào')
  await talk.say('xem phản ánh')
  await talk.tap('Yêu cầu xem lại')
  expect(await talk.say('Tôi chưa nhận được.')).toContain('sẽ xem lại')
  expect(await findCase(officer, code)).toMatchObject({ state: 'reopened' })
})

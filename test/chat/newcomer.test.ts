import { expect, test } from 'vitest'
import { ok } from '../feedback/reporting.ts'
import { createWorld } from '../world/world.ts'

type Rows = { items: { id: string }[] }
type Talk = { messages: { speaker: string; text: string }[] }
type Report = { code: string; channel: string; files: unknown[] }

test('a newcomer gets their own checklist, reports with a photo, practises and reaches an officer, and staff see all of it', async () => {
  const world = await createWorld()
  const lan = await world.openChat({ name: 'Nguyễn Thị Lan' })
  const officer = await world.signIn({ role: 'admin', name: 'Lê Thu' })
  async function say(text: string) {
    lan.says(text)
    return (await lan.reply()).join('\n')
  }

  expect(await say('con toi chuyen truong can giay to gi')).toMatch(/2\.002854.+Kiểm tra ngày/s)
  await say('1')
  await say('có')
  expect(await say('không')).toMatch(/Giấy tờ của anh\/chị.+Đơn xin chuyển trường/s)

  for (const text of ['gui phan anh', '2', '1', 'bỏ qua', 'Bộ phận một cửa trả lời chậm ba tuần.', 'bỏ qua'])
    await say(text)
  lan.sendsPhoto()
  expect((await lan.reply()).join('\n')).toMatch(/tất cả 1 ảnh/)
  for (const text of ['xong', 'bỏ qua', '1', '2', '1']) await say(text)
  expect(await say('gửi')).toMatch(/PA-\w{4}-\w{4}/)

  expect(await say('lam trac nghiem')).toMatch(/1\. /)
  expect(await say('1')).toMatch(/Câu 1\/5/)
  expect(await say('A')).toMatch(/Đúng|Chưa đúng|Sai/)
  await say('huỷ')
  expect(await say('gặp cán bộ')).toMatch(/Phiếu gặp cán bộ/)

  const [waiting] = ok(await officer.get<Rows>('/admin/api/handoffs')).items
  const { messages } = ok(await officer.get<Talk>(`/admin/api/conversations/${waiting?.id}`))
  const said = messages.map(({ text }) => text).join('\n')
  for (const shown of ['con toi chuyen truong', 'Giấy tờ của anh/chị', 'PA-', 'gặp cán bộ'])
    expect(said).toContain(shown)
  const [report] = ok(await officer.get<Rows>('/admin/api/reports')).items
  const whole = ok(await officer.get<Report>(`/admin/api/reports/${report?.id}`))
  expect([whole.channel, whole.files.length]).toEqual(['chat', 1])
})

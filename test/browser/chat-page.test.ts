import { mkdirSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { openAccount, openListener } from '../simulator/account.ts'
import { findBarriers } from './barriers.ts'
import { DESKTOP, launchChromium, PHONE } from './chromium.ts'

const ANSWER = `Chào anh/chị, trợ lý tự động xin trả lời.

Giấy tờ:
1. Đơn xin chuyển trường
2. Học bạ

Anh/chị muốn làm gì tiếp?

1. Giấy tờ của riêng tôi
2. Hẹn ngày trả kết quả

Xem trong ứng dụng: http://localhost:3000/thu-tuc/chuyen-truong?x=1`

test('a newcomer follows, asks, taps what is offered, sends a photo and a place, hears an officer, and leaves', async () => {
  const { url: webhook, names, heard } = await openListener()
  const account = await openAccount({ weather: { oaUrl: webhook } })
  const browser = await launchChromium()
  onTestFinished(() => browser.close())
  const page = await browser.newPage(PHONE)
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(account.url)
  const log = page.getByRole('log')

  await page.getByRole('combobox').selectOption({ label: 'Nguyễn Thị Lan' })
  await page.getByRole('button', { name: 'Quan tâm' }).click()
  await log.getByText('Đã quan tâm').waitFor()
  await page.getByRole('textbox', { name: 'Tin nhắn' }).fill('con toi chuyen truong can giay to gi')
  await page.keyboard.press('Enter')
  await log.getByText('con toi chuyen truong can giay to gi', { exact: true }).waitFor()
  const [lan] = account.oa.met()
  await account.say(lan?.userId ?? '', { text: ANSWER })
  await log.getByText('Giấy tờ:').waitFor()
  expect(await log.getByRole('button').allTextContents()).toEqual([
    '1. Giấy tờ của riêng tôi',
    '2. Hẹn ngày trả kết quả',
  ])
  expect(await log.getByRole('link').getAttribute('href')).toBe('http://localhost:3000/thu-tuc/chuyen-truong?x=1')
  await log.getByRole('button', { name: /^2\./ }).click()
  await log.getByRole('button', { name: /^2\./, disabled: true }).waitFor()
  await page.getByRole('button', { name: 'Gửi ảnh mẫu' }).click()
  await log.getByRole('img').waitFor()
  await page.getByRole('button', { name: 'Gửi vị trí' }).click()
  await log.getByText('Vị trí: 11.3131, 106.0963').waitFor()
  await page.getByText('Nói với vai cán bộ').click()
  await page.getByLabel('Lời của cán bộ').fill('Tôi là cán bộ, xin nghe.')
  await page.getByLabel('Lời của cán bộ').press('Enter')
  await log.getByText('Tôi là cán bộ').waitFor()
  const shots = process.env.CHAT_SHOTS
  if (shots) mkdirSync(shots, { recursive: true })
  if (shots) await page.screenshot({ path: `${shots}/phone.png` })
  expect(await findBarriers(page)).toEqual([])
  await page.setViewportSize(DESKTOP.viewport)
  if (shots) await page.screenshot({ path: `${shots}/desk.png` })
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: 'Bỏ quan tâm' }).click()
  await log.getByText('Đã bỏ quan tâm').waitFor()
  await account.delivery.settled()
  expect(names().filter((name) => name !== 'user_received_message' && name !== 'user_seen_message')).toEqual([
    ...['follow', 'user_send_text', 'oa_send_text', 'user_send_text', 'user_send_image', 'user_send_location'],
    ...['oa_send_text', 'unfollow'],
  ])
  expect(heard[1]?.json.message).toMatchObject({ text: 'con toi chuyen truong can giay to gi' })

  await page.getByText('Thêm người khác').click()
  await page.getByLabel('Họ tên').fill('Phạm Thị Mới')
  await page.getByLabel('Họ tên').press('Enter')
  await page.getByText('Chưa có tin nào').waitFor()
  expect(await page.getByRole('combobox').locator('option:checked').textContent()).toBe('Phạm Thị Mới')
  expect(complaints).toEqual([])
})

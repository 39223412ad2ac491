import { expect, test } from 'vitest'
import { line, wordFile } from '../question-files/word.ts'
import { shareWorld } from '../world/world.ts'
import { DESKTOP } from './chromium.ts'
import { shareBrowser, sitDown } from './visit.ts'

const world = shareWorld({ withApp: true })
const { visit } = shareBrowser()

const right = [
  line('Câu 1. Ai ký giấy hẹn trả kết quả?'),
  line('A. Người dân'),
  line({ underlined: 'B' }, '. Người tiếp nhận'),
]
const wrong = [line('Câu 2. Chưa có đáp án?'), line('A. Một'), line('B. Hai')]
const docx = (buffer: Buffer) => ({
  name: 'de-on-tap.docx',
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer,
})

test('a teacher’s paper is looked at, its mistake told as “Câu 2”, and the corrected one is taken in', async () => {
  const minh = await world().signIn({ role: 'quiz_manager' })
  const { page, complaints } = await visit({ ...DESKTOP, ignoreHTTPSErrors: true })
  await sitDown(page, world().url, minh)
  await page.goto(`${world().url}/admin/ngan-hang-cau-hoi/nhap`)
  await page.locator('input[type=file]').setInputFiles(docx(await wordFile(...right, ...wrong)))
  await page.getByLabel('Chủ đề').click()
  await page.getByTitle('Dịch vụ công').click()
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await page.getByText('chưa có đáp án.').waitFor()
  expect(await page.getByRole('row', { name: 'Câu 2 chưa có đáp án.' }).count()).toBe(1)
  expect(await page.getByRole('button', { name: 'Nhập 1 câu' }).isDisabled()).toBe(true)

  await page.getByRole('button', { name: 'Chọn tệp khác' }).click()
  await page.locator('input[type=file]').setInputFiles(docx(await wordFile(...right)))
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await page.getByRole('button', { name: 'Nhập 1 câu' }).click()
  await page.getByText('Đã nhập 1 câu làm bản nháp.').waitFor()
  await page.getByRole('link', { name: 'Xem các bản nháp' }).click()
  await page.getByText('Ai ký giấy hẹn trả kết quả?').first().waitFor()
  expect(complaints).toEqual([])
})

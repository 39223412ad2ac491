import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { codeOf, makeStaff, PASSWORD } from '../world/staff.ts'
import { shareWorld } from '../world/world.ts'
import { DESKTOP, PHONE } from './chromium.ts'
import { open, shareBrowser } from './visit.ts'

const PICTURE = join(import.meta.dirname, '../../docs/pictures/phone.png')
const TITLE = 'Đường đến trường mùa nước nổi'

describe('an explainer from the desk to the phone', { timeout: 180_000 }, () => {
  const world = shareWorld({ withApp: true })
  const browser = shareBrowser()

  async function signIn(page: Page, role: 'editor' | 'publisher') {
    const person = await makeStaff(world().service, {
      role,
      name: role === 'editor' ? 'Trần Thị Viết' : 'Lê Văn Duyệt',
    })
    await page.goto(`${world().url}/admin`)
    await page.getByLabel('Thư điện tử').fill(person.email)
    await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.getByLabel('Mã xác thực').fill(await codeOf(world().service, person.secret ?? ''))
    await page.getByRole('button', { name: 'Xác nhận' }).click()
    await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
  }

  async function step(page: Page, name: string) {
    await page.getByRole('button', { name, exact: true }).first().click()
    await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  test('somebody new signs in, writes it with a table and a picture; a colleague approves and publishes; it is found without diacritics', async () => {
    const { page: desk, complaints } = await browser.visit(DESKTOP)
    await signIn(desk, 'editor')
    await desk.getByRole('link', { name: 'Nội dung', exact: true }).click()
    await desk.getByRole('button', { name: 'Viết mới' }).click()
    await desk.getByLabel('Tên, như người dân sẽ đọc').fill(TITLE)
    await desk.getByRole('button', { name: 'Bắt đầu soạn' }).click()
    await desk.getByRole('heading', { level: 1, name: TITLE }).waitFor()

    await desk.locator('#field-summary').fill('Trường báo nghỉ thế nào, học bù ra sao khi nước ngập đường.')
    await desk.locator('#field-column').selectOption({ label: 'Nộp hồ sơ và tra cứu' })
    await desk.locator('#field-reviewBy').fill('20/5/2027')
    await desk.getByRole('button', { name: 'Thêm nguồn' }).click()
    await desk.locator('#field-sources-0-title').fill('Thông báo của Sở ngày 20/11/2026')

    const text = desk.locator('#field-body')
    await text.click()
    await desk.keyboard.type('Xuồng đưa học sinh chạy hai buổi.')
    await desk.keyboard.press('Enter')
    await desk.getByRole('button', { name: 'Chèn bảng 3 cột' }).click()
    await desk.keyboard.type('Bến')
    await desk.keyboard.press('Tab')
    await desk.keyboard.type('Giờ đi')
    await desk.getByRole('button', { name: 'Ảnh', exact: true }).click()
    await desk.getByLabel('Tệp ảnh').setInputFiles(PICTURE)
    await desk.getByLabel('Lời mô tả ảnh').fill('Màn hình ứng dụng trên điện thoại')
    await desk.getByRole('dialog').getByRole('button', { name: 'Chèn ảnh' }).click()
    await text.locator('img').waitFor()
    await desk.getByText(/^Đã lưu lúc/).waitFor()
    expect(await desk.getByText(/Còn thiếu để công bố/).count()).toBe(0)
    await step(desk, 'Gửi duyệt')
    await desk.getByText('Chờ duyệt').first().waitFor()

    const { page: other } = await browser.visit(DESKTOP)
    await signIn(other, 'publisher')
    await other.getByRole('link', { name: TITLE }).click()
    await other.getByRole('heading', { level: 1, name: TITLE }).waitFor()
    await step(other, 'Duyệt')
    await step(other, 'Công bố')
    await other.getByText('Đang công bố').first().waitFor()

    const { page: phone } = await browser.visit(PHONE)
    await open(phone, `${world().url}/tim?q=duong+den+truong+mua+nuoc+noi`)
    await phone.getByRole('link', { name: new RegExp(TITLE) }).click()
    await phone.getByRole('heading', { level: 1, name: TITLE }).waitFor()
    expect(await phone.getByRole('columnheader', { name: 'Giờ đi' }).count()).toBe(1)
    const picture = phone.getByRole('img', { name: 'Màn hình ứng dụng trên điện thoại' })
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100)
    // Before anybody is signed in, asking who is there answers 401, which the browser tells.
    expect(complaints.filter((line) => !line.includes('401'))).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { ok, type Progress, send } from '../feedback/reporting.ts'
import { shareWorld } from '../world/world.ts'
import { findBarriers } from './barriers.ts'
import { DESKTOP, PHONE } from './chromium.ts'
import { shareBrowser, sitDown } from './visit.ts'

const SCREEN = '/admin/cau-hinh-phan-anh/gio-lam-viec'

describe('the hours a unit works, set in the staff web', { timeout: 120_000 }, () => {
  const world = shareWorld({ withApp: true })
  const browser = shareBrowser()

  async function open(path: string, options = DESKTOP, person = {}) {
    const { page, complaints } = await browser.visit(options)
    await sitDown(page, world().url, await world().signIn(person))
    await page.goto(world().url + path)
    return { page, complaints }
  }

  test('the head of the office lets it work mornings only, on Saturdays too, and sees what comes; then it is so', async () => {
    const { page, complaints } = await open('/admin/cau-hinh-phan-anh', { ...DESKTOP, locale: 'en-US' })
    await page
      .getByRole('navigation', { name: 'Các phần cấu hình' })
      .getByRole('link', { name: 'Giờ làm việc' })
      .click()
    const present = page.getByRole('table', { name: 'Giờ đang áp dụng' })
    expect(await present.getByRole('row', { name: 'Thứ Hai – Thứ Sáu' }).innerText()).toContain(
      '07:30 – 11:30, 13:30 – 17:00',
    )
    await page.getByText('Chưa ghi thay đổi nào cho những ngày tới.').waitFor()

    await page.getByLabel('Áp dụng từ ngày').fill('24/11/2026')
    const closes = page.getByLabel('Thứ Hai, buổi 1, đến')
    await closes.fill('11h')
    await closes.press('Enter')
    await page.getByRole('button', { name: 'Bỏ Thứ Hai, buổi 2' }).click()
    await page.getByRole('button', { name: 'Chép sang thứ Ba – thứ Sáu' }).click()
    await page.getByRole('button', { name: 'Thêm buổi, Thứ Bảy' }).click()
    await page.getByLabel('Thứ Bảy, buổi 1, từ').fill('8:00')
    await page.getByLabel('Thứ Bảy, buổi 1, đến').fill('7:00')
    await page.getByLabel('Thứ Bảy, buổi 1, đến').press('Tab')
    await page.getByRole('button', { name: 'Ghi giờ làm việc mới' }).click()
    await page.getByRole('alert').getByText('Thứ Bảy, đến (mục 1): Phải sau giờ bắt đầu').waitFor()
    await page.getByLabel('Thứ Bảy, buổi 1, đến').fill('10:30')
    await page.getByLabel('Thứ Bảy, buổi 1, đến').press('Tab')
    await page.getByRole('button', { name: 'Ghi giờ làm việc mới' }).click()

    const coming = page.getByRole('table', { name: 'Giờ từ ngày 24/11/2026' })
    await coming.waitFor()
    const lines = (await coming.getByRole('row').allInnerTexts()).map((line) => line.replace(/\s+/g, ' '))
    expect(lines).toEqual([
      expect.any(String),
      'Thứ Hai – Thứ Sáu 07:30 – 11:00',
      'Thứ Bảy 08:00 – 10:30',
      'Chủ nhật Nghỉ',
      'Ngày làm bù 07:30 – 11:30, 13:30 – 17:00',
    ])
    await page.getByRole('region', { name: 'Các đơn vị có giờ riêng' }).getByText('Sắp áp dụng').first().waitFor()
    expect(complaints).toEqual([])

    world().clock.now = new Date('2026-11-24T05:00:00Z')
    const phone = world().openPhone()
    await phone.signIn()
    // Sent past eleven: that day is over, and the last day ends at eleven too.
    const { code } = await send(phone)
    const { dueAt } = ok(await phone.get<Progress>(`/api/me/feedback/${code}`))
    expect(dueAt).toMatch(/T04:00:00.000Z$/)
    const later = await open(SCREEN, PHONE)
    await later.page.getByText('Giờ riêng của đơn vị, từ ngày 24/11/2026.').waitFor()
    await later.page.goto(`${world().url}${SCREEN}?unit=mau-thpt`)
    await later.page.getByText('Đơn vị chưa có giờ riêng: đang theo giờ của Sở Giáo dục').waitFor()
  })

  test('who may not set hours is not led there, and is told so at its address', async () => {
    const { page } = await open('/admin/cau-hinh-phan-anh', DESKTOP, { role: 'feedback_officer' })
    await page.getByRole('link', { name: 'Mẫu trả lời' }).waitFor()
    expect(await page.getByRole('link', { name: 'Giờ làm việc' }).count()).toBe(0)
    await page.goto(world().url + SCREEN)
    await page.getByRole('heading', { level: 1, name: 'Chưa được giao quyền' }).waitFor()
  })

  test('a day with a long pause is refused in words when its hours overlap, or when no weekday has any', async () => {
    const { page } = await open(`${SCREEN}?unit=mau-thcs`, PHONE)
    await page.getByRole('table', { name: 'Giờ đang áp dụng' }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.getByLabel('Áp dụng từ ngày').fill('1/2/2027')
    await page.getByRole('button', { name: 'Thêm buổi, Thứ Ba' }).click()
    const opens = page.getByLabel(/^Thứ Ba, buổi \d, từ$/).last()
    await opens.fill('06:00')
    await opens.press('Tab')
    await page.getByRole('button', { name: 'Ghi giờ làm việc mới' }).click()
    await page.getByRole('alert').getByText('Sớm hơn lúc buổi trước hết giờ').waitFor()
    const remove = page.getByRole('button', { name: /^Bỏ Thứ (Hai|Ba|Tư|Năm|Sáu)/ })
    while ((await remove.count()) > 0) await remove.first().click()
    await page.getByRole('button', { name: 'Ghi giờ làm việc mới' }).click()
    await page.getByRole('alert').getByText('ít nhất một ngày từ thứ Hai đến thứ Sáu').waitFor()
  })
})

import type { Page } from 'playwright-core'
import { open } from './visit.ts'

export const MAI = { name: 'Trần Thị Mai', address: 'Ấp Số Ba, Xã Số Một', phone: '0912 345 678' }
export const LATE = 'Hồ sơ xin bản sao bằng tốt nghiệp của con tôi đã quá hẹn mười ngày mà chưa có kết quả.'

/** Every address this page asked for. */
export function listenToAddresses(page: Page) {
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(decodeURIComponent(request.url())))
  return addresses
}

export const goOn = async (page: Page) => {
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
}
export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

export async function write(page: Page, url: string, { content = LATE, category = 'Hồ sơ giải quyết chậm' } = {}) {
  await open(page, `${url}/phan-anh`)
  await page.getByRole('link', { name: 'Gửi phản ánh, góp ý' }).click()
  await page.getByRole('radio', { name: /Phản ánh việc giải quyết/ }).check()
  await goOn(page)
  await heading(page, 'Việc này thuộc mục nào?')
  await page.getByRole('radio', { name: new RegExp(category) }).check()
  await goOn(page)
  await heading(page, 'Chuyện gì đã xảy ra?')
  await page.getByLabel('Nội dung', { exact: true }).fill(content)
  await goOn(page)
}

export async function sayWho(page: Page) {
  await heading(page, 'Bạn là ai?')
  await page.getByLabel('Họ và tên').fill(MAI.name)
  await page.getByLabel('Địa chỉ').fill(MAI.address)
  await page.getByLabel('Số điện thoại').fill(MAI.phone)
  await goOn(page)
  await heading(page, 'Bạn có đồng ý không?')
}

export async function agree(page: Page) {
  await page.getByRole('checkbox', { name: /Tôi đồng ý/ }).check()
  await goOn(page)
  await heading(page, 'Xem lại rồi gửi')
}

export async function passFiles(page: Page) {
  await heading(page, 'Ảnh, giấy tờ kèm theo')
  await goOn(page)
}

export async function sendIt(page: Page) {
  await page.getByRole('button', { name: 'Gửi', exact: true }).click()
  await heading(page, 'Đã gửi')
  return (await page.locator('.report-code').innerText()).replace(/\s/g, '')
}

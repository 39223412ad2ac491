import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { answer, findCase, ok, report, take } from '../feedback/reporting.ts'
import { shareWorld } from '../world/world.ts'
import { findBarriers } from './barriers.ts'
import { open, settle, shareBrowser } from './visit.ts'

const MAI = { name: 'Trần Thị Mai', address: 'Ấp Số Ba, Xã Số Một', phone: '0912 345 678' }
const LATE = 'Hồ sơ xin bản sao bằng tốt nghiệp của con tôi đã quá hẹn mười ngày mà chưa có kết quả.'

type Staff = Awaited<ReturnType<ReturnType<ReturnType<typeof shareWorld>>['signIn']>>

/** Every address this page asked for. */
function listenToAddresses(page: Page) {
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(decodeURIComponent(request.url())))
  return addresses
}

const goOn = async (page: Page) => {
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
}
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

async function write(page: Page, url: string, { content = LATE, category = 'Hồ sơ giải quyết chậm' } = {}) {
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

async function sayWho(page: Page) {
  await heading(page, 'Bạn là ai?')
  await page.getByLabel('Họ và tên').fill(MAI.name)
  await page.getByLabel('Địa chỉ').fill(MAI.address)
  await page.getByLabel('Số điện thoại').fill(MAI.phone)
  await goOn(page)
  await heading(page, 'Bạn có đồng ý không?')
}

async function agree(page: Page) {
  await page.getByRole('checkbox', { name: /Tôi đồng ý/ }).check()
  await goOn(page)
  await heading(page, 'Xem lại rồi gửi')
}

async function passFiles(page: Page) {
  await heading(page, 'Ảnh, giấy tờ kèm theo')
  await goOn(page)
}

async function sendIt(page: Page) {
  await page.getByRole('button', { name: 'Gửi', exact: true }).click()
  await heading(page, 'Đã gửi')
  return (await page.locator('.report-code').innerText()).replace(/\s/g, '')
}

describe('a citizen reports from the app', { timeout: 120_000 }, () => {
  // A Thursday, ten in the morning in Vietnam.
  const world = shareWorld({ withApp: true, at: '2026-11-26T03:00:00Z' })
  const browser = shareBrowser()
  let officer: Staff
  let head: Staff

  beforeAll(async () => {
    officer = await world().signIn({ role: 'feedback_officer', name: 'Lê Văn Hùng' })
    head = await world().signIn({ role: 'unit_head', name: 'Phạm Thị Hoa' })
  })

  test('a parent writes, is shown what is missing, sends, is asked, answers, rates, and asks to look again', async () => {
    const { page, complaints } = await browser.visit()
    const addresses = listenToAddresses(page)
    await open(page, `${world().url}/`)
    await page.getByRole('link', { name: /Phản ánh, góp ý/ }).click()
    await page.getByRole('link', { name: 'Gửi phản ánh, góp ý' }).click()
    await goOn(page)
    await page.getByRole('alert').getByRole('link', { name: 'Chọn bạn muốn gửi gì' }).press('Enter')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio')
    await page.getByRole('radio', { name: /Phản ánh việc giải quyết/ }).check()
    await goOn(page)
    await page.getByRole('radio', { name: /Hồ sơ giải quyết chậm/ }).check()
    await page.getByLabel(/Trường, cơ quan nào/).fill('van phong')
    await page.getByRole('button', { name: /Văn phòng Sở/ }).click()
    await goOn(page)
    await page.getByLabel('Nội dung', { exact: true }).fill('Chậm')
    await goOn(page)
    await page.getByRole('alert').getByText('Viết nội dung, ít nhất 10 chữ cái').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.getByLabel('Nội dung', { exact: true }).fill(LATE)
    await page.getByLabel(/Xảy ra ở đâu/).fill('Quầy một cửa')
    await goOn(page)
    await passFiles(page)
    await page.getByLabel('Số điện thoại').fill('12345')
    await goOn(page)
    for (const text of ['Ghi họ và tên', 'Ghi địa chỉ', 'Số điện thoại có 10 số, bắt đầu bằng 0'])
      expect(await page.getByText(text).count()).toBe(2)
    await sayWho(page)
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0)
    await page.getByText(/Tôi đồng ý để đơn vị giải quyết/).waitFor()
    await goOn(page)
    await page
      .getByRole('alert')
      .getByText(/Đánh dấu đồng ý/)
      .waitFor()
    await agree(page)
    const code = await sendIt(page)
    await page.getByText('Trả lời chậm nhất').waitFor()

    await page.getByRole('link', { name: 'Theo dõi việc này' }).click()
    await page.getByText('Đã nhận', { exact: true }).waitFor()
    let now = await findCase(officer, code)
    expect(now).toMatchObject({ state: 'received', categoryId: 'ho-so-cham' })
    now = ok(await take(officer, now, 'assign'))
    now = ok(await take(officer, now, 'begin'))
    ok(await take(officer, now, 'ask', { text: 'Chị cho biết số giấy hẹn.' }))
    await world().runJob('outbox.deliver')

    await open(page, `${world().url}/cua-toi`)
    await page.getByText(/2 tin chưa đọc/).waitFor()
    await page.getByRole('link', { name: /Tin của tôi/ }).click()
    await page.getByRole('link', { name: /Cơ quan hỏi thêm/ }).click()
    await page.getByText('Chị cho biết số giấy hẹn.').first().waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.getByLabel('Bạn trả lời').fill('Giấy hẹn số 12 ngày 20/01.')
    await page.getByRole('button', { name: 'Gửi bổ sung' }).click()
    await page.getByText('Đang giải quyết', { exact: true }).waitFor()
    await page.getByText('Giấy hẹn số 12 ngày 20/01.').waitFor()

    now = await findCase(officer, code)
    now = ok(await take(officer, now, 'draft', { text: 'Bản sao đã ký, mời chị đến nhận.' }))
    now = ok(await take(officer, now, 'submit'))
    now = ok(await take(head, now, 'approve'))
    ok(await take(head, now, 'send'))
    await page.reload()
    await settle(page)
    await page.getByText('Bản sao đã ký, mời chị đến nhận.').waitFor()
    await page.getByRole('button', { name: 'Gửi đánh giá' }).click()
    await page.getByText('Chọn một mức').waitFor()
    await page.getByRole('radio', { name: /2 sao/ }).check()
    await page.getByRole('button', { name: 'Gửi đánh giá' }).click()
    await page.getByRole('button', { name: 'Gửi đánh giá' }).waitFor({ state: 'detached' })
    await page.getByText('Chưa thoả đáng? Yêu cầu xem lại').click()
    await page.getByLabel('Điều gì chưa được?').fill('Tôi đến nhưng chưa có kết quả.')
    await page.getByRole('button', { name: 'Gửi yêu cầu xem lại' }).click()
    await page.getByText('Đã yêu cầu xem lại').waitFor()
    expect((await findCase(officer, code)).state).toBe('reopened')

    const told = [MAI.name, 'Ấp Số Ba', '345 678', '345678', 'quá hẹn', 'Giấy hẹn số 12', 'chưa có kết quả']
    expect(addresses.length).toBeGreaterThan(20)
    expect(addresses.filter((address) => told.some((text) => address.includes(text)))).toEqual([])
    expect(complaints).toEqual([])
  })

  test('what is being written survives closing the app and having no network, and is sent once', async () => {
    const { page } = await browser.visit()
    await write(page, world().url)
    await passFiles(page)
    await sayWho(page)
    await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated')
    await page.context().setOffline(true)
    await page.goto(`${world().url}/phan-anh`)
    await page.getByText('Bạn đang viết dở').waitFor()
    await page.getByRole('link', { name: 'Viết tiếp' }).click()
    await page.goto(`${world().url}/phan-anh/gui/dong-y`)
    await agree(page)
    await page.getByText(MAI.name).waitFor()
    await page.getByRole('button', { name: 'Gửi', exact: true }).click()
    await page.getByText(/Chưa gửi được vì mạng yếu hoặc mất mạng/).waitFor()
    await page.context().setOffline(false)

    // The answer is lost on its way, though the report has arrived.
    await page.route('**/api/feedback', async (route) => {
      await route.fetch()
      await route.abort()
      await page.unroute('**/api/feedback')
    })
    await page.getByRole('button', { name: 'Gửi lại' }).click()
    await page.getByText(/Chưa gửi được vì mạng yếu hoặc mất mạng/).waitFor()
    await page.getByRole('button', { name: 'Gửi lại' }).click()
    await heading(page, 'Đã gửi')
    await open(page, `${world().url}/phan-anh/cua-toi`)
    expect(await page.locator('main .rows a').count()).toBe(1)
    await open(page, `${world().url}/phan-anh`)
    await page.getByRole('link', { name: 'Gửi phản ánh, góp ý' }).waitFor()
  })

  test('a tố cáo is shown its own way; who says that it is none goes on', async () => {
    const { page } = await browser.visit()
    await open(page, `${world().url}/phan-anh/gui/loai`)
    await page.getByRole('radio', { name: /Khiếu nại hoặc tố cáo/ }).check()
    await page.getByRole('heading', { name: 'Khiếu nại, tố cáo phải gửi theo đường riêng' }).waitFor()
    expect(await page.getByRole('button', { name: 'Tiếp tục' }).count()).toBe(0)
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: /không phải khiếu nại, tố cáo/ }).click()
    await write(page, world().url, { content: 'Tôi tố cáo hiệu trưởng thu tiền sai quy định.' })
    await page.getByRole('link', { name: 'Xem cách gửi và nơi gửi' }).waitFor()
    expect(await page.getByRole('link', { name: 'Xem cách gửi và nơi gửi' }).getAttribute('href')).toBe(
      '/cam-nang/khieu-nai-to-cao',
    )
    await page.getByRole('button', { name: /không phải khiếu nại, tố cáo/ }).click()
    await passFiles(page)
    await sayWho(page)
    await agree(page)
    await sendIt(page)
  })

  test('where somebody may be in danger, help stands first, and the person may go on', async () => {
    const { page } = await browser.visit()
    await write(page, world().url, {
      content: 'Con tôi bị bạn cùng lớp đánh đập, bạo lực học đường mà trường im lặng.',
    })
    await page.getByRole('heading', { name: /hãy gọi ngay/ }).waitFor()
    expect(await page.getByRole('link', { name: /111/ }).getAttribute('href')).toBe('tel:111')
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Đi tiếp' }).click()
    await passFiles(page)
    await heading(page, 'Bạn là ai?')
  })

  test('another phone opens the report by its private link, and by code and last digits sees no word of it', async () => {
    const phone = world().openPhone()
    await phone.signIn()
    const { code, linkToken } = ok(await phone.post<{ code: string; linkToken: string }>('/api/feedback', report()))
    const { page } = await browser.visit()
    const addresses = listenToAddresses(page)
    await open(page, `${world().url}/phan-anh/xem/${code}#${linkToken}`)
    await page.getByText(/đã quá hẹn mười ngày/).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await open(page, `${world().url}/phan-anh/xem/${code}#AAAAAAAAAAAAAAAAAAAAAA`)
    await page.reload()
    await page.getByText(/Không tìm thấy việc này/).waitFor()

    await open(page, `${world().url}/phan-anh/tra-cuu`)
    await page.getByRole('button', { name: 'Tra cứu', exact: true }).click()
    expect(await page.getByText('Ghi đúng 4 số cuối').count()).toBe(2)
    await page
      .getByLabel('Mã trên biên nhận')
      .fill(`${code.slice(0, 2)} ${code.slice(2, 6)}-${code.slice(6)}`.toLowerCase())
    await page.getByLabel(/Bốn số cuối/).fill('5679')
    await page.getByRole('button', { name: 'Tra cứu', exact: true }).click()
    await page.getByText(/Không tìm thấy việc này/).waitFor()
    await page.getByLabel(/Bốn số cuối/).fill('5678')
    await page.getByRole('button', { name: 'Tra cứu', exact: true }).click()
    await page.getByText('Đã nhận', { exact: true }).waitFor()
    expect(await page.getByText(/quá hẹn mười ngày/).count()).toBe(0)
    expect(await findBarriers(page)).toEqual([])
    expect(addresses.filter((address) => address.includes(linkToken) || address.includes('5678'))).toEqual([])
  })

  test('an answered report that is public is found, and “Tôi cũng gặp” counts once and can be taken back', async () => {
    const phone = world().openPhone()
    await phone.signIn()
    const { code } = ok(await phone.post<{ code: string }>('/api/feedback', report()))
    const { id } = await answer(officer, head, code, 'Đã có kết quả.')
    const words = { title: 'Bản sao bằng bị chậm', content: 'Chờ quá hẹn.', answer: 'Đã có kết quả.', reason: '' }
    ok(await officer.put(`/admin/api/reports/${id}/public`, words))
    const { page } = await browser.visit()
    await open(page, `${world().url}/phan-anh/da-tra-loi`)
    await page.getByLabel('Tìm trong các việc đã trả lời').fill('ban sao')
    await page.waitForURL(/q=ban/)
    await page.getByLabel('Mục', { exact: true }).selectOption('ho-so-cham')
    await page.getByRole('link', { name: /Bản sao bằng bị chậm/ }).click()
    await heading(page, 'Bản sao bằng bị chậm')
    await page.getByRole('button', { name: 'Tôi cũng gặp' }).click()
    await page.getByText(/1 người cũng gặp việc này/).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Tôi không còn gặp nữa' }).click()
    await page.getByText(/Chưa có ai báo cũng gặp/).waitFor()

    await write(page, world().url, { content: 'Bản sao bằng của tôi bị chậm, chờ quá hẹn.' })
    await page.getByRole('heading', { name: 'Có thể đã có trả lời' }).waitFor()
    await page.getByRole('link', { name: /Bản sao bằng bị chậm/ }).waitFor()
  })

  test('what is kept can be taken along, withdrawn from and erased, and the device forgets', async () => {
    const { page } = await browser.visit()
    await open(page, `${world().url}/du-lieu-cua-toi`)
    await page.getByText(/Máy chủ chưa giữ gì về bạn/).waitFor()
    expect(await page.evaluate(() => localStorage.getItem('citizen-session'))).toBeNull()
    await write(page, world().url)
    await page
      .getByRole('button', { name: /đi tiếp/ })
      .or(page.getByRole('button', { name: 'Tiếp tục' }))
      .first()
      .click()
    await page.waitForURL(/\/(tep|nguoi-gui)$/)
    if (page.url().endsWith('tep')) await passFiles(page)
    await sayWho(page)
    await agree(page)
    await sendIt(page)

    await open(page, `${world().url}/du-lieu-cua-toi`)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải bản sao về máy' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('du-lieu-cua-toi.json')
    await page.getByRole('button', { name: /Rút lại đồng ý/ }).click()
    await page.getByText(/Đã rút lại lúc/).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Xoá hết dữ liệu của tôi' }).click()
    expect(await page.getByRole('button', { name: 'Xoá vĩnh viễn' }).isDisabled()).toBe(true)
    await page.getByRole('checkbox', { name: 'Tôi hiểu và muốn xoá' }).check()
    await page.getByRole('button', { name: 'Xoá vĩnh viễn' }).click()
    await page.getByText(/Đã xoá lúc/).waitFor()
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, library: '', 'feedback-form': '' }))
    expect(kept).not.toMatch(/ctz_|Trần Thị Mai|linkToken/)
  })
})

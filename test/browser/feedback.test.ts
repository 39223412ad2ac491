import { beforeAll, describe, expect, test } from 'vitest'
import { findCase, ok, take } from '../feedback/reporting.ts'
import { shareWorld } from '../world/world.ts'
import { findBarriers } from './barriers.ts'
import {
  agree,
  goOn,
  heading,
  LATE,
  listenToAddresses,
  MAI,
  passFiles,
  sayWho,
  sendIt,
  write,
} from './feedback-form.ts'
import { open, settle, shareBrowser } from './visit.ts'

type Staff = Awaited<ReturnType<ReturnType<ReturnType<typeof shareWorld>>['signIn']>>

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
})

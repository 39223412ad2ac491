import { beforeAll, describe, expect, test } from 'vitest'
import { answer, ok, report } from '../feedback/reporting.ts'
import { shareWorld } from '../world/world.ts'
import { findBarriers } from './barriers.ts'
import { agree, heading, listenToAddresses, passFiles, sayWho, sendIt, write } from './feedback-form.ts'
import { open, shareBrowser } from './visit.ts'

type Staff = Awaited<ReturnType<ReturnType<ReturnType<typeof shareWorld>>['signIn']>>

describe('a report once it is sent, from the app', { timeout: 120_000 }, () => {
  // A Thursday, ten in the morning in Vietnam.
  const world = shareWorld({ withApp: true, at: '2026-11-26T03:00:00Z' })
  const browser = shareBrowser()
  let officer: Staff
  let head: Staff

  beforeAll(async () => {
    officer = await world().signIn({ role: 'feedback_officer', name: 'Lê Văn Hùng' })
    head = await world().signIn({ role: 'unit_head', name: 'Phạm Thị Hoa' })
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

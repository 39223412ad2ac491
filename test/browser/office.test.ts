import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { findCase, ok, type Progress, send, take } from '../feedback/reporting.ts'
import type { StaffClient } from '../world/staff.ts'
import { shareWorld } from '../world/world.ts'
import { findBarriers } from './barriers.ts'
import { DESKTOP, PHONE } from './chromium.ts'
import { sitDown as goOnAs, shareBrowser } from './visit.ts'

const ANSWER = 'Hồ sơ của anh/chị đã có kết quả, mời đến nhận tại bộ phận một cửa.'

describe('reports of citizens, in the staff web', { timeout: 180_000 }, () => {
  const world = shareWorld({ withApp: true })
  const browser = shareBrowser()

  /** A desk where this person is signed in already, with the second factor. */
  async function sitDown(person: StaffClient, path: string, options: BrowserContextOptions = DESKTOP) {
    const { page, complaints } = await browser.visit(options)
    await goOnAs(page, world().url, person)
    await page.goto(`${world().url}/admin${path}`)
    return { page, complaints }
  }

  async function parent(change: object = {}) {
    const phone = world().openPhone()
    await phone.signIn()
    return { phone, ...(await send(phone, change)) }
  }

  const officer = () => world().signIn({ role: 'feedback_officer', name: 'Lê Văn Hùng' })
  const head = () => world().signIn({ role: 'unit_head', name: 'Phạm Thị Hoa' })

  /** Opens a step's dialog and takes the step, as whoever reads what it says would. */
  async function step(page: Page, name: string, { say, yes = name }: { say?: string; yes?: string } = {}) {
    await page.getByRole('complementary').getByRole('button', { name, exact: true }).click()
    const dialog = page.getByRole('dialog')
    if (say !== undefined) await dialog.getByRole('textbox').fill(say)
    await dialog.getByRole('button', { name: yes, exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
  }

  test('an officer asks and drafts, the head approves and sends, and it is put before everybody without names', async () => {
    const hung = await officer()
    const hoa = await head()
    const { phone, code } = await parent()
    const { unitId } = await findCase(hung, code)
    const template = { use: 'answer', categoryId: 'ho-so-cham', title: 'Hồ sơ đã xong', text: ANSWER, isActive: true }
    ok(await hung.post('/admin/api/feedback/templates', { ...template, unitId }))

    const { page, complaints } = await sitDown(hung, '/phan-anh')
    await page.getByLabel('Tìm theo mã').fill(code.toLowerCase())
    await page.getByRole('link', { name: code }).click()
    await step(page, 'Phân loại')
    await step(page, 'Giao')
    await step(page, 'Bắt đầu xử lý')
    await step(page, 'Hỏi thêm người gửi', { say: 'Chị cho xin số giấy hẹn.' })
    await page.getByRole('complementary').getByText('Chờ người gửi bổ sung').waitFor()
    expect(ok(await phone.get<Progress>(`/api/me/feedback/${code}`))).toMatchObject({ state: 'waiting_for_you' })
    ok(await phone.post(`/api/me/feedback/${code}/supplements`, { text: 'Giấy hẹn số 12.', fileIds: [] }))

    await page.reload()
    await page.getByText('Giấy hẹn số 12.').waitFor()
    await page.getByRole('complementary').getByRole('button', { name: 'Soạn trả lời' }).click()
    await page.getByRole('combobox', { name: 'Chèn mẫu có sẵn' }).click()
    await page.getByTitle('Hồ sơ đã xong').click()
    await page.getByRole('button', { name: 'Lưu dự thảo' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await step(page, 'Trình duyệt')
    await page.getByText('Người soạn không tự duyệt').waitFor()
    expect(await page.getByRole('complementary').getByRole('button', { name: 'Duyệt', exact: true }).count()).toBe(0)

    const heads = await sitDown(hoa, '/phan-anh?state=awaiting_approval')
    await heads.page.getByRole('link', { name: code }).click()
    await step(heads.page, 'Duyệt', { yes: 'Duyệt và gửi ngay' })
    await heads.page.getByRole('complementary').getByText('Đã trả lời').waitFor()
    expect(ok(await phone.get<Progress>(`/api/me/feedback/${code}`))).toMatchObject({
      state: 'answered',
      answer: { text: ANSWER },
    })

    await page.reload()
    await page.getByRole('button', { name: 'Đưa lên trang công khai' }).click()
    await page.getByLabel('Tiêu đề').fill('Hồ sơ bản sao bằng quá hẹn')
    await page.getByRole('button', { name: 'Đăng', exact: true }).click()
    await page.getByRole('dialog').getByText('Đọc lại rồi đánh dấu').first().waitFor()
    await page.getByLabel('Tôi đã đọc lại và bỏ những gì để lộ người gửi').check()
    await page.getByRole('button', { name: 'Đăng', exact: true }).click()
    await page.getByRole('button', { name: 'Ẩn khỏi trang công khai' }).waitFor()
    expect(await world().getJson(`/api/feedback/answered/${code}`)).toMatchObject({
      title: 'Hồ sơ bản sao bằng quá hẹn',
      answer: ANSWER,
    })
    expect([...complaints, ...heads.complaints]).toEqual([])
  })

  test('who comes second is told who was quicker, and keeps what they wrote', async () => {
    const hung = await officer()
    const mai = await world().signIn({ role: 'feedback_officer', name: 'Võ Thị Mai' })
    const { code } = await parent()
    let now = await findCase(mai, code)
    for (const each of ['assign', 'begin'] as const) now = ok(await take(mai, now, each))
    const { page } = await sitDown(hung, `/phan-anh/${now.id}`)
    await page.getByRole('button', { name: 'Soạn trả lời' }).click()
    await page.getByLabel('Câu trả lời', { exact: true }).fill('Dự thảo của tôi.')
    ok(await take(mai, now, 'draft', { text: 'Dự thảo của Mai.' }))
    await page.getByRole('button', { name: 'Lưu dự thảo' }).click()
    await page.getByText('Võ Thị Mai vừa xử lý trước').waitFor()
    expect(await page.getByLabel('Câu trả lời', { exact: true }).inputValue()).toBe('Dự thảo của tôi.')
    await page.getByText('Xem dự thảo người kia vừa lưu').click()
    await page.getByRole('dialog').getByText('Dự thảo của Mai.').waitFor()
    await page.getByRole('button', { name: 'Lưu dự thảo' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect((await findCase(mai, code)).answer).toMatchObject({
      text: 'Dự thảo của tôi.',
      authorNames: ['Võ Thị Mai', 'Lê Văn Hùng'],
    })
  })

  test('the sender is opened for a reason, and not by the officer the report names', async () => {
    const hung = await officer()
    const { code } = await parent()
    const { id } = await findCase(hung, code)
    const { page } = await sitDown(hung, `/phan-anh/${id}`)
    await page.getByRole('button', { name: 'Xem người gửi' }).click()
    await page.getByLabel('Lý do xem').fill('Gọi lại hỏi số giấy hẹn')
    await page.getByRole('button', { name: 'Mở tên người gửi' }).click()
    await page.getByText('Trần Thị Mai').waitFor()
    await page.getByText('Gọi lại hỏi số giấy hẹn').waitFor()

    const named = await parent({ namedOfficer: 'ông Lê Văn Hùng' })
    const about = await findCase(hung, named.code)
    await page.goto(`${world().url}/admin/phan-anh/${about.id}`)
    await page.getByText('Phản ánh này nêu tên anh/chị.').waitFor()
    expect(await page.getByRole('button', { name: 'Xem người gửi' }).count()).toBe(0)
    expect(await page.getByRole('complementary').getByRole('button').count()).toBe(0)
  })

  test('many are handled at once, each with its own outcome; j and Enter open a row', async () => {
    const hung = await officer()
    const first = await parent({ categoryId: 'thi-phuc-khao' })
    const second = await parent({ categoryId: 'thi-phuc-khao', namedOfficer: 'Lê Văn Hùng' })
    const { page } = await sitDown(hung, '/phan-anh?categoryId=thi-phuc-khao')
    await page.getByRole('checkbox', { name: 'Chọn mọi dòng đang hiện' }).check()
    await page.getByText('Đã chọn 2 phản ánh').waitFor()
    await page.getByRole('button', { name: 'Phân loại', exact: true }).click()
    await page.getByRole('button', { name: 'Phân loại 2 phản ánh' }).click()
    await page.getByText('Phân loại: xong 1, chưa được 1').waitFor()
    const outcomes = await page.getByRole('dialog').getByRole('listitem').allTextContents()
    expect(outcomes.find((line) => line.includes(first.code))).toContain('Xong')
    expect(outcomes.find((line) => line.includes(second.code))).toContain('nêu tên anh/chị')
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng', exact: true }).last().click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: `Phản ánh ${second.code}` }).waitFor()
  })

  test('answers that wait for their day are sent together before it', async () => {
    const hung = await officer()
    const hoa = await head()
    const waiting = [await parent(), await parent()]
    for (const { code } of waiting) {
      let now = await findCase(hung, code)
      for (const [each, said] of [
        ['assign', {}],
        ['begin', {}],
        ['draft', { text: ANSWER }],
        ['submit', {}],
      ] as const)
        now = ok(await take(hung, now, each, said))
      ok(await take(hoa, now, 'approve', { answerDay: '2026-11-27' }))
    }
    const { page } = await sitDown(hoa, '/phan-anh')
    await page.getByRole('button', { name: 'Ngày trả lời' }).click()
    await page.getByText('27/11/2026').first().waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Chọn tất cả đang hiện' }).click()
    await page.getByRole('button', { name: 'Gửi trả lời', exact: true }).click()
    await page.getByRole('button', { name: 'Gửi trả lời 2 phản ánh' }).click()
    await page.getByText('Gửi trả lời: xong 2, chưa được 0').waitFor()
    for (const { phone, code } of waiting)
      expect(ok(await phone.get<Progress>(`/api/me/feedback/${code}`)).state).toBe('answered')
  })

  test.each([
    { at: 'at a desk', options: DESKTOP, width: 1280 },
    { at: 'on a phone', options: PHONE, width: 390 },
  ])('inbox, report and settings have no barrier $at, and nothing sticks out', async ({ options, width }) => {
    const lan = await world().signIn()
    const { code } = await parent()
    const { id } = await findCase(lan, code)
    const { page, complaints } = await sitDown(lan, '/phan-anh', options)
    const paths = ['/phan-anh', `/phan-anh/${id}`, '', '?muc=noi-xu-ly', '?muc=mau'].map((path) =>
      path.startsWith('/') ? path : `/cau-hinh-phan-anh${path}`,
    )
    for (const path of paths) {
      await page.goto(`${world().url}/admin${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.locator('.waiting').first().waitFor({ state: 'detached' })
      expect(await findBarriers(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
    await page.goto(`${world().url}/admin/phan-anh/${id}`)
    await page.getByRole('button', { name: 'Trả lại', exact: true }).click()
    await page.getByRole('dialog').waitFor()
    expect(await findBarriers(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})

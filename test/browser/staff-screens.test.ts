import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { SCREENS } from '../../admin/screens.tsx'
import { readSpreadsheet } from '../../server/spreadsheets/read-spreadsheet.ts'
import { shareWorld } from '../world/world.ts'
import { findBarriers } from './barriers.ts'
import { GONE, openBusyOffice } from './busy-office.ts'
import { DESKTOP, PHONE } from './chromium.ts'
import { shareBrowser, sitDown } from './visit.ts'

type Office = Awaited<ReturnType<typeof openBusyOffice>>
type Visit = { path: string; shows: string }

/** Every screen by its path in admin/screens.tsx: addresses that show it filled, and words that prove it. */
const VISITS: Record<string, (office: Office) => Visit[]> = {
  '/viec': () => [{ path: '/viec', shows: 'Học phí năm học mới' }],
  '/phan-anh': ({ reportCode }) => [{ path: '/phan-anh', shows: reportCode }],
  '/phan-anh/ngay-tra-loi': ({ waitingCode }) => [{ path: '/phan-anh/ngay-tra-loi', shows: waitingCode }],
  '/phan-anh/:id': ({ reportId, publicId }) => [
    { path: `/phan-anh/${reportId}`, shows: 'Đã gọi phòng Khảo thí.' },
    { path: `/phan-anh/${publicId}`, shows: 'Hồ sơ bị chậm' },
  ],
  '/cau-hinh-phan-anh': () => [
    { path: '/cau-hinh-phan-anh', shows: 'Hồ sơ giải quyết chậm' },
    { path: '/cau-hinh-phan-anh?muc=noi-xu-ly', shows: 'Từ 01/12/2026' },
    { path: '/cau-hinh-phan-anh?muc=mau', shows: 'Hồ sơ đã xong' },
  ],
  '/cau-hinh-phan-anh/gio-lam-viec': () => [
    { path: '/cau-hinh-phan-anh/gio-lam-viec', shows: 'Từ ngày 01/12/2026' },
    { path: '/cau-hinh-phan-anh/gio-lam-viec?unit=mau-thpt', shows: 'Đơn vị chưa có giờ riêng' },
  ],
  '/hoi-thi': () => [{ path: '/hoi-thi', shows: 'Hội thi năm sau' }],
  '/hoi-thi/:id': ({ contestId, contestDraftId, contestEndedId }) => [
    { path: `/hoi-thi/${contestId}`, shows: 'Cam kết rút thăm' },
    { path: `/hoi-thi/${contestId}?muc=tham-gia`, shows: 'Trường THPT Số Một (mẫu)' },
    { path: `/hoi-thi/${contestId}?muc=danh-sach`, shows: 'Tải mẫu Excel' },
    { path: `/hoi-thi/${contestId}?muc=trung-ma`, shows: 'Nguyễn Văn Trùng' },
    { path: `/hoi-thi/${contestId}?muc=kiem-tra`, shows: 'Câu 1/20' },
    { path: `/hoi-thi/${contestDraftId}?muc=kiem-tra`, shows: 'Chưa có quyết định' },
    { path: `/hoi-thi/${contestDraftId}?muc=soan`, shows: 'Thêm căn cứ' },
    { path: `/hoi-thi/${contestEndedId}?muc=ket-qua`, shows: 'N. V. 1' },
    { path: `/hoi-thi/${contestEndedId}?muc=ket-qua&xem=don-vi`, shows: 'Điểm trung bình' },
    { path: `/hoi-thi/${contestEndedId}?muc=khieu-nai`, shows: 'Câu 4 tôi chọn B' },
    { path: `/hoi-thi/${contestEndedId}?muc=cau-hoi`, shows: 'Độ phân biệt' },
    { path: `/hoi-thi/${contestEndedId}?muc=bai-giong&don-vi=mau-thpt`, shows: 'Cách so này thấy được bao nhiêu' },
  ],
  '/chien-dich': () => [{ path: '/chien-dich', shows: 'Tháng cải cách hành chính' }],
  '/chien-dich/:id': ({ campaignId }) => [
    { path: `/chien-dich/${campaignId}`, shows: 'Ngày hội một cửa' },
    { path: `/chien-dich/${campaignId}?muc=soan`, shows: 'Thêm căn cứ' },
    { path: `/chien-dich/${campaignId}?muc=gui`, shows: 'Soạn tin' },
  ],
  '/chien-dich/gui/:id': ({ campaignSendId }) => [
    { path: `/chien-dich/gui/${campaignSendId}`, shows: 'Quá 7 ngày chưa trò chuyện' },
  ],
  '/noi-dung': () => [{ path: '/noi-dung', shows: 'Học phí năm học mới' }],
  '/noi-dung/:entryId': ({ entryId, drafts }) => [
    { path: `/noi-dung/${entryId}`, shows: 'Lưu nháp' },
    { path: `/noi-dung/${entryId}?muc=ban`, shows: 'So sánh hai bản' },
    { path: `/noi-dung/${entryId}?muc=viec`, shows: 'Nguồn này nên xem lại trong tháng.' },
    { path: `/noi-dung/${entryId}?muc=xem-truoc`, shows: 'Trường THPT mẫu' },
    ...[...drafts.values()].map((id) => ({ path: `/noi-dung/${id}`, shows: 'Lưu nháp' })),
  ],
  '/lien-ket-hong': () => [{ path: '/lien-ket-hong', shows: GONE }],
  '/doi-chieu': () => [{ path: '/doi-chieu', shows: 'Cổng quốc gia' }],
  '/doi-chieu/:id': ({ recheckId }) => [{ path: `/doi-chieu/${recheckId}`, shows: '3 ngày làm việc' }],
  '/kenh-zalo': () => [{ path: '/kenh-zalo', shows: 'Tin không gửi được' }],
  '/gop-y': () => [{ path: '/gop-y', shows: 'Chưa rõ nộp ở đâu.' }],
  '/lien-ket': () => [{ path: '/lien-ket', shows: 'Bảng tin trước cổng' }],
  '/lien-ket/:code': ({ linkCode }) => [{ path: `/lien-ket/${linkCode}`, shows: 'Tra cứu thủ tục giáo dục' }],
  '/so-lieu-phan-anh': () => [
    { path: '/so-lieu-phan-anh', shows: 'Quá hạn' },
    { path: '/so-lieu-phan-anh?by=category', shows: 'Hồ sơ giải quyết chậm' },
    { path: '/so-lieu-phan-anh?by=month', shows: '11/2026' },
  ],
  '/so-lieu': () => [
    { path: '/so-lieu', shows: 'Tổng cộng' },
    { path: '/so-lieu?groupBy=unit', shows: 'Không qua liên kết' },
    { path: '/so-lieu?groupBy=day', shows: '23/11/2026' },
  ],
  '/cau-hoi': () => [{ path: '/cau-hoi', shows: 'tram vu tru quoc te' }],
  '/ngan-hang-cau-hoi': () => [
    { path: '/ngan-hang-cau-hoi?topic=van-thu', shows: 'Văn bản hành chính dùng phông chữ nào?' },
    { path: '/ngan-hang-cau-hoi?state=draft', shows: 'Đủ để duyệt' },
  ],
  '/ngan-hang-cau-hoi/them': () => [{ path: '/ngan-hang-cau-hoi/them', shows: 'Thêm phương án' }],
  '/ngan-hang-cau-hoi/nhap': () => [{ path: '/ngan-hang-cau-hoi/nhap', shows: 'Tải mẫu Excel' }],
  '/ngan-hang-cau-hoi/:id': ({ questionId }) => [
    { path: `/ngan-hang-cau-hoi/${questionId}`, shows: 'Nộp đơn xin chuyển trường ở đâu?' },
  ],
  '/don-vi': () => [{ path: '/don-vi', shows: 'Sở Giáo dục và Đào tạo' }],
  '/don-vi/them': () => [{ path: '/don-vi/them', shows: 'Trực thuộc' }],
  '/don-vi/sap-nhap': () => [{ path: '/don-vi/sap-nhap', shows: 'Sáp nhập' }],
  '/don-vi/nhap-tep': () => [{ path: '/don-vi/nhap-tep', shows: 'Chọn tệp' }],
  '/don-vi/:id': () => [{ path: '/don-vi/mau-thpt', shows: 'Học sinh' }],
  '/can-bo': () => [{ path: '/can-bo', shows: 'Phạm Văn Duyệt' }],
  '/can-bo/them': () => [{ path: '/can-bo/them', shows: 'Tạo tài khoản' }],
  '/can-bo/:id': ({ memberId }) => [{ path: `/can-bo/${memberId}`, shows: 'Trần Thị Viết' }],
  '/ma-truy-cap': () => [{ path: '/ma-truy-cap', shows: 'Cổng thông tin của Sở' }],
  '/nhat-ky': () => [{ path: '/nhat-ky', shows: 'Tạo mã truy cập' }],
  '/he-thong': () => [{ path: '/he-thong', shows: 'Sao lưu' }],
  '/tai-khoan': () => [{ path: '/tai-khoan', shows: 'Đổi mật khẩu' }],
}

test('every screen of the staff web is visited here', () => {
  expect(Object.keys(VISITS).sort()).toEqual(SCREENS.map(({ path }) => path).sort())
})

describe('every screen of the staff web, with an office at work in it', { timeout: 180_000 }, () => {
  const world = shareWorld({
    withApp: true,
    links: {
      pauseMs: 0,
      ask: async (address) => ({ outcome: 'answered', status: address === GONE ? 404 : 200, movedTo: null }),
    },
  })
  const browser = shareBrowser()
  let office: Office
  beforeAll(async () => {
    office = await openBusyOffice(world())
  })

  async function enter(options: typeof DESKTOP) {
    const { page, complaints } = await browser.visit(options)
    await sitDown(page, world().url, office.officer)
    return { page, complaints }
  }

  /** With its first row unfolded, where it has rows that unfold. */
  async function show(page: Page, { path, shows }: Visit) {
    await page.goto(`${world().url}/admin${path}`)
    await page.locator('main').getByText(shows).first().waitFor()
    await page.locator('.waiting').first().waitFor({ state: 'detached' })
    const fold = page.locator('main .ant-table-row-expand-icon, main .card > details > summary').first()
    if (await fold.isVisible()) await fold.click()
  }

  test.each([
    { at: 'at a desk', options: DESKTOP },
    { at: 'on a phone', options: PHONE },
  ])('$at has no barrier, nothing sticks out, and the console is silent', async ({ options }) => {
    const { page, complaints } = await enter(options)
    const found: [string, string[]][] = []
    for (const visit of Object.values(VISITS).flatMap((visitsOf) => visitsOf(office))) {
      await show(page, visit)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      const wrong = [...(await findBarriers(page)), ...(overflow > 0 ? [`${overflow} px stick out`] : [])]
      if (wrong.length > 0) found.push([visit.path, wrong])
    }
    expect(found).toEqual([])
    expect(complaints).toEqual([])
  })

  test('“Việc của tôi” tells what readers looked for in vain, read most and said', async () => {
    const { page } = await enter(DESKTOP)
    await page.goto(`${world().url}/admin/viec`)
    const card = (name: string) => page.getByRole('region', { name })
    await card('Tìm mà chưa thấy').getByText('2 lần').waitFor()
    await card('Đọc nhiều nhất')
      .getByText('Bài cẩm nang')
      .or(card('Đọc nhiều nhất').getByText('Cẩm nang'))
      .first()
      .waitFor()
    await card('Góp ý trang chưa xem').getByText('Chưa rõ nộp ở đâu.').waitFor()
    await card('Góp ý trang chưa xem').getByRole('link', { name: 'Xử lý góp ý' }).click()
    await page.getByRole('heading', { level: 1, name: 'Góp ý trang' }).waitFor()
  })

  test('a list downloads as a file with the rows its filters leave', async () => {
    const { page } = await enter(DESKTOP)
    await page.goto(`${world().url}/admin/noi-dung?q=${encodeURIComponent('Học phí năm học mới')}`)
    await page.getByRole('link', { name: 'Học phí năm học mới' }).waitFor()
    const shown = await page.locator('main [data-row]').count()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Xuất bảng' }).click(),
    ])
    const rows = await readSpreadsheet(readFileSync(await file.path()))
    expect(file.suggestedFilename()).toMatch(/^noi-dung.*\.xlsx$/)
    expect([rows.length - 1, rows.flat()]).toEqual([shown, expect.arrayContaining(['Học phí năm học mới'])])
  })

  test.each([
    { at: 'at a desk', options: DESKTOP },
    { at: 'on a phone', options: PHONE },
  ])('$at j finds a row, Enter opens it, and e on a row leads to the editor', async ({ options }) => {
    const { page } = await enter(options)
    for (const path of ['/viec', '/noi-dung'])
      for (const key of ['Enter', 'e']) {
        await page.goto(`${world().url}/admin${path}`)
        await page.locator('main [data-row] [data-open]').first().waitFor()
        await page.keyboard.press('j')
        await page.keyboard.press(key)
        await page.waitForURL(/\/noi-dung\/[^?]+/)
      }
  })

  test('a day is typed as people write it, and the address keeps it for machines', async () => {
    const { page } = await enter({ ...DESKTOP, locale: 'en-US' })
    await page.goto(`${world().url}/admin/so-lieu`)
    const from = page.getByLabel('Từ ngày', { exact: true })
    await from.fill('')
    await from.pressSequentially('1/11/2026')
    await page.waitForURL(/from=2026-11-01/)
    await from.blur()
    expect(await from.inputValue()).toBe('01/11/2026')
  })
})

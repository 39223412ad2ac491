import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { publishArticle, wholeArticle } from '../publishing/writing.ts'
import { PASSWORD } from '../world/staff.ts'
import { shareWorld } from '../world/world.ts'
import { findBarriers } from './barriers.ts'
import { DESKTOP, PHONE } from './chromium.ts'
import { shareBrowser } from './visit.ts'

const GONE = 'https://vanban.example.vn/da-go'

describe('keeping what is published true, in the staff web', { timeout: 120_000 }, () => {
  const world = shareWorld({
    withApp: true,
    links: {
      pauseMs: 0,
      ask: async (address) => ({ outcome: 'answered', status: address === GONE ? 404 : 200, movedTo: null }),
    },
  })
  const browser = shareBrowser()

  async function sitDown({ email }: { email: string }, path: string, options: BrowserContextOptions = DESKTOP) {
    const { page, complaints } = await browser.visit(options)
    await page.goto(`${world().url}/admin/dang-nhap`)
    await page.evaluate(
      async (body) => {
        const headers = { 'content-type': 'application/json' }
        await fetch('/admin/api/session', { method: 'POST', headers, body })
      },
      JSON.stringify({ email, password: PASSWORD }),
    )
    await page.goto(`${world().url}/admin${path}`)
    return { page, complaints }
  }

  const writer = () => world().signIn({ role: 'editor', secondFactor: false })

  function fileOf(text: string) {
    const folder = mkdtempSync(join(tmpdir(), 'cchc-list-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const file = join(folder, 'danh-muc.json')
    writeFileSync(file, text)
    return file
  }

  test('a list is compared, one change is read and accepted, and a draft of it waits to be read', async () => {
    const lan = await writer()
    const { page, complaints } = await sitDown(lan, '/doi-chieu')
    await page.getByRole('button', { name: 'Đối chiếu', exact: true }).click()
    await page.getByText('Chưa chọn tệp').waitFor()
    await page.getByLabel('Tệp danh mục').setInputFiles(fileOf('[{"code":"2.002854","times":"3 ngày làm việc"}]'))
    await page.getByRole('button', { name: 'Đối chiếu', exact: true }).click()
    await page.getByRole('heading', { name: /^Cổng Dịch vụ công quốc gia, ngày/ }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('checkbox').press('Space')
    await page.getByRole('button', { name: 'Nhận 1 thủ tục làm bản nháp' }).press('Enter')
    await page.getByText('Đã tạo 1 bản nháp.').waitFor()
    await page.getByRole('link', { name: 'Mở thủ tục' }).click()
    await page.getByText('Đang soạn').first().waitFor()
    expect(complaints).toEqual([])
  })

  test('a file that is no list says which row is wrong, and what was typed stays', async () => {
    const { page } = await sitDown(await writer(), '/doi-chieu')
    await page.getByLabel('Danh mục lấy từ đâu').fill('Bộ phận Một cửa')
    await page.getByLabel('Tệp danh mục').setInputFiles(fileOf('[{"code":"2.002854"},{"name":"không mã"}]'))
    await page.getByRole('button', { name: 'Đối chiếu', exact: true }).click()
    await page.getByText('Dòng 2: chưa đọc được').waitFor()
    expect(await page.getByLabel('Danh mục lấy từ đâu').inputValue()).toBe('Bộ phận Một cửa')
  })

  test('a dead address is found by hand, told on the first screen, and beside the page that shows it', async () => {
    const lan = await writer()
    const publisher = await world().signIn({ role: 'publisher' })
    const article = wholeArticle({ reviewBy: '2026-11-30', sources: [{ title: 'Trang đã gỡ', url: GONE }] })
    const { entry } = await publishArticle({ author: lan, publisher }, article)
    const { page } = await sitDown(lan, '/lien-ket-hong')
    await page.getByRole('button', { name: 'Kiểm tra ngay' }).click()
    await page.getByText('Trang không còn').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await world().runJob('upkeep.remind')
    await page.goto(`${world().url}/admin/viec`)
    await page.getByText('1 liên kết trên các trang đã hỏng.').waitFor()
    await page.getByRole('button', { name: /^Đã đọc: / }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: /^Đã đọc: / }).press('Enter')
    await page.getByRole('button', { name: /^Đã đọc: / }).waitFor({ state: 'detached' })
    await page.goto(`${world().url}/admin/noi-dung/${entry.id}`)
    await page.getByText('Liên kết cần xem lại: 1').waitFor()
  })

  test.each(['/lien-ket-hong', '/doi-chieu', '/viec'])(
    '%s has no barrier on a phone, and nothing sticks out',
    async (path) => {
      const { page, complaints } = await sitDown(await writer(), path, PHONE)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.locator('.waiting').waitFor({ state: 'detached' })
      expect(await findBarriers(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      expect(complaints).toEqual([])
    },
  )
})

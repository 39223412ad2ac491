import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { createArticle, publishArticle } from '../publishing/writing.ts'
import { PASSWORD, type SignInWish } from '../world/staff.ts'
import { shareWorld } from '../world/world.ts'
import { findBarriers } from './barriers.ts'
import { DESKTOP, PHONE } from './chromium.ts'
import { shareBrowser } from './visit.ts'

describe('writing in the staff web', { timeout: 120_000 }, () => {
  const world = shareWorld({ withApp: true })
  const browser = shareBrowser()

  /** Somebody who has signed in already, at an address of the staff web. */
  async function sitDown({ email }: { email: string }, path: string) {
    const { page, complaints } = await browser.visit(DESKTOP)
    await page.goto(`${world().url}/admin/dang-nhap`)
    const signedIn = await page.evaluate(
      async (body) => {
        const headers = { 'content-type': 'application/json' }
        return (await fetch('/admin/api/session', { method: 'POST', headers, body })).ok
      },
      JSON.stringify({ email, password: PASSWORD }),
    )
    expect(signedIn).toBe(true)
    await page.goto(`${world().url}/admin${path}`)
    return { page, complaints }
  }

  const arrive = (wish: SignInWish) => world().signIn({ secondFactor: false, ...wish })
  const saved = (page: Page) => page.getByText(/^Đã lưu lúc/).waitFor()
  const body = (page: Page) => page.locator('#field-body')

  async function addWords(page: Page, words: string) {
    await body(page).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(words)
  }

  test('two who write at once lose nothing: the second is told who was quicker, compares, and both texts are kept', async () => {
    const lan = await arrive({ role: 'editor', name: 'Trần Thị Lan' })
    const hai = await arrive({ role: 'editor', name: 'Phạm Văn Hai' })
    const { entry } = await createArticle(lan)
    const { page: first } = await sitDown(lan, `/noi-dung/${entry.id}`)
    const { page: second } = await sitDown(hai, `/noi-dung/${entry.id}`)
    await body(second).waitFor()
    await first.locator('#field-summary').fill('Lan viết tóm tắt này, đủ dài cho người đọc.')
    await first.keyboard.press('Control+s')
    await saved(first)

    await addWords(second, 'Hai viết phần thân bài.')
    await second.getByText(/Trần Thị Lan đã lưu bản này lúc/).waitFor()
    await second.getByRole('button', { name: 'Xem bản của người kia' }).click()
    await second.getByRole('dialog').getByText('Lan viết tóm tắt này').waitFor()
    await second
      .getByRole('dialog')
      .getByRole('button', { name: /Chép lại phần của tôi/ })
      .click()
    await saved(second)

    await first.reload()
    await body(first).getByText('Hai viết phần thân bài.').waitFor()
    expect(await first.locator('#field-summary').inputValue()).toBe('Lan viết tóm tắt này, đủ dài cho người đọc.')
  })

  test('what could not be sent is told, outlives a reload, and is saved once the person says so', async () => {
    const lan = await arrive({ role: 'editor' })
    const { entry } = await createArticle(lan)
    const { page } = await sitDown(lan, `/noi-dung/${entry.id}`)
    await body(page).waitFor()
    const isSave = (method: string) => method === 'PUT'
    await page.route('**/admin/api/editions/*', (route) =>
      isSave(route.request().method()) ? route.abort() : route.continue(),
    )
    await addWords(page, 'Viết lúc mất mạng.')
    await page.getByText(/Chưa lưu được: Chưa gửi được vì mất mạng/).waitFor()
    await page.getByRole('link', { name: 'Đơn vị' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Ở lại' }).click()

    await page.reload()
    await page.unroute('**/admin/api/editions/*')
    await page.getByRole('button', { name: 'Lấy lại chữ đó' }).click()
    await saved(page)
    await page.reload()
    await body(page).getByText('Viết lúc mất mạng.').waitFor()
    expect(await page.getByText('Lần trước anh/chị có viết').count()).toBe(0)
  })

  test('a picture put in while the cursor stands in a table comes after it, and a pasted table keeps its cells', async () => {
    const lan = await arrive({ role: 'editor' })
    const { entry } = await createArticle(lan)
    const { page } = await sitDown(lan, `/noi-dung/${entry.id}`)
    await body(page).click()
    await page.evaluate(() => {
      const clipboard = new DataTransfer()
      clipboard.setData(
        'text/html',
        '<table><tr><td>Việc</td></tr><tr><td style="color:red"><p>Nộp</p><p>đơn</p></td></tr></table>',
      )
      const paste = new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true })
      document.querySelector('#field-body')?.dispatchEvent(paste)
    })
    await body(page).getByText('Nộp đơn').click()
    await page.getByRole('button', { name: 'Ảnh', exact: true }).click()
    await page.getByLabel('Tệp ảnh').setInputFiles(new URL('../../docs/pictures/phone.png', import.meta.url).pathname)
    await page.getByRole('dialog').getByRole('button', { name: 'Chèn ảnh' }).click()
    await page.getByText('Viết lời mô tả ảnh').waitFor()
    await page.getByLabel('Lời mô tả ảnh').fill('Ba màn hình')
    await page.getByRole('dialog').getByRole('button', { name: 'Chèn ảnh' }).click()
    await body(page).locator('img').waitFor()
    await saved(page)
    const { body: edition } = await lan.get<{ body: { body: string } }>(`/admin/api/editions/${entry.openEditionId}`)
    expect(edition.body.body).toMatch(
      /^\| Việc \|\n\|---\|\n\| Nộp đơn \|\n\n!\[Ba màn hình]\(\/images\/[0-9a-f]{32}\.webp\)$/,
    )
  })

  test('list, editor, history, timeline and links have no barrier that axe can find, at a desk and on a phone', async () => {
    const author = await arrive({ role: 'editor', name: 'Trần Thị Viết' })
    const publisher = await arrive({ role: 'publisher', secondFactor: true })
    const { entry } = await publishArticle({ author, publisher })
    await author.post(`/admin/api/entries/${entry.id}/editions`, {})
    const { page, complaints } = await sitDown(author, '/noi-dung')
    for (const [path, words] of [
      ['', 'Nộp hồ sơ chuyển trường buổi tối'],
      [`/${entry.id}`, 'Lưu nháp'],
      [`/${entry.id}?muc=ban`, 'So sánh hai bản'],
      [`/${entry.id}?muc=viec`, 'Bắt đầu soạn bản mới'],
      [`/${entry.id}?muc=xem-truoc`, 'Tạo liên kết'],
    ] as const) {
      await page.setViewportSize(DESKTOP.viewport)
      await page.goto(`${world().url}/admin/noi-dung${path}`)
      await page.getByText(words).first().waitFor()
      await page.waitForFunction(() => document.querySelector('.waiting') === null)
      expect([path, await findBarriers(page)]).toEqual([path, []])
      await page.setViewportSize(PHONE.viewport)
      await page.getByText(words).first().waitFor()
      await page.waitForFunction(() => document.querySelector('.waiting') === null)
      expect([path, await findBarriers(page)]).toEqual([path, []])
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect([path, overflow]).toEqual([path, 0])
    }
    expect(complaints).toEqual([])
  })
})

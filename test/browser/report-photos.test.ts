import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { answer, ok, send } from '../feedback/reporting.ts'
import { upload } from '../feedback/sending-files.ts'
import { shareWorld } from '../world/world.ts'
import { findBarriers } from './barriers.ts'
import { PHONE } from './chromium.ts'
import { shareBrowser, sitDown } from './visit.ts'

const ANSWER = 'Hồ sơ của anh/chị đã có kết quả, mời đến nhận tại bộ phận một cửa.'

describe('photos of a report, in the staff web', { timeout: 180_000 }, () => {
  const world = shareWorld({ withApp: true })
  const browser = shareBrowser()

  test('a photo sent along is seen and blacked out, and everybody sees only what is left of it', async () => {
    const hung = await world().signIn({ role: 'feedback_officer', name: 'Lê Văn Hùng' })
    const hoa = await world().signIn({ role: 'unit_head', name: 'Phạm Thị Hoa' })
    const phone = world().openPhone()
    await phone.signIn()
    const fileId = await upload(phone)
    const { code } = await send(phone, { fileIds: [fileId] })
    const { id } = await answer(hung, hoa, code, ANSWER)
    const words = { title: 'Biển chỉ dẫn ở cổng bị mờ', content: 'Không đọc được biển.', answer: ANSWER, reason: '' }
    ok(await hung.put(`/admin/api/reports/${id}/public`, words))
    const shownPhotos = async () =>
      ok(await world().openPhone().get<{ files: { id: string }[] }>(`/api/feedback/answered/${code}`)).files

    const { page, complaints } = await browser.visit(PHONE)
    await sitDown(page, world().url, hung)
    await page.goto(`${world().url}/admin/phan-anh/${id}`)
    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: 'Ảnh 1 người gửi kèm' }).click()
    expect(await brightness(page, 'Ảnh 1, cỡ lớn', 0.2)).toBe(255)
    await dialog.getByRole('button', { name: 'Đóng', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('Chưa che, nên không lên trang công khai.').waitFor()
    expect(await shownPhotos()).toEqual([])

    await page.getByRole('button', { name: 'Che Ảnh 1' }).click()
    await dialog.getByRole('img', { name: 'Ảnh gốc để che' }).evaluate((photo: HTMLImageElement) => photo.decode())
    // Found anew for each move: the dialog may still be coming to rest.
    const glass = page.locator('.redact-glass')
    const { width = 0, height = 0 } = (await glass.boundingBox()) ?? {}
    await glass.hover({ position: { x: 2, y: 2 } })
    await page.mouse.down()
    await glass.hover({ position: { x: width / 4, y: height / 2 } })
    await glass.hover({ position: { x: width / 2, y: height - 2 } })
    await page.mouse.up()
    await dialog.getByRole('group', { name: 'Ô che 1' }).waitFor()
    await dialog.getByRole('button', { name: 'Thêm ô che' }).press('Enter')
    const left = dialog.getByRole('group', { name: 'Ô che 2' }).getByLabel('Cách trái (%)')
    await left.fill('80')
    await left.press('ArrowDown')
    expect(await left.inputValue()).toBe('79')
    expect(await findBarriers(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await dialog.getByRole('button', { name: 'Lưu bản che' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('Trang công khai chỉ có bản này.').waitFor()
    expect(await findBarriers(page)).toEqual([])

    await page.getByRole('button', { name: 'Xem bản che của Ảnh 1' }).click()
    const seen = [0.2, 0.65, 0.9].map((across) => brightness(page, 'Ảnh 1, bản che, cỡ lớn', across))
    expect((await Promise.all(seen)).map((each) => each > 128)).toEqual([false, true, false])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    const [photo, ...others] = await shownPhotos()
    expect(others).toEqual([])
    const shown = await world().openPhone().download(`/api/feedback/answered/${code}/files/${photo?.id}`)
    const file = `/admin/api/reports/${id}/files/${fileId}?redacted=${photo?.id}`
    const redacted = await world().get(file, { headers: { cookie: hung.cookie } })
    expect(Buffer.from(await redacted.arrayBuffer()).equals(shown.bytes)).toBe(true)

    await page.getByRole('button', { name: 'Che lại Ảnh 1' }).click()
    await dialog.getByRole('button', { name: 'Thêm ô che' }).press('Enter')
    await dialog.getByRole('button', { name: 'Lưu bản che' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Xem bản che của Ảnh 1' }).click()
    expect(await brightness(page, 'Ảnh 1, bản che, cỡ lớn', 0.2)).toBeGreaterThan(128)
    expect(await brightness(page, 'Ảnh 1, bản che, cỡ lớn', 0.5)).toBeLessThan(128)
    expect(complaints).toEqual([])
  })
})

/** How light the picture on the screen is halfway down, this far across. */
function brightness(page: Page, name: string, across: number) {
  return page.getByRole('img', { name, exact: true }).evaluate(async (picture: HTMLImageElement, part) => {
    await picture.decode()
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: picture.naturalWidth, height: picture.naturalHeight })
    const brush = canvas.getContext('2d')
    brush?.drawImage(picture, 0, 0)
    return brush?.getImageData(canvas.width * part, canvas.height / 2, 1, 1).data[0] ?? Number.NaN
  }, across)
}

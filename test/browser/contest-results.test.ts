import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { createWorld } from '../world/world.ts'
import { DESKTOP } from './chromium.ts'
import { closeContest } from './contest-of-a-phone.ts'
import { shareBrowser, sitDown } from './visit.ts'

const NAME = 'Hội thi tìm hiểu cải cách hành chính'
const REASON = 'Phương án A và C đều đúng theo nghị định mới.'

describe('the result of a contest in the staff web', { timeout: 180_000 }, () => {
  const browser = shareBrowser()

  test('a closed round is told, disputed, answered and signed; without a bad question everybody is ranked again', async () => {
    const world = await createWorld({ withApp: true })
    const { contest, phone } = await closeContest(world, NAME)
    await world.runJob('contests.results')
    const { page, complaints } = await browser.visit(DESKTOP)
    await sitDown(page, world.url, await world.signIn())

    await page.goto(`${world.url}/admin/hoi-thi/${contest.id}?muc=ket-qua`)
    await page.getByText('chưa ký, vì chưa chính thức').waitFor()
    expect(await page.getByRole('button', { name: 'Công nhận chính thức' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Mở nhận khiếu nại' }).click()
    await confirm(page, 'Mở nhận khiếu nại')
    await page.getByText('Không có khiếu nại nào đang chờ.').waitFor()

    const path = `/api/me/contests/${contest.slug}/rounds/1/complaints`
    expect((await phone.post(path, { text: 'Câu 1 có hai phương án đúng.' })).status).toBe(201)
    await page.reload()
    await page.getByRole('link', { name: '1 khiếu nại chờ trả lời' }).click()
    await page.getByRole('button', { name: 'Trả lời' }).click()
    await page.getByLabel('Chấp nhận: khiếu nại đúng').check()
    await page
      .getByLabel('Lời trả lời, người khiếu nại đọc được')
      .fill('Hội đồng đồng ý, sẽ bỏ câu này khỏi việc chấm.')
    await confirm(page, 'Gửi trả lời')
    await page.getByText('Hội đồng đồng ý').waitFor()

    world.clock.now = new Date('2026-11-27T02:00:00Z')
    await sitDown(page, world.url, await world.signIn())
    await page.goto(`${world.url}/admin/hoi-thi/${contest.id}?muc=ket-qua`)
    await page.getByRole('button', { name: 'Công nhận chính thức' }).click()
    await confirm(page, 'Công nhận chính thức')
    await page.getByText('Ký lúc').waitFor()

    await page.getByRole('link', { name: 'Câu hỏi', exact: true }).click()
    await page.getByRole('button', { name: /Bỏ câu này khỏi việc chấm: Câu hỏi số 1$/ }).click()
    await page.getByLabel('Lý do, ai cũng đọc được').fill(REASON)
    const notice = `Bỏ khỏi việc chấm câu “Câu hỏi số 1”, ai gặp câu này đều được điểm: ${REASON}`
    await page.getByText(notice).waitFor()
    await confirm(page, 'Bỏ câu và tính lại')
    await page.getByText('Đã bỏ khỏi việc chấm').waitFor()
    await world.runJob('contests.results')

    await page.getByRole('link', { name: 'Kết quả', exact: true }).click()
    await page.getByText('Bản số 2, tạm thời').or(page.getByText('Bản số 2, chính thức')).waitFor()
    await page.getByText(notice).waitFor()
    await page.getByRole('button', { name: 'Đọc bản số 1' }).click()
    await page.getByText('Anh/chị đang xem bản số 1, đã được thay.').waitFor()
    await page.getByText('Bản số 1, đã thay bằng bản sau').waitFor()
    expect(complaints).toEqual([])
  })
})

async function confirm(page: Page, verb: string) {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: verb, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { listPool, listRounds } from '../../server/contests/contests.queries.ts'
import { makeQuestions } from '../contests/make-questions.ts'
import { createWorld } from '../world/world.ts'
import { DESKTOP } from './chromium.ts'
import { shareBrowser, sitDown } from './visit.ts'

const NAME = 'Hội thi tìm hiểu cải cách hành chính năm 2026'

describe('a contest in the staff web', { timeout: 180_000 }, () => {
  const browser = shareBrowser()

  test('an officer builds it from Hải Dương’s rules, another reviews it, it is announced and the clock opens it', async () => {
    const world = await createWorld({ withApp: true })
    await makeQuestions(world.service, { count: 120 })
    const officer = await world.signIn({ role: 'quiz_manager', name: 'Trần Thị Soạn' })
    const reviewer = await world.signIn({ role: 'publisher', name: 'Phạm Văn Duyệt' })
    const { page, complaints } = await browser.visit(DESKTOP)
    await sitDown(page, world.url, officer)

    await page.goto(`${world.url}/admin/hoi-thi`)
    await page.getByRole('button', { name: 'Tạo hội thi' }).click()
    await page.getByLabel('Tên hội thi').fill(NAME)
    await page.getByLabel('Ngày mở vòng đầu').fill('30/11/2026')
    await page.getByRole('button', { name: 'Bắt đầu soạn' }).click()
    await page.getByRole('heading', { name: NAME }).waitFor()

    await page.getByRole('link', { name: 'Kiểm tra', exact: true }).click()
    await page.getByText('Chưa có quyết định hoặc thể lệ làm căn cứ.').waitFor()
    await page.getByRole('link', { name: 'Sửa thể lệ và đề' }).click()
    await page.getByLabel('Lời giới thiệu').fill('Mời cán bộ, giáo viên cùng tìm hiểu.')
    await page.getByRole('button', { name: 'Thêm căn cứ' }).click()
    await page.getByLabel('Số và tên văn bản').fill('Quyết định 12/QĐ-SGDĐT ban hành thể lệ')
    await page.getByRole('button', { name: 'Lưu và sang phần sau' }).click()
    await page.getByText('Kho có 120 câu; hai người trùng khoảng 3,3 câu.').waitFor()
    await page.getByRole('button', { name: '3. Các vòng' }).click()
    await page.getByLabel('Giờ: mở vòng 1').fill('08:30')
    await page.getByRole('button', { name: 'Lưu và sang phần sau' }).click()
    await page.getByText('Đã lưu.').last().waitFor()

    await page.getByRole('link', { name: 'Kiểm tra', exact: true }).click()
    await page.getByText('Không còn điều gì phải sửa.').waitFor()
    await page.getByText('3,3 trên 20 câu').waitFor()
    await page.getByText('Câu 1/20').waitFor()
    await page.getByRole('button', { name: 'Câu sau' }).click()
    await page.getByText('Câu 2/20').waitFor()
    await page.getByRole('link', { name: 'Tổng quan' }).click()
    expect(await page.getByRole('button', { name: 'Duyệt' }).count()).toBe(0)

    const second = await browser.visit(DESKTOP)
    await sitDown(second.page, world.url, reviewer)
    await second.page.goto(page.url())
    await second.page.getByRole('button', { name: 'Duyệt', exact: true }).click()
    await confirm(second.page, 'Duyệt')

    await page.reload()
    await page.getByRole('button', { name: 'Lên lịch' }).click()
    await confirm(page, 'Lên lịch')
    await page.getByRole('heading', { name: 'Cam kết rút thăm' }).waitFor()
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const rounds = await listRounds(world.service.ctx.db, id)
    expect(rounds[0]?.opensAt).toBe('2026-11-30T01:30:00.000Z')
    expect(await listPool(world.service.ctx.db, rounds[0]?.id ?? '')).toHaveLength(120)

    world.clock.now = new Date('2026-11-30T01:30:00Z')
    await world.runJob('contests.move-by-clock')
    await sitDown(page, world.url, await world.signIn({ role: 'quiz_manager', name: 'Trần Thị Soạn' }))
    await page.reload()
    await page.getByText('Mở vòng').waitFor()
    await page.locator('.round-list li').first().getByText('Đang mở').waitFor()
    expect([...complaints, ...second.complaints]).toEqual([])
  })
})

async function confirm(page: Page, verb: string) {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: verb, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { previewIntent } from '../../server/campaigns/campaigns.chat.ts'
import { approvedCampaign, asFollower, makeFollowers, piece } from '../campaigns/making-campaigns.ts'
import { createWorld } from '../world/world.ts'
import { findBarriers } from './barriers.ts'
import { DESKTOP, PHONE } from './chromium.ts'
import { settle, shareBrowser, sitDown } from './visit.ts'

const NAME = 'Tháng cải cách hành chính'

describe('a campaign', { timeout: 180_000 }, () => {
  const browser = shareBrowser()

  test('one officer plans it and writes a message, looks at it on a phone, another approves both', async () => {
    const world = await createWorld({ withApp: true, env: { ZALO_OA_ID: '' } })
    const [follower] = await makeFollowers(world.service, 2)
    const writer = await world.signIn({ role: 'editor', name: 'Trần Thị Soạn' })
    const boss = await world.signIn({ role: 'publisher', name: 'Phạm Văn Duyệt' })
    const { page, complaints } = await browser.visit(DESKTOP)
    await sitDown(page, world.url, writer)

    await page.goto(`${world.url}/admin/chien-dich`)
    await page.getByRole('button', { name: 'Tạo chiến dịch' }).click()
    await page.getByLabel('Tên chiến dịch').fill(NAME)
    await page.getByLabel('Từ ngày').fill('01/11/2026')
    await page.getByLabel('Đến ngày').fill('30/11/2026')
    await page.getByRole('button', { name: 'Bắt đầu soạn' }).click()
    await page.getByRole('heading', { level: 1, name: NAME }).waitFor()
    await page.getByLabel('Mục tiêu').fill('Mọi người biết nộp hồ sơ ở đâu.')
    await page.getByRole('checkbox', { name: 'Người dân' }).check()
    await page.getByRole('button', { name: 'Thêm căn cứ' }).click()
    await page.getByLabel('Số và tên văn bản').fill('Kế hoạch truyền thông của Sở')
    await page.getByRole('button', { name: 'Thêm mục' }).click()
    await page.getByLabel('Loại').click()
    await page.getByTitle('Sự kiện', { exact: true }).click()
    await page.getByLabel('Ngày', { exact: true }).fill('28/11/2026')
    await page.getByLabel('Tên mục').fill('Ngày hội một cửa')
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByRole('heading', { name: 'Lịch' }).waitFor()
    await page.getByText('Thứ Bảy').waitFor()

    const second = await browser.visit(DESKTOP)
    await sitDown(second.page, world.url, boss)
    await second.page.goto(page.url().replace(/\?.*/, ''))
    await second.page.getByRole('button', { name: 'Duyệt chiến dịch' }).click()
    await confirm(second.page, 'Duyệt chiến dịch')

    await page.reload()
    await page.getByRole('link', { name: 'Gửi qua Zalo' }).click()
    await page.getByRole('button', { name: 'Soạn tin' }).click()
    await page.getByLabel('Tiêu đề').fill('Mời dự ngày hội một cửa')
    await page.getByLabel('Nội dung').fill('Sáng thứ Bảy, tại trung tâm xã.')
    await page.getByLabel('Gửi từ', { exact: true }).fill('23/11/2026')
    await page.getByLabel('Giờ: gửi từ').fill('08:00')
    await page.getByRole('button', { name: 'Lưu và xem thử' }).click()
    await page.getByRole('heading', { name: 'Người dân sẽ đọc' }).waitFor()
    const card = page.getByRole('region', { name: 'Nếu gửi lúc này' })
    await card.getByText('2 người').first().waitFor()

    const [, code = ''] = /xem thử (\d{6})/.exec(await page.locator('.preview-code').innerText()) ?? []
    if (follower === undefined) throw new Error('nobody follows')
    const heard = { key: 'k1', text: `xem thử ${code}`, files: [], location: null }
    await previewIntent.start(asFollower(world.service, follower), heard)

    await second.page.goto(page.url())
    await second.page.getByRole('button', { name: 'Duyệt gửi' }).click()
    await confirm(second.page, 'Duyệt gửi')
    await world.runJob('campaigns.send')
    await second.page.reload()
    await second.page.getByText('Chờ gửi').first().waitFor()
    await second.page.getByRole('region', { name: 'Từng người' }).getByText('Chờ gửi').first().waitFor()
    expect([...complaints, ...second.complaints]).toEqual([])
  })

  test('people find it on the first screen, open what has come, and see what is ahead and whose it is', async () => {
    const world = await createWorld({ withApp: true })
    const writer = await world.signIn({ role: 'editor' })
    const boss = await world.signIn({ role: 'publisher' })
    const pieces = [
      piece({ kind: 'article', title: 'Một cửa là gì', reference: 'article:co-che-mot-cua', onDay: '2026-11-10' }),
      piece({
        kind: 'poster',
        title: 'Nộp hồ sơ tại nhà',
        summary: 'Không cần đến trụ sở.',
        onDay: '2026-11-12',
        place: '',
      }),
      piece({ title: 'Ngày hội một cửa', onDay: '2026-11-28' }),
    ]
    await approvedCampaign(writer, boss, { pieces })
    const { page, complaints } = await browser.visit(PHONE)
    await page.goto(world.url)
    await page.getByRole('link', { name: NAME }).click()
    await page.getByRole('heading', { level: 1, name: NAME }).waitFor()
    await page.getByRole('region', { name: 'Sắp tới' }).getByText('Ngày hội một cửa').waitFor()
    await page.getByText('Kế hoạch truyền thông của Sở').waitFor()
    await page.waitForFunction(() => document.querySelector('.skeleton') === null)
    expect(await findBarriers(page)).toEqual([])
    const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    expect(await page.evaluate(overflow)).toBe(0)
    await page.getByRole('link', { name: 'Một cửa là gì' }).click()
    await settle(page)
    expect(new URL(page.url()).pathname).toBe('/cam-nang/co-che-mot-cua')
    expect(complaints).toEqual([])
  })
})

async function confirm(page: Page, name: string) {
  await page.getByRole('dialog').getByRole('button', { name }).click()
  await page.getByText(`Đã xong: ${name}.`).waitFor()
}

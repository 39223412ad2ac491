import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { makeOfficial } from '../contests/closed-contest.ts'
import { shareWorld } from '../world/world.ts'
import { findBarriers } from './barriers.ts'
import { closeContest } from './contest-of-a-phone.ts'
import { open, settle, shareBrowser } from './visit.ts'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor()

describe('after a round, on a phone', { timeout: 120_000 }, () => {
  const world = shareWorld({ withApp: true, at: '2026-11-23T02:00:00Z' })
  const browser = shareBrowser()

  test('somebody reads their rank and why, their answers, both lists and their certificate', async () => {
    const { contest, phone } = await closeContest(world(), 'Hội thi năm nay')
    await makeOfficial(world(), contest)
    const { page, complaints } = await browser.visit()
    await page.context().addInitScript((token) => localStorage.setItem('citizen-session', token), phone.token ?? '')
    const home = `${world().url}/hoi-thi/${contest.slug}`
    const looked: [string, string | RegExp][] = [
      ['', 'Hội thi năm nay'],
      ['/ket-qua', /Vì sao tôi hạng \d+/],
      ['/dap-an?vong=1', /Câu 1/],
      ['/xep-hang', /Bảng xếp hạng/],
      ['/xep-hang-don-vi', /đơn vị/],
    ]
    for (const [address, shows] of looked) {
      await open(page, home + address)
      await heading(page, shows)
      await settle(page)
      expect([address, await findBarriers(page)]).toEqual([address, []])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    }
    await open(page, `${home}/ket-qua`)
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Lưu ảnh kết quả để chia sẻ' }).click()
    expect((await saved).suggestedFilename()).toMatch(/^ket-qua-.+\.png$/)
    const own = await phone.get<{ certificate: { code: string } }>(`/api/me/contests/${contest.slug}/rank`)
    await open(page, `${world().url}/chung-nhan/${own.body.certificate.code}`)
    await page.getByText('Hội thi năm nay').first().waitFor()
    await settle(page)
    expect(await page.getByText('Khiếu').count()).toBe(1)
    expect(await findBarriers(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})

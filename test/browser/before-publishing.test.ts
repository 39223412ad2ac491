import { beforeAll, describe, expect, test } from 'vitest'
import { type EditionReply, expectOk, publishArticle, readEdition, take, wholeArticle } from '../publishing/writing.ts'
import type { StaffClient } from '../world/staff.ts'
import { shareWorld } from '../world/world.ts'
import { findBarriers } from './barriers.ts'
import { DESKTOP, PHONE } from './chromium.ts'
import { shareBrowser, sitDown } from './visit.ts'

const GONE = 'https://vanban.example.vn/da-go'

describe('what a publisher sees before people do', { timeout: 120_000 }, () => {
  const world = shareWorld({
    withApp: true,
    links: { pauseMs: 0, ask: async () => ({ outcome: 'answered', status: 404, movedTo: null }) },
  })
  const browser = shareBrowser()
  let publisher: StaffClient
  let approved: EditionReply

  /** An article that people read already, whose next edition is approved and still names a page that is gone. */
  beforeAll(async () => {
    publisher = await world().signIn({ role: 'publisher' })
    const author = await world().signIn({ role: 'editor' })
    const article = wholeArticle({ sources: [{ title: 'Trang đã gỡ', url: GONE }] })
    const { entry } = await publishArticle({ author, publisher }, article)
    await world().runJob('upkeep.check-links')
    const { id } = expectOk(await author.post<{ id: string }>(`/admin/api/entries/${entry.id}/editions`, {}))
    const submitted = expectOk(await take(author, await readEdition(author, id), 'submit'))
    approved = expectOk(await take(publisher, submitted, 'approve'))
  })

  async function ask(step: string, options: typeof DESKTOP) {
    const { page, complaints } = await browser.visit(options)
    await sitDown(page, world().url, publisher)
    await page.goto(`${world().url}/admin/noi-dung/${approved.entryId}`)
    await page.getByRole('button', { name: step, exact: true }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Liên kết cần xem lại: 1').waitFor()
    return { page, dialog, complaints }
  }

  test('an address that leads nowhere is named in the dialog, unfolded, and stops nobody', async () => {
    const { page, dialog } = await ask('Công bố', PHONE)
    expect(await dialog.getByText(GONE).isVisible()).toBe(true)
    await dialog.getByText('Trang không còn').waitFor()
    await dialog.getByText('Vẫn công bố được.').waitFor()
    expect(await findBarriers(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await dialog.getByRole('button', { name: 'Công bố', exact: true }).isEnabled()).toBe(true)
  })

  test('a time is Vietnam’s, also in a browser of another country that skips that hour', async () => {
    const { page, dialog, complaints } = await ask('Hẹn giờ công bố', {
      ...DESKTOP,
      locale: 'en-US',
      timezoneId: 'America/New_York',
    })
    const send = dialog.getByRole('button', { name: 'Hẹn giờ công bố', exact: true })
    const day = dialog.getByLabel('Ngày', { exact: true })
    await day.click()
    await dialog
      .getByText('Th 2', { exact: true })
      .or(dialog.getByText('T2', { exact: true }))
      .first()
      .waitFor()
    await day.fill('8/3/2099')
    await day.press('Enter')
    expect([await day.inputValue(), await send.isEnabled()]).toEqual(['08/03/2099', false])
    const time = dialog.getByLabel('Giờ', { exact: true })
    await time.fill('2h30')
    await time.press('Enter')
    expect(await time.inputValue()).toBe('02:30')
    await page.locator('.ant-picker-time-panel').waitFor({ state: 'hidden' })
    expect(await findBarriers(page)).toEqual([])
    await send.click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('Tự công bố lúc 08/03/2099 02:30').waitFor()
    const { scheduledFor } = expectOk(
      await publisher.get<{ scheduledFor: string }>(`/admin/api/editions/${approved.id}`),
    )
    expect(new Date(scheduledFor).toISOString()).toBe('2099-03-07T19:30:00.000Z')
    expect(complaints).toEqual([])
  })
})

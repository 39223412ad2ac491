import { describe, expect, test } from 'vitest'
import { chatQuestions } from '../../server/conversations/conversations.table.ts'
import { fold } from '../../server/search/vietnamese-text.ts'
import { makeTalker } from '../conversations/talking.ts'
import { shareWorld } from '../world/world.ts'
import { findBarriers } from './barriers.ts'
import { DESKTOP, PHONE } from './chromium.ts'
import { shareBrowser, sitDown } from './visit.ts'

describe('the chat in the staff web', { timeout: 120_000 }, () => {
  const world = shareWorld({ withApp: true })
  const browser = shareBrowser()

  async function open(path: string, options = DESKTOP, person = {}) {
    const { page, complaints } = await browser.visit(options)
    await sitDown(page, world().url, await world().signIn(person))
    await page.goto(`${world().url}/admin${path}`)
    return { page, complaints }
  }
  const ask = async (text: string) => {
    const { ctx } = world().service
    const row = { id: ctx.newId(), at: new Date().toISOString(), channel: 'oa', text, folded: fold(text) } as const
    await ctx.write((tx) => tx.insert(chatQuestions).values({ ...row, band: 'fallback' }))
  }

  test('an officer sees who waits, takes them over, answers and gives them back, and new words come by themselves', async () => {
    const mai = await makeTalker(world().service)
    await mai.says('học phí trường tư lớp 10 bao nhiêu')
    await mai.asks('gặp cán bộ')
    const { page, complaints } = await open('/tro-chuyen', DESKTOP, { role: 'feedback_officer', name: 'Lê Thu' })
    await page.getByRole('navigation', { name: 'Mục chính' }).getByText('1 người đang chờ').waitFor()
    const queue = page.getByRole('region', { name: 'Đang chờ cán bộ' })
    await queue.getByText('Phiếu 1 · đã chờ 0 phút').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.locator('body').press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /^Người dùng #\d{6}$/ }).waitFor()
    await page.getByRole('region', { name: 'Tóm tắt' }).getByText('học phí trường tư lớp 10').waitFor()

    await page.getByRole('button', { name: 'Nhận trả lời' }).click()
    const log = page.getByRole('log', { name: 'Tin nhắn' })
    await log.getByText('Cán bộ của Sở đang trả lời anh/chị').waitFor()
    await page.getByRole('button', { name: 'Gửi' }).click()
    await page.getByText('Viết câu trả lời.').first().waitFor()
    await page.getByLabel('Câu trả lời').fill('Chào anh/chị, mức thu do trường công khai.')
    await page.getByRole('button', { name: 'Gửi' }).click()
    await log.getByText('Cán bộ: Lê Thu').waitFor()
    await log
      .getByText(/^(Chờ gửi|Đang gửi|Đã gửi|Không gửi được)/)
      .last()
      .waitFor()
    expect(await page.getByLabel('Câu trả lời').inputValue()).toBe('')
    await mai.says('dạ em cảm ơn')
    await log.getByText('dạ em cảm ơn').waitFor({ timeout: 20_000 })
    expect(await findBarriers(page)).toEqual([])

    await page.getByRole('button', { name: 'Trao lại cho trợ lý tự động' }).click()
    await page.getByRole('button', { name: 'Nhận trả lời' }).waitFor()
    expect(await mai.heard()).toEqual([
      expect.stringContaining('Cán bộ của Sở đang trả lời'),
      'Chào anh/chị, mức thu do trường công khai.',
      expect.stringContaining('trợ lý tự động trả lời'),
    ])
    expect(complaints).toEqual([])
  })

  test('on a phone both screens hold, and another officer sees who has the person', async () => {
    const tam = await makeTalker(world().service)
    await tam.says('Kính gửi Sở, tôi có cháu năm nay vào lớp 6 mà hộ khẩu ở xã khác, xin hỏi nộp ở đâu và khi nào ạ')
    await tam.asks('gặp cán bộ')
    const first = await world().signIn({ role: 'feedback_officer', name: 'Phạm Hoà' })
    await first.post(`/admin/api/conversations/${tam.id}/claim`)
    const { page, complaints } = await open('/tro-chuyen', PHONE, { role: 'feedback_officer' })
    await page.getByText('Phạm Hoà đang trả lời').waitFor()
    expect(await findBarriers(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.goto(`${world().url}/admin/tro-chuyen/${tam.id}`)
    await page.getByText('Phạm Hoà đang trả lời người này.').waitFor()
    expect(await page.getByRole('button', { name: 'Nhận trả lời' }).count()).toBe(0)
    expect(await findBarriers(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await tam.vanishes()
    await page.reload()
    await page.getByText('Không có hội thoại này').waitFor()
    expect(complaints.filter((line) => !line.includes('404'))).toEqual([])
  })

  test('three questions alike are one row, which becomes a draft found by their words', async () => {
    for (const text of ['Học phí trường tư bao nhiêu', 'học phí trường tư', 'cho em hỏi học phí trường tư ạ'])
      await ask(text)
    const { page, complaints } = await open('/tro-chuyen/cau-hoi')
    const group = page
      .getByRole('list', { name: /Câu hỏi/ })
      .getByRole('listitem')
      .first()
    await group.getByText('3 lần').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await group.getByRole('button', { name: 'Tạo nháp trả lời' }).click()
    const dialog = page.getByRole('dialog', { name: 'Tạo nháp trả lời' })
    await dialog.getByLabel('Câu hỏi hoặc tên bài').fill('Học phí trường tư thục là bao nhiêu?')
    expect(await findBarriers(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Bắt đầu soạn' }).click()
    await page.getByRole('heading', { level: 1, name: 'Học phí trường tư thục là bao nhiêu?' }).waitFor()
    await page.getByText('cho em hỏi học phí trường tư ạ').first().waitFor()
    await page.goto(`${world().url}/admin/tro-chuyen/cau-hoi`)
    await group.getByRole('button', { name: 'Đã xử lý, cất đi' }).click()
    await page.getByText('Không còn câu nào trong những ngày này.').waitFor()
    expect(complaints).toEqual([])
  })

  test('figures and the reviewed questions are shown, and whoever may not read conversations sees none', async () => {
    await world().runJob('conversations.check-answers')
    await ask('xe buýt đến trường')
    const { page, complaints } = await open('/tro-chuyen/so-lieu', PHONE)
    await page.getByText('Tự xong, không cần cán bộ').waitFor()
    await page.getByRole('region', { name: 'Câu hỏi thử' }).getByText('75/75 câu').waitFor()
    expect(await findBarriers(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(complaints).toEqual([])
    const editor = await open('/tro-chuyen', DESKTOP, { role: 'editor' })
    await editor.page.getByRole('heading', { level: 1, name: 'Chưa được giao quyền' }).waitFor()
  })
})

import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { shareWorld } from '../world/world.ts'
import { findBarriers } from './barriers.ts'
import { DESKTOP } from './chromium.ts'
import { open, settle, shareBrowser } from './visit.ts'

type Question = { text: string; kind: string; options: string[]; key: number[] }
type Topics = { items: { id: string; name: string; questions: number }[] }

describe('practising and playing in class', { timeout: 180_000 }, () => {
  const world = shareWorld({ withApp: true })
  const browser = shareBrowser()

  /** A topic of plain questions, and a way to answer the one on the screen. */
  async function plainTopic() {
    const { items } = await world().getJson<Topics>('/api/quizzes/topics')
    for (const topic of items) {
      const { questions } = await world().getJson<{ questions: Question[] }>(`/api/quizzes/topics/${topic.id}`)
      if (questions.length < 3 || questions.some(({ kind }) => kind !== 'single')) continue
      const answer = async (page: Page, isRight: boolean) => {
        const text = await page.locator('h2.question').innerText()
        const question = questions.find((each) => each.text === text)
        if (question === undefined) throw new Error(`not a question of ${topic.id}: ${text}`)
        const place = question.options.findIndex((_, at) => question.key.includes(at) === isRight)
        await page.locator('button.answer').nth(place).click()
        return question
      }
      return { ...topic, answer }
    }
    throw new Error('the bank has no such topic')
  }

  test('a wrong answer is explained at once and asked again first, without a network too', async () => {
    const topic = await plainTopic()
    const { page, complaints } = await browser.visit()
    await open(page, `${world().url}/luyen-tap`)
    await page.getByRole('link', { name: topic.name }).click()
    await page.locator('button.answer').first().waitFor()
    expect(await findBarriers(page)).toEqual([])
    const wrong = await topic.answer(page, false)
    await page.getByRole('heading', { name: '✗ Chưa đúng' }).waitFor()
    await page.getByText(/Căn cứ:/).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Câu tiếp theo' }).click()
    await topic.answer(page, true)
    await page.getByRole('heading', { name: '✓ Đúng rồi' }).waitFor()
    expect(complaints).toEqual([])

    await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated')
    await page.context().setOffline(true)
    await page.goto(`${world().url}/luyen-tap`)
    await page.getByText(/đã làm 2, đã nhớ 0/).waitFor()
    await page.getByRole('link', { name: 'Ôn lại' }).click()
    await page.getByText(wrong.text).waitFor()
    await topic.answer(page, true)
    await page.getByRole('button', { name: 'Xem kết quả' }).click()
    await page.getByRole('heading', { name: 'Bạn đúng 1/1 câu' }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('link', { name: 'Chọn chủ đề khác' }).click()
    await page.getByText(/đã làm 2/).waitFor()
    expect(await page.getByRole('link', { name: 'Ôn lại' }).count()).toBe(0)
  })

  test('a class of three joins by PIN, answers, sees who was right, and the wall shows the places', async () => {
    const { items } = await world().getJson<Topics>('/api/quizzes/topics')
    const topic = items.find(({ questions }) => questions === 1)
    if (topic === undefined) throw new Error('the bank has no topic of one question')
    const { questions } = await world().getJson<{ questions: Question[] }>(`/api/quizzes/topics/${topic.id}`)
    const key = questions[0]?.key[0] ?? 0

    const { page: wall } = await browser.visit(DESKTOP)
    await open(wall, `${world().url}/lop-hoc`)
    await wall.getByRole('button', { name: 'Mở phòng' }).click()
    await wall.getByRole('alert').getByText('Chọn một chủ đề').waitFor()
    await wall.getByLabel('Tên phòng').fill('Lớp 10A1')
    await wall.getByRole('radio', { name: topic.name }).check()
    await wall.getByRole('button', { name: 'Mở phòng' }).click()
    await wall.getByRole('img', { name: /Mã QR vào phòng/ }).waitFor()
    expect(await findBarriers(wall)).toEqual([])
    const pin = (await wall.locator('.pin').innerText()).replace(/\s/g, '')

    const phones: Page[] = []
    for (const nickname of ['Mèo Con', 'Sóc Nâu', 'Thỏ 7']) {
      const { page } = await browser.visit()
      await open(page, `${world().url}/vao-lop/${pin}`)
      await page.getByLabel('Biệt danh').fill(nickname)
      await page.getByRole('button', { name: 'Vào phòng' }).click()
      await page.getByText('Bạn đã vào phòng').waitFor()
      phones.push(page)
    }
    const [cat, squirrel, rabbit] = phones
    if (!cat || !squirrel || !rabbit) throw new Error('three have joined')
    await wall.getByText('3 bạn đã vào').waitFor()
    await wall.getByRole('button', { name: /Bắt đầu/ }).click()
    await cat.locator('.room-answer').first().waitFor()
    expect([await findBarriers(cat), await findBarriers(wall)]).toEqual([[], []])
    await cat.locator('.room-answer').nth(key).click()
    await cat.getByText(/✓ Đã gửi/).waitFor()
    await squirrel
      .locator('.room-answer')
      .nth(key === 0 ? 1 : 0)
      .click()
    await squirrel.getByText(/✓ Đã gửi/).waitFor()
    // The third phone is reloaded: it is still in the room.
    await rabbit.reload()
    await settle(rabbit)
    await wall.getByText(/2\/3 bạn đã trả lời/).waitFor()
    await wall.getByRole('button', { name: 'Xem đáp án' }).click()
    await wall.getByText(/1\/3 bạn trả lời đúng/).waitFor()
    await cat.getByRole('heading', { name: '✓ Đúng rồi' }).waitFor()
    await squirrel.getByRole('heading', { name: '✗ Chưa đúng' }).waitFor()
    await rabbit.getByRole('heading', { name: 'Chưa có câu trả lời' }).waitFor()
    expect([await findBarriers(cat), await findBarriers(wall)]).toEqual([[], []])
    await wall.getByRole('button', { name: 'Xem kết quả chung' }).click()
    await wall.getByRole('heading', { name: 'Xếp hạng' }).waitFor()
    expect(await wall.locator('.podium li').first().innerText()).toContain('Mèo Con')
    await cat.getByRole('heading', { name: /Bạn hạng 1/ }).waitFor()
    expect(await findBarriers(wall)).toEqual([])
  })
})

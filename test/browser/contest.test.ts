import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeContest, SLUG } from '../contests/made-contest.ts'
import { shareWorld } from '../world/world.ts'
import { findBarriers } from './barriers.ts'
import { open, settle, shareBrowser } from './visit.ts'

const QUESTIONS = 6
const HOME = `/hoi-thi/${SLUG}`

type Saved = { saved: { sheet: number[][]; prediction: number | null } }

/** Whatever kind the question is, something is chosen. */
async function answer(page: Page) {
  const box = page.locator('.answer input').first()
  if ((await box.count()) > 0) return box.check()
  await page.getByRole('button', { name: 'Thứ tự này đã đúng' }).click()
}

const saved = (page: Page) => page.getByText('✓ Đã lưu').waitFor()
const goOn = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

async function enter(page: Page, { url, born }: { url: string; born: string }) {
  await open(page, `${url}${HOME}`)
  await page.getByRole('link', { name: 'Ghi tên dự thi' }).click()
  await page.getByRole('radio', { name: /Cán bộ/ }).check()
  await goOn(page, 'Tiếp tục')
  await heading(page, 'Bạn là ai?')
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Lan')
  await page.getByLabel('Ngày sinh').fill(born)
  await goOn(page, 'Tiếp tục')
  await heading(page, 'Bạn có đồng ý không?')
  await page.getByRole('checkbox', { name: /Tôi đồng ý/ }).check()
  await goOn(page, 'Ghi tên dự thi')
  await page
    .getByText(/đang mở/)
    .first()
    .waitFor()
}

async function begin(page: Page) {
  await page.getByRole('link', { name: 'Vào thi' }).click()
  await goOn(page, 'Bắt đầu làm bài')
  await heading(page, `Câu 1/${QUESTIONS}`)
}

describe('a round on a phone', { timeout: 180_000 }, () => {
  const world = shareWorld({ withApp: true })
  const browser = shareBrowser()
  let people = 0

  beforeAll(async () => {
    await makeContest(world().service.ctx, { questions: QUESTIONS })
  })

  /** A page of somebody whom Zalo has named. */
  async function visitAs() {
    people += 1
    const id = `40476714999389${String(people).padStart(5, '0')}`
    const { state } = world().zalo
    state.addPerson({ id, name: 'Ai đó', phone: '84912345678', oaUserId: `73012409510226${people}` })
    const phone = world().openPhone()
    await phone.signIn({ zaloAccessToken: state.mintToken(id) })
    const { page, complaints } = await browser.visit()
    await page.context().addInitScript((token) => localStorage.setItem('citizen-session', token), phone.token ?? '')
    return { page, phone, complaints }
  }

  test('somebody enters, answers, loses the network, has the app killed, goes on and hands in: nothing is lost', async () => {
    const { page: first, phone } = await visitAs()
    const addresses: string[] = []
    first.context().on('request', (request) => addresses.push(decodeURIComponent(request.url())))
    await open(first, `${world().url}/hoi-thi`)
    await first.getByRole('link', { name: /Hội thi tìm hiểu/ }).click()
    await settle(first)
    expect(await findBarriers(first)).toEqual([])
    await first.getByRole('link', { name: 'Ghi tên dự thi' }).click()
    await goOn(first, 'Tiếp tục')
    await first.getByRole('alert').getByText('Chọn khối bạn dự thi').waitFor()
    await first.getByRole('radio', { name: /Cán bộ/ }).check()
    await goOn(first, 'Tiếp tục')
    await heading(first, 'Bạn là ai?')
    await first.getByLabel('Ngày sinh').fill('31/2/1990')
    await goOn(first, 'Tiếp tục')
    await first.getByRole('alert').getByText('Ghi ngày sinh có thật').waitFor()
    expect(await findBarriers(first)).toEqual([])
    await enter(first, { url: world().url, born: '20/5/1990' })
    expect(await findBarriers(first)).toEqual([])
    await begin(first)
    expect(await findBarriers(first)).toEqual([])
    await answer(first)
    await saved(first)
    await goOn(first, 'Câu sau')
    await first.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated')

    const context = first.context()
    await context.setOffline(true)
    await answer(first)
    await first.getByText('Đã ghi trên máy, sẽ gửi khi có mạng').waitFor()
    await first.close()
    const page = await context.newPage()
    await page.goto(`${world().url}${HOME}/thi/1`)
    await heading(page, `Câu 3/${QUESTIONS}`)
    await page.getByText('Đã ghi trên máy, sẽ gửi khi có mạng').waitFor()
    await answer(page)
    await context.setOffline(false)
    await saved(page)
    for (let question = 4; question <= QUESTIONS; question += 1) {
      await goOn(page, 'Câu sau')
      await heading(page, `Câu ${question}/${QUESTIONS}`)
      await answer(page)
    }
    await goOn(page, 'Câu sau')
    await heading(page, 'Câu dự đoán')
    expect(await findBarriers(page)).toEqual([])
    await page.getByLabel('Số người bạn đoán').fill('250')
    await saved(page)
    await goOn(page, 'Xem lại và nộp')
    await page.getByText('Bạn đã trả lời tất cả các câu.').waitFor()
    expect(await findBarriers(page)).toEqual([])

    const own = await phone.get<{ attempts: { id: string }[] }>(`/api/me/contests/${SLUG}`)
    const paper = await phone.get<Saved>(`/api/attempts/${own.body.attempts[0]?.id}`)
    expect(paper.body.saved.sheet.filter((choices) => choices.length > 0)).toHaveLength(QUESTIONS)
    expect(paper.body.saved.prediction).toBe(250)
    await goOn(page, 'Nộp bài')
    await page.getByText('Nộp rồi không sửa được nữa.').waitFor()
    await goOn(page, 'Nộp bài')
    await page.getByText(`trả lời ${QUESTIONS}/${QUESTIONS} câu`).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('link', { name: 'Về trang hội thi' }).click()
    await page.getByText(/Bạn đã thi xong/).waitFor()
    expect(addresses.filter((address) => /Nguyễn|1990/.test(address))).toEqual([])
  })

  test('a paper opened in a second window stops the first, which says so and saves nothing over it', async () => {
    const { page: first } = await visitAs()
    await enter(first, { url: world().url, born: '01021985' })
    await begin(first)
    await answer(first)
    await saved(first)
    const second = await first.context().newPage()
    await second.goto(`${world().url}${HOME}/thi/1`)
    await heading(second, `Câu 2/${QUESTIONS}`)
    await answer(second)
    await saved(second)
    await goOn(first, 'Câu sau')
    await answer(first)
    await first.getByText(/đang được làm ở một máy hoặc một cửa sổ khác/).waitFor()
    expect(await findBarriers(first)).toEqual([])
    await goOn(first, 'Làm tiếp ở đây')
    await heading(first, `Câu 3/${QUESTIONS}`)
  })

  test('whoever is under 16 gives a parent a link that works once, and no server is told what it opens with', async () => {
    const { page } = await visitAs()
    await enter(page, { url: world().url, born: '9/9/2014' })
    const answered = page.waitForResponse('**/guardian-link')
    await page.getByRole('button', { name: 'Chép đường dẫn cho cha mẹ' }).click()
    const { token } = await (await answered).json()
    expect(await findBarriers(page)).toEqual([])
    const { page: parent } = await browser.visit()
    const addresses: string[] = []
    parent.on('request', (request) => addresses.push(request.url()))
    await open(parent, `${world().url}/nguoi-giam-ho#${token}`)
    await goOn(parent, 'Gửi')
    await parent.getByText('Đánh dấu đồng ý rồi bấm Gửi').waitFor()
    expect(await findBarriers(parent)).toEqual([])
    await parent.getByRole('checkbox').check()
    await goOn(parent, 'Gửi')
    await parent.getByText(/Đã ghi nhận/).waitFor()
    await open(parent, `${world().url}/nguoi-giam-ho#${token}`)
    await parent.reload()
    await parent.getByText(/đã dùng hoặc đã hết hạn/).waitFor()
    expect(addresses.filter((address) => new URL(address).pathname.includes(token))).toEqual([])
    await page.reload()
    await settle(page)
    expect(await page.getByText('Cần cha, mẹ hoặc người giám hộ đồng ý').count()).toBe(0)
  })

  test('in a browser that Zalo does not know, the contest says where to take it', async () => {
    const { page, complaints } = await browser.visit()
    await open(page, `${world().url}${HOME}`)
    await page.getByText(/mở ứng dụng trong Zalo để ghi tên/).waitFor()
    expect(await findBarriers(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { shareWorld } from '../world/world.ts'
import { open, SCREENS, settle, shareBrowser } from './visit.ts'

describe('what people come to do', { timeout: 90_000 }, () => {
  const world = shareWorld({ withApp: true })
  const browser = shareBrowser()

  test('a parent finds how to move a child to another school, gets the checklist, and opens it again with the network off', async () => {
    const { page, complaints } = await browser.visit()
    await open(page, `${world().url}/`)
    await page
      .getByRole('link', { name: /Bạn cần tìm gì|Tìm/ })
      .first()
      .click()
    await page.getByRole('searchbox').fill('chuyen truong cho con')
    await page
      .getByRole('link', { name: /^Chuyển trường cho học sinh/ })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: /Chuyển trường/ }).waitFor()
    await page
      .getByRole('group', { name: /tỉnh, thành phố khác/ })
      .getByRole('radio', { name: 'Có' })
      .check()
    const ticks = page.getByRole('checkbox')
    await ticks.first().check()
    const needed = await ticks.count()
    await page.getByText(new RegExp(`Đã có 1/${needed}`)).waitFor()
    await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated')
    await page.waitForFunction(() => localStorage.getItem('library') !== null)
    await page.context().setOffline(true)

    await page.goto(page.url())
    await page.getByRole('heading', { level: 1, name: /Chuyển trường/ }).waitFor()
    await page.getByText(new RegExp(`Đã có 1/${needed}`)).waitFor()
    expect(await page.getByRole('checkbox').first().isChecked()).toBe(true)
    await page.getByText(/Không có mạng\. Bạn đang xem bản lưu lúc/).waitFor()

    await page.goto(`${world().url}/tim?q=mat+bang`)
    await page
      .getByRole('link', { name: /bản sao bằng/ })
      .first()
      .waitFor()
    for (const [path, words] of [
      ['/cam-nang/co-che-mot-cua', /một cửa/i],
      ['/van-ban/nd-118-2025', /118\/2025/],
      ['/chi-so/par-index', /PAR INDEX/],
      ['/tinh-huong/chuyen-truong', /Chuyển trường/],
      ['/', /.+/],
    ] as const) {
      await page.goto(world().url + path)
      await page.getByRole('heading', { level: 1, name: words }).waitFor()
    }
    await page.context().setOffline(false)
    await page.goto(`${world().url}/thu-tuc/2.002854`)
    await page.getByText(new RegExp(`Đã có 1/${needed}`)).waitFor()
    await page.getByText(/Không có mạng/).waitFor({ state: 'detached' })
    expect(complaints.filter((text) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(text))).toEqual([])
  })

  test('an old code lands on the procedure in force and says so', async () => {
    const { page } = await browser.visit()
    await open(page, `${world().url}/thu-tuc/1.005092`)
    await page
      .getByText(/1\.005092.*(thay|3\.000465)/)
      .first()
      .waitFor()
    await page.getByText('3.000465').first().waitFor()
  })

  test('in a situation the answers live in the address, and going back undoes one answer', async () => {
    const { page } = await browser.visit()
    await open(page, `${world().url}/tinh-huong/chuyen-truong`)
    const first = await page.getByRole('heading', { level: 2 }).first().innerText()
    await page
      .locator('main .choices button, main .choices a, main .options a, main .options button, main .rows a')
      .first()
      .click()
    await page.waitForFunction(() => location.search !== '')
    const address = page.url()
    await page.waitForFunction((before) => document.querySelector('h2')?.textContent !== before, first)
    const second = await page.getByRole('heading', { level: 2 }).first().innerText()
    await page.goBack()
    await page.getByRole('heading', { level: 2, name: first }).waitFor()
    await open(page, address)
    await page.getByRole('heading', { level: 2, name: second }).waitFor()
  })

  test('two meanings of "hk" are offered, and choosing one searches for it', async () => {
    const { page } = await browser.visit()
    await open(page, `${world().url}/tim?q=hk`)
    await page.getByRole('button', { name: 'học kỳ' }).click()
    await page.waitForURL(/q=h%E1%BB%8Dc(\+|%20)k/)
    expect(await page.getByRole('searchbox').inputValue()).toBe('học kỳ')
  })

  test('nothing found says so and where to ask', async () => {
    const { page } = await browser.visit()
    await open(page, `${world().url}/tim?q=xyzqwv`)
    await page.getByText('Chưa tìm thấy nội dung khớp với câu này.').waitFor()
    await page.getByRole('link', { name: 'xem nơi có thể hỏi' }).click()
    await page.getByRole('heading', { level: 1, name: /Liên hệ/ }).waitFor()
  })

  test('the promised date is worked out and explained', async () => {
    const { page } = await browser.visit()
    await open(page, `${world().url}/hen-tra?thu-tuc=2.002854`)
    await page.locator('input[type="date"]').fill('2026-02-12')
    await page
      .getByText(/26\/0?2\/2026/)
      .first()
      .waitFor()
  })

  test('text size, contrast and background stay as they were set', async () => {
    const { page } = await browser.visit()
    await open(page, `${world().url}/cai-dat`)
    for (const name of ['Rất lớn', 'Cao', 'Tối']) await page.getByRole('radio', { name, exact: true }).check()
    await page.reload()
    await settle(page)
    await page.waitForFunction(() => document.documentElement.dataset.text === 'largest')
    expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toMatchObject({
      text: 'largest',
      contrast: 'high',
      theme: 'dark',
    })
  })

  test('a saved dossier code is kept on the phone, shown again, and can be taken away', async () => {
    const { page } = await browser.visit()
    await open(page, `${world().url}/ho-so`)
    const code = '000.00.19.H53-261123-0001'
    await page.getByRole('textbox').first().fill(code)
    await page.getByRole('button', { name: /Lưu/ }).first().click()
    await page.reload()
    await settle(page)
    await page.getByText(code).first().waitFor()
    await open(page, `${world().url}/cua-toi`)
    await page.getByText(code).first().waitFor()
    await page
      .getByRole('button', { name: /Xoá|Xóa|Bỏ/ })
      .first()
      .click()
    await page.getByText(code).first().waitFor({ state: 'detached' })
  })

  test('no screen asks for a permission, complains in the console, or talks to anybody but this server', async () => {
    const { page, complaints } = await browser.visit()
    const strangers: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(world().url) && !request.url().startsWith('data:')) strangers.push(request.url())
    })
    await page.addInitScript(() => {
      const asked = (what: string) => console.error(`asked for ${what}`)
      navigator.geolocation.getCurrentPosition = () => asked('the place')
      navigator.mediaDevices.getUserMedia = async () => Promise.reject(asked('the camera'))
      Notification.requestPermission = async () => Promise.reject(asked('notices'))
    })
    for (const path of SCREENS.filter((path) => !path.includes('khong-co'))) await open(page, world().url + path)
    expect([complaints, strangers]).toEqual([[], []])
  })
})

import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { launchChromium, PHONE } from './chromium.ts'

/** One Chromium for the tests of a file; each test gets a visitor with an empty phone. */
export function shareBrowser() {
  let shared: Browser | undefined
  beforeAll(async () => {
    shared = await launchChromium()
  })
  afterAll(() => shared?.close())
  return {
    /** A page of a fresh visitor, and everything its console complained about. */
    async visit(options: BrowserContextOptions = PHONE): Promise<{ page: Page; complaints: string[] }> {
      if (!shared) throw new Error('the browser opens before the first test')
      const context = await shared.newContext(options)
      onTestFinished(() => context.close())
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      return { page, complaints }
    },
  }
}

/** Lets a page of the staff web go on as somebody who has signed in. */
export async function sitDown(page: Page, url: string, { cookie }: { cookie: string }) {
  const [name = '', value = ''] = cookie.split('; ')[0]?.split(/=(.*)/) ?? []
  await page.context().addCookies([{ name, value, url: url.replace('http:', 'https:'), secure: true }])
}

/** Every kind of screen, by an address that shows it filled. */
export const SCREENS = [
  '/',
  '/tim',
  '/tim?q=chuyen+truong',
  '/tim?q=hk',
  '/tim?q=xyzqwv',
  '/thu-tuc',
  '/thu-tuc/2.002854',
  '/thu-tuc/3.000465',
  '/thu-tuc/1.005092',
  '/thu-tuc/2.002854/in',
  '/tinh-huong',
  '/tinh-huong/chuyen-truong',
  '/hen-tra',
  '/hen-tra?thu-tuc=2.002854',
  '/ho-so',
  '/cam-nang',
  '/cam-nang/co-che-mot-cua',
  '/cam-nang/par-index',
  '/van-ban',
  '/van-ban/nd-61-2018',
  '/chi-so',
  '/chi-so/par-index',
  '/cua-toi',
  '/phan-anh',
  '/phan-anh/gui/loai',
  '/phan-anh/gui/viec',
  '/phan-anh/gui/noi-dung',
  '/phan-anh/gui/nguoi-gui',
  '/phan-anh/gui/dong-y',
  '/phan-anh/gui/gui',
  '/phan-anh/cua-toi',
  '/phan-anh/tra-cuu',
  '/phan-anh/da-tra-loi',
  '/luyen-tap',
  '/luyen-tap/on-lai',
  '/luyen-tap/chu-de/mot-cua',
  '/hoi-thi',
  '/lop-hoc',
  '/lop-hoc/phong',
  '/vao-lop',
  '/tin-cua-toi',
  '/du-lieu-cua-toi',
  '/cai-dat',
  '/chinh-sach',
  '/gioi-thieu',
  '/thu-tuc/khong-co',
  '/khong-co',
]

/** Opens an address of the app and waits until it shows what it has to show. */
export async function open(page: Page, url: string) {
  await page.goto(url)
  await settle(page)
}

export async function settle(page: Page) {
  await page.waitForSelector('h1')
  await page.waitForFunction(() => document.querySelector('.skeleton') === null)
}

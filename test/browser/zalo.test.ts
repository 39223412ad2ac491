import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shareWorld } from '../world/world.ts'
import { settle, shareBrowser } from './visit.ts'

const PROJECT = join(import.meta.dirname, '../..')
const SERVICE = 'https://cchc.example.vn'
const APP_ID = '1234567890'
const VERSION = 'v42'
/** Zalo keeps a build's files below `/zapps/<id>/<version>/` and opens its host page at `/zapps/<id>/`. */
const HOST = `https://h5.zdn.vn/zapps/${APP_ID}`

const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' }

type AppConfig = { listCSS: string[]; listSyncJS: string[]; listAsyncJS: string[]; app: { title: string } }

describe('the build Zalo takes', { timeout: 90_000 }, () => {
  const world = shareWorld()
  const browser = shareBrowser()
  let folder = ''
  let config: AppConfig

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cchc-mini-'))
    execFileSync(process.execPath, [join(PROJECT, 'scripts/build-mini.mjs'), folder], {
      cwd: PROJECT,
      env: { ...process.env, PUBLIC_URL: SERVICE },
      stdio: 'ignore',
    })
    config = JSON.parse(readFileSync(join(folder, 'app-config.json'), 'utf8'))
  }, 90_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** The page Zalo shows an app in: an empty root, the globals, and the files that app-config.json lists. */
  function hostPage() {
    const at = (file: string) => `${HOST}/${VERSION}/${file}`
    return `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>${config.app.title}</title>
      ${config.listCSS.map((file) => `<link rel="stylesheet" href="${at(file)}">`).join('')}
      <script>window.APP_ID = '${APP_ID}'; window.APP_ENV = 'PRODUCTION'; window.BASE_PATH = '/zapps/${APP_ID}'</script>
      </head><body><div id="app"></div>
      ${[...config.listSyncJS, ...config.listAsyncJS].map((file) => `<script type="module" src="${at(file)}"></script>`).join('')}
      </body></html>`
  }

  async function openInZalo() {
    const { page, complaints } = await browser.visit()
    const missing: string[] = []
    await page.route('**/*', async (route) => {
      const url = new URL(route.request().url())
      if (url.href.startsWith(`${HOST}/${VERSION}/`))
        return sendFile(route, url.pathname.split(`/${VERSION}/`)[1] ?? '')
      if (url.href.startsWith(HOST)) return route.fulfill({ contentType: 'text/html', body: hostPage() })
      if (url.origin === SERVICE) return askService(route, url)
      missing.push(url.href)
      return route.abort()
    })
    function sendFile(route: Route, file: string) {
      try {
        return route.fulfill({
          contentType: TYPES[file.split('.').at(-1) ?? ''] ?? 'text/plain',
          body: readFileSync(join(folder, file)),
        })
      } catch {
        missing.push(file)
        return route.fulfill({ status: 404 })
      }
    }
    /** The service as Zalo's page meets it: another origin, so what CORS does not allow is not read. */
    async function askService(route: Route, url: URL) {
      const asked = route.request()
      const type = asked.headers()['content-type']
      const answer = await fetch(world().url + url.pathname + url.search, {
        method: asked.method(),
        headers: type === undefined ? {} : { 'content-type': type },
        body: asked.postData() ?? undefined,
      })
      const headers = Object.fromEntries(
        [...answer.headers].filter(([name]) => name !== 'content-encoding' && name !== 'content-length'),
      )
      return route.fulfill({
        status: answer.status,
        headers,
        body: answer.status === 204 ? '' : Buffer.from(await answer.arrayBuffer()),
      })
    }
    return { page, complaints, missing }
  }

  const goTo = async (page: Page, path: string) => {
    await page.goto(`${HOST}${path}`)
    await settle(page)
  }

  test('app-config.json names every file the host page must load', () => {
    expect(config.listSyncJS.length).toBeGreaterThan(0)
    for (const file of [...config.listSyncJS, ...config.listAsyncJS, ...config.listCSS])
      expect(() => readFileSync(join(folder, file))).not.toThrow()
  })

  test('opens below /zapps/<id>/, searches, follows links and goes back, with nothing missing', async () => {
    const { page, complaints, missing } = await openInZalo()
    await goTo(page, '/')
    await page.getByRole('link', { name: 'Thủ tục', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: /Thủ tục/ }).waitFor()
    expect(page.url()).toBe(`${HOST}/thu-tuc`)
    await goTo(page, '/tim?q=chuyen+truong')
    await page
      .getByRole('link', { name: /^Chuyển trường cho học sinh/ })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: /Chuyển trường/ }).waitFor()
    await page.getByRole('checkbox').first().check()
    for (const path of [
      '/thu-tuc/2.002854',
      '/tinh-huong/chuyen-truong',
      '/hen-tra',
      '/ho-so',
      '/cam-nang/papi',
      '/van-ban',
      '/chi-so/par-index',
      '/cua-toi',
      '/phan-anh',
      '/phan-anh/gui/nguoi-gui',
      '/phan-anh/da-tra-loi',
      '/cai-dat',
      '/chinh-sach',
      '/gioi-thieu',
      '/thu-tuc/2.002854/in',
    ])
      await goTo(page, path)
    expect([complaints, missing]).toEqual([[], []])
  })

  test('an outside address is copied, not opened, as Zalo’s rules want until they allow it', async () => {
    const { page } = await openInZalo()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await goTo(page, '/thu-tuc/2.002854')
    const pages = page.context().pages().length
    await page
      .getByRole('button', { name: /chép địa chỉ/ })
      .first()
      .click()
    await page
      .getByText(/Đã chép địa chỉ/)
      .first()
      .waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^https:\/\//)
    expect(page.context().pages().length).toBe(pages)
    expect(await page.locator('main a[href^="http"]').count()).toBe(0)
  })
})

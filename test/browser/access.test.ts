import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { shareWorld } from '../world/world.ts'
import { findBarriers } from './barriers.ts'
import { DESKTOP, PHONE } from './chromium.ts'
import { open, SCREENS, settle, shareBrowser } from './visit.ts'

/** What does not fit: the page wider than the screen, or words cut off inside their box. */
function findClipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const clipped: string[] = []
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth
    if (wide > 1) clipped.push(`the page is ${wide} px too wide`)
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const style = getComputedStyle(element)
      if (style.position === 'absolute' && element.clientWidth <= 1) continue
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      const isCutAcross = hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1
      const isCutBelow = hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1
      if ((isCutAcross || isCutBelow) && element.innerText?.trim())
        clipped.push(`${element.tagName}.${element.className}: ${element.innerText.slice(0, 40)}`)
    }
    return clipped
  })
}

async function findClippedAtTwice(page: Page) {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  const clipped = await findClipped(page)
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
  return clipped
}

const APPEARANCES = [
  ['theme', 'dark', 'colours'],
  ['contrast', 'high', 'colours'],
  ['text', 'largest', 'all'],
] as const

describe('everybody can use every screen', { timeout: 120_000 }, () => {
  const world = shareWorld({ withApp: true })
  const browser = shareBrowser()

  test.each(SCREENS)(
    '%s has no barrier that axe can find, light, dark, with high contrast, and on a desk; at twice the text size it cuts nothing off',
    async (path) => {
      const { page } = await browser.visit()
      await open(page, world().url + path)
      const clipped = [...(await findClipped(page)), ...(await findClippedAtTwice(page))]
      expect([await findBarriers(page), clipped]).toEqual([[], []])
      for (const [name, value, rules] of APPEARANCES) {
        await page.evaluate(([key, to]) => document.documentElement.setAttribute(`data-${key}`, to), [
          name,
          value,
        ] as const)
        expect([name, await findBarriers(page, rules)]).toEqual([name, []])
        await page.evaluate((key) => document.documentElement.removeAttribute(`data-${key}`), name)
      }
      await page.setViewportSize(DESKTOP.viewport)
      expect(await findBarriers(page)).toEqual([])
    },
  )

  test.each([
    '/',
    '/tim?q=hk',
    '/thu-tuc/2.002854',
    '/tinh-huong/chuyen-truong',
    '/hen-tra',
    '/ho-so',
    '/cai-dat',
    '/chi-so/par-index',
    '/thu-tuc',
    '/phan-anh',
    '/phan-anh/gui/loai',
    '/phan-anh/gui/nguoi-gui',
    '/phan-anh/tra-cuu',
  ])(
    'on %s everything that can be touched can be reached with the Tab key, and shows that it has been',
    async (path) => {
      const { page } = await browser.visit()
      await open(page, world().url + path)
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
      const wanted = await page.evaluate(() => {
        const isSeen = (element: HTMLElement) =>
          element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0
        const radios = new Set<string>()
        return [
          ...document.querySelectorAll<HTMLElement>(
            'a[href], button:not([disabled]), input, select, summary, [tabindex="0"]',
          ),
        ].filter((element) => {
          if (!isSeen(element)) return false
          // One stop for each group of radio buttons; arrows move inside it.
          if (element instanceof HTMLInputElement && element.type === 'radio')
            return !radios.has(element.name) && radios.add(element.name)
          return true
        }).length
      })
      const reached = new Set<string>()
      const unseen: string[] = []
      for (let press = 0; press < wanted + 3; press += 1) {
        await page.keyboard.press('Tab')
        const at = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement | null
          if (!element || element === document.body) return undefined
          const style = getComputedStyle(element)
          const label = element.closest('label') ?? element
          const near = [style, getComputedStyle(label), getComputedStyle(element.parentElement ?? element)]
          const isShown = near.some(
            ({ outlineStyle, outlineWidth, boxShadow }) =>
              (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
          )
          const all = [...document.querySelectorAll('*')]
          const name =
            element instanceof HTMLInputElement && element.type === 'radio'
              ? element.name
              : String(all.indexOf(element))
          return { name, isShown, text: element.innerText || element.id }
        })
        if (!at) continue
        reached.add(at.name)
        if (!at.isShown) unseen.push(at.text)
      }
      expect([reached.size, unseen]).toEqual([wanted, []])
    },
  )

  test('a screen of the app is announced: the heading gets the focus after a link is followed', async () => {
    const { page } = await browser.visit()
    await open(page, `${world().url}/`)
    await page.getByRole('link', { name: 'Thủ tục', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: /Thủ tục/ }).waitFor()
    await settle(page)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toMatch(/^(H1|MAIN)$/)
    expect(await page.title()).toMatch(/Thủ tục/)
  })

  test('what a finger touches is at least 44 px high', async () => {
    const { page } = await browser.visit(PHONE)
    const small: string[] = []
    for (const path of [
      '/',
      '/thu-tuc',
      '/thu-tuc/2.002854',
      '/tinh-huong/chuyen-truong',
      '/cai-dat',
      '/hen-tra',
      '/phan-anh',
      '/phan-anh/gui/viec',
      '/phan-anh/gui/nguoi-gui',
    ]) {
      await open(page, world().url + path)
      small.push(
        ...(await page.evaluate((at) => {
          const targets = [
            ...document.querySelectorAll<HTMLElement>(
              'button, nav a, .rows a, select, input[type="search"], input[type="date"], label:has(input)',
            ),
          ]
          return targets
            .filter((element) => element.getClientRects().length > 0 && element.getBoundingClientRect().height < 43.5)
            .map((element) => `${at} ${element.tagName} ${element.innerText} ${element.getBoundingClientRect().height}`)
        }, path)),
      )
    }
    expect(small).toEqual([])
  })
})

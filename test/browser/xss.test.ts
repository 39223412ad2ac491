import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { KINDS } from '../../server/content/kinds.ts'
import { type EditionReply, expectOk, save, take } from '../publishing/writing.ts'
import type { StaffClient } from '../world/staff.ts'
import { shareWorld } from '../world/world.ts'
import { PHONE } from './chromium.ts'
import { PAYLOADS } from './payloads.ts'
import { shareBrowser } from './visit.ts'

type Marked = { ran?: number }

/** Counts what runs, and clicks whatever wants to be clicked. */
async function watch(page: Page) {
  await page.addInitScript(() => {
    Object.assign(window, {
      ran: 0,
      xss: () => {
        ;(window as Marked).ran = ((window as Marked).ran ?? 0) + 1
      },
    })
  })
}

async function countRuns(page: Page) {
  await page.evaluate(() => {
    const clicked = document.querySelectorAll<HTMLElement>(
      'a[href*="script:" i], svg a, form button, button[formaction], base ~ a',
    )
    for (const each of clicked) each.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  })
  await page.waitForTimeout(60)
  return page.evaluate(() => (window as Marked).ran ?? 0)
}

/** The page as a browser without any policy would take it: what holds then is our own care alone. */
async function withoutPolicy(context: BrowserContext) {
  await context.route('**/*', async (route) => {
    // A click that led away from us leads nowhere here.
    if (new URL(route.request().url()).hostname !== 'localhost') return route.abort()
    const response = await route.fetch()
    const { 'content-security-policy': _, ...headers } = response.headers()
    await route.fulfill({ response, headers })
  })
}

/** Names of other things, and texts that are parsed: what they hold is not free. */
const NOT_FREE = new Set(['related', 'links', 'procedure', 'replacedBy', 'amendedBy', 'body', 'slug', 'code', 'next'])

/** Every free text of a body holds the payload; a field that would no longer be valid keeps what it had. */
function poison(kind: keyof typeof KINDS, body: Record<string, unknown>, payload: string) {
  let poisoned = structuredClone(body)
  function visit(path: (string | number)[], value: unknown) {
    if (typeof value === 'string') {
      if (path.some((name) => NOT_FREE.has(String(name)))) return
      const tried = setAt(poisoned, path, `${value} ${payload}`)
      const parsed = KINDS[kind].written.safeParse(tried)
      if (parsed.success && KINDS[kind].check(parsed.data).length === 0) poisoned = tried
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value)) visit([...path, key], child)
    }
  }
  visit([], body)
  return poisoned
}

function setAt(body: Record<string, unknown>, path: (string | number)[], value: string) {
  const copy = structuredClone(body)
  let at: Record<string | number, unknown> = copy
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>
  at[path.at(-1) ?? ''] = value
  return copy
}

describe('the payloads themselves', () => {
  const browser = shareBrowser()
  const world = shareWorld({ withApp: true })

  async function runRaw(headers: Record<string, string>) {
    const { page } = await browser.visit(PHONE)
    await watch(page)
    const ran = []
    let payload = ''
    await page.route('**/raw', (route) =>
      route.fulfill({ contentType: 'text/html', headers, body: `<!doctype html><title>x</title><p>${payload}</p>` }),
    )
    for (payload of PAYLOADS) {
      await page.goto(`${world().url}/raw`)
      if ((await countRuns(page).catch(() => 0)) > 0) ran.push(payload)
    }
    return ran
  }

  test('at least twenty run in a page that neither cleans nor forbids', async () => {
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(40)
    expect((await runRaw({})).length).toBeGreaterThanOrEqual(20)
  })

  test('none runs in a page that cleans nothing under our policy, the readers’ and the staff’s', async () => {
    for (const path of ['/', '/admin']) {
      const policy = (await world().get(path)).headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'self'")
      expect(await runRaw({ 'content-security-policy': policy })).toEqual([])
    }
  })
})

describe('our screens without any policy', { timeout: 240_000 }, () => {
  const browser = shareBrowser()
  const world = shareWorld({ withApp: true })
  let boss: StaffClient | undefined

  /** Publishes a copy of the kind's first entry whose every text holds the payload, and says where it is read. */
  async function publishPoisoned(kind: keyof typeof KINDS, path: string, payload: string) {
    boss ??= await world().signIn({ role: 'admin' })
    const slug = path.split('/').at(-1) ?? ''
    const { items } = expectOk(
      await boss.get<{ items: { id: string; slug: string; title: string }[] }>(`/admin/api/entries?kind=${kind}`),
    )
    const entry = items.find((each) => each.slug === slug)
    const id = entry?.id ?? (await findEntry(boss, kind, slug))
    let draft = expectOk(await boss.post<EditionReply>(`/admin/api/entries/${id}/editions`, {}))
    clean.set(path, clean.get(path) ?? draft.body)
    draft = expectOk(await save(boss, draft, poison(kind, clean.get(path) ?? draft.body, payload)))
    expectOk(await take(boss, draft, 'publish_urgently', { remark: payload }))
    return id
  }
  const clean = new Map<string, Record<string, unknown>>()

  async function findEntry(client: StaffClient, kind: string, slug: string) {
    let cursor: string | null = ''
    while (cursor !== null) {
      const query: string = `kind=${kind}${cursor === '' ? '' : `&cursor=${cursor}`}`
      const page: { items: { id: string; slug: string }[]; nextCursor: string | null } = expectOk(
        await client.get(`/admin/api/entries?${query}`),
      )
      const found = page.items.find((each) => each.slug === slug)
      if (found) return found.id
      cursor = page.nextCursor
    }
    throw new Error(`${kind}:${slug} is not among the entries`)
  }

  const KINDS_READ: [keyof typeof KINDS, string][] = [
    ['article', '/cam-nang/papi'],
    ['procedure', '/thu-tuc/chuyen-truong'],
    ['document', '/van-ban/nd-61-2018'],
    ['index', '/chi-so/papi'],
    ['situation', '/tinh-huong/chuyen-truong'],
  ]

  test.each(KINDS_READ)(
    '%s: no payload in any plain field runs, read by its address, in lists and in the search',
    async (kind, path) => {
      const { page } = await browser.visit(PHONE)
      await withoutPolicy(page.context())
      await watch(page)
      const ran = []
      // Several at once where nothing is parsed: one that ran would be told by the count.
      for (let at = 0; at < PAYLOADS.length; at += 4) {
        const payload = PAYLOADS.slice(at, at + 4).join(' ')
        await publishPoisoned(kind, path, payload)
        await page.goto(world().url + path)
        await page.waitForSelector('h1')
        await page.waitForLoadState('networkidle')
        if ((await countRuns(page)) > 0) ran.push(payload)
      }
      for (const list of ['/', '/cam-nang', '/van-ban', '/chi-so', '/tim?q=xss']) {
        await page.goto(world().url + list)
        await page.waitForLoadState('networkidle')
        if ((await countRuns(page)) > 0) ran.push(list)
      }
      expect(ran).toEqual([])
    },
  )

  test('a payload in a rich text is either refused, or shown as the words it is', async () => {
    boss ??= await world().signIn({ role: 'admin' })
    const { page } = await browser.visit(PHONE)
    await withoutPolicy(page.context())
    await watch(page)
    const id = await findEntry(boss, 'article', 'sipas')
    const outcomes = { refused: 0, shown: 0 }
    for (const payload of PAYLOADS) {
      let draft = expectOk(await boss.post<EditionReply>(`/admin/api/entries/${id}/editions`, {}))
      const body = `## Đo sự hài lòng\n\nMột đoạn văn đủ dài ${payload}\n\n| Ô | ${payload.replaceAll('|', '')} |\n| --- | --- |\n| 1 | 2 |\n`
      draft = expectOk(await save(boss, draft, { ...draft.body, body }))
      const out = await take(boss, draft, 'publish_urgently', { remark: 'Thử.' })
      if (out.status === 422) {
        outcomes.refused += 1
        expectOk(await take(boss, draft, 'discard'))
        continue
      }
      expectOk(out)
      outcomes.shown += 1
      await page.goto(`${world().url}/cam-nang/sipas`)
      await page.waitForLoadState('networkidle')
      expect([payload, await countRuns(page)]).toEqual([payload, 0])
    }
    expect(outcomes.refused).toBeGreaterThan(20)
    expect(outcomes.refused + outcomes.shown).toBe(PAYLOADS.length)
  })
})

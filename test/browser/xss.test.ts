import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { type EditionReply, type EntryReply, expectOk, save, take } from '../publishing/writing.ts'
import type { StaffClient } from '../world/staff.ts'
import { shareWorld } from '../world/world.ts'
import { DESKTOP, PHONE } from './chromium.ts'
import { PAYLOADS } from './payloads.ts'
import { fillValues, findFields, isPublishable, NUMBERED, poison, setAt } from './poison.ts'
import { settle, shareBrowser, sitDown } from './visit.ts'
import { findPlanted, watch, whatRan } from './what-ran.ts'

describe('the payloads themselves', () => {
  const browser = shareBrowser()
  const world = shareWorld({ withApp: true })

  /** Which of the pages run a script, served under these headers. */
  async function runRaw(pages: string[], headers: Record<string, string>, options = {}) {
    const { page } = await browser.visit({ ...PHONE, ...options })
    await watch(page)
    const ran: number[][] = []
    let body = ''
    await page.route('**/*', (route) => {
      if (!route.request().url().endsWith('/raw')) return route.abort()
      return route.fulfill({ contentType: 'text/html', headers, body: `<!doctype html><title>x</title><p>${body}</p>` })
    })
    for (body of pages) {
      await page.goto(`${world().url}/raw`)
      ran.push(await whatRan(page).catch(() => []))
    }
    return ran
  }
  const policyOf = async (path: string) => (await world().get(path)).headers.get('content-security-policy') ?? ''

  test('at least twenty run in a page that neither cleans nor forbids, alone and side by side', async () => {
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(40)
    const alone = await runRaw(NUMBERED, {})
    expect(alone.filter(({ length }) => length > 0).length).toBeGreaterThanOrEqual(20)
    const [together] = await runRaw([NUMBERED.join(' ')], {})
    expect(together?.length).toBeGreaterThanOrEqual(20)
  })

  test('none runs in a page that cleans nothing under our policy, the readers’ and the staff’s', async () => {
    for (const path of ['/', '/admin']) {
      const policy = await policyOf(path)
      expect(policy).toContain("default-src 'self'")
      expect((await runRaw(NUMBERED, { 'content-security-policy': policy })).flat()).toEqual([])
    }
  })

  test('a browser that is told to look past policies runs as many as without one', async () => {
    const headers = { 'content-security-policy': await policyOf('/') }
    const [ran] = await runRaw([NUMBERED.join(' ')], headers, { bypassCSP: true })
    expect(ran?.length).toBeGreaterThanOrEqual(20)
  })
})

const PROVENANCE = {
  sources: [{ title: 'Thông báo của Sở', url: null }],
  ...{
    checkedOn: '2026-11-20',
    reviewBy: '2027-05-20',
    owner: 'Văn phòng Sở',
    unverified: ['Giờ làm việc buổi chiều'],
  },
}
/** What people read of each kind; the last two come with no content, so here is some. */
const READ = {
  article: { path: '/cam-nang/papi', title: 'title' },
  procedure: { path: '/thu-tuc/chuyen-truong', title: 'plainName' },
  document: { path: '/van-ban/nd-61-2018', title: 'title' },
  index: { path: '/chi-so/papi', title: 'nameVi' },
  situation: { path: '/tinh-huong/chuyen-truong', title: 'title' },
  answer: {
    ...{ path: '/hoi-dap/bo-phan-mot-cua-mo-luc-nao', title: 'question' },
    body: {
      ...{ question: 'Bộ phận Một cửa mở lúc nào?', body: 'Bộ phận Một cửa mở từ 7 giờ 30.', searchTerms: ['giờ mở'] },
      ...{ related: [], ...PROVENANCE },
    },
  },
  announcement: {
    ...{ path: '/', title: 'title' },
    body: {
      ...{ title: 'Bộ phận Một cửa nghỉ Tết', text: 'Nghỉ từ mùng một đến mùng bốn.', level: 'info', related: [] },
      ...{ showFrom: '2026-11-01', showUntil: '2026-12-31', ...PROVENANCE },
    },
  },
}
type ReadKind = keyof typeof READ
const READ_KINDS = Object.keys(READ) as ReadKind[]

/** What the draft says, whole enough to be published. */
function wholeBody(kind: ReadKind, draft: EditionReply): Record<string, unknown> {
  if (kind === 'answer' || kind === 'announcement') return { ...draft.body, ...READ[kind].body }
  return draft.body
}

describe('our screens without any policy', { timeout: 120_000 }, () => {
  const browser = shareBrowser()
  const world = shareWorld({ withApp: true })
  const entries = new Map<ReadKind, string>()
  let boss: StaffClient
  beforeAll(async () => {
    boss = await world().signIn({ role: 'admin' })
    for (const kind of READ_KINDS) entries.set(kind, await findEntry(kind))
  })

  async function findEntry(kind: ReadKind) {
    const slug = READ[kind].path.split('/').at(-1) ?? ''
    if (kind === 'answer' || kind === 'announcement') {
      const title = kind === 'answer' ? READ.answer.body.question : READ.announcement.body.title
      return expectOk(await boss.post<EntryReply>('/admin/api/entries', { kind, title, unitId: 'so-gddt' })).id
    }
    let cursor: string | null = ''
    while (cursor !== null) {
      const query: string = `kind=${kind}${cursor === '' ? '' : `&cursor=${cursor}`}`
      const page: { items: { id: string; slug: string }[]; nextCursor: string | null } = expectOk(
        await boss.get(`/admin/api/entries?${query}`),
      )
      const found = page.items.find((each) => each.slug === slug)
      if (found) return found.id
      cursor = page.nextCursor
    }
    throw new Error(`${kind}:${slug} is not among the entries`)
  }

  /** The draft that is open, or a new one. */
  async function openDraft(kind: ReadKind): Promise<EditionReply> {
    const id = entries.get(kind) ?? ''
    const { openEditionId } = expectOk(await boss.get<EntryReply>(`/admin/api/entries/${id}`))
    if (openEditionId === null) return expectOk(await boss.post<EditionReply>(`/admin/api/entries/${id}/editions`, {}))
    return expectOk(await boss.get<EditionReply>(`/admin/api/editions/${openEditionId}`))
  }

  /** A page that follows no policy and leads nowhere but to us. */
  async function lookPastPolicies(options = PHONE) {
    const { page } = await browser.visit({ ...options, bypassCSP: true })
    await page.route(
      ({ hostname }) => hostname !== 'localhost',
      (route) => route.abort(),
    )
    await watch(page)
    return page
  }
  const look = async (page: Page) => ({ ran: await whatRan(page), planted: await findPlanted(page) })
  const CLEAN = { ran: [], planted: [] }

  /** Waits for words of this very edition; an older one may show for a moment. */
  async function read(page: Page, path: string, words: string) {
    await page.goto(world().url + path)
    await page.waitForFunction((wanted) => document.body.textContent?.includes(wanted), words)
    await settle(page)
  }

  test.each(READ_KINDS)('%s: no payload in any plain field runs, read by its address', async (kind) => {
    const page = await lookPastPolicies()
    const { path, title } = READ[kind]
    const body = wholeBody(kind, await openDraft(kind))
    expect(isPublishable(kind, body)).toBe(true)
    const fields = findFields(kind, body)
    expect(fields.map(({ name }) => name)).toEqual(expect.arrayContaining([title, 'owner', 'sources.[].title']))
    for (const { name, values } of fields)
      expect([name, NUMBERED.every((payload) => values.some((value) => value.includes(payload)))]).toEqual([name, true])

    const notes = fillValues((value) => value.length <= 500)
    const rounds = Math.max(notes.length + 1, ...fields.map(({ values }) => values.length))
    for (let round = 0; round < rounds; round += 1) {
      const note = notes[round % notes.length]
      const poisoned = poison(body, fields, round)
      let draft = await openDraft(kind)
      draft = expectOk(
        await save(boss, draft, poisoned, draft.number > 1 ? { changeKind: 'major', changeNote: note } : {}),
      )
      draft = expectOk(await take(boss, draft, 'publish_urgently', { remark: note }))
      if (round < rounds - 1 && kind !== 'announcement') expectOk(await take(boss, draft, 'withdraw', { remark: note }))
      await read(page, path, String(poisoned[title]))
      expect([round, await look(page)]).toEqual([round, CLEAN])
    }
  })

  test('nor in lists, nor where something is looked for', async () => {
    const page = await lookPastPolicies()
    for (const path of ['/', '/thu-tuc', '/tinh-huong', '/cam-nang', '/van-ban', '/chi-so', '/tim?q=xss']) {
      await page.goto(world().url + path)
      await settle(page)
      expect([path, await look(page)]).toEqual([path, CLEAN])
    }
    await read(page, '/tim?q=onerror', 'onerror=xss')
    expect(await look(page)).toEqual(CLEAN)
  })

  test.each(['article', 'answer'] as const)(
    '%s: a payload in the rich text is either refused, or shown as the words it is',
    async (kind) => {
      const outcomes = { refused: [] as string[], shown: [] as string[] }
      const whole = wholeBody(kind, await openDraft(kind))
      const textOf = (payload: string) =>
        `## Đo sự hài lòng\n\nMột đoạn văn đủ dài ${payload}\n\n| Ô | ${payload.replaceAll('|', '')} |\n| --- | --- |\n| 1 | 2 |\n`
      for (const payload of NUMBERED) {
        const draft = await openDraft(kind)
        const saved = expectOk(await save(boss, draft, { ...whole, body: textOf(payload) }))
        const out = await take(boss, saved, 'publish_urgently', { remark: 'Thử.' })
        expect([200, 422]).toContain(out.status)
        outcomes[out.status === 422 ? 'refused' : 'shown'].push(payload)
      }
      expect(outcomes.refused.length).toBeGreaterThan(20)

      const page = await lookPastPolicies()
      for (const payload of outcomes.shown) {
        const marked = { ...whole, body: `${textOf(payload)}\nĐoạn ${NUMBERED.indexOf(payload)} hết.\n` }
        const saved = expectOk(await save(boss, await openDraft(kind), marked))
        expectOk(await take(boss, saved, 'publish_urgently', { remark: 'Thử.' }))
        await read(page, READ[kind].path, `Đoạn ${NUMBERED.indexOf(payload)} hết.`)
        expect([payload, await look(page)]).toEqual([payload, CLEAN])
      }
    },
  )

  test('nor on the screens of the staff, who read, compare and edit what cannot be published', async () => {
    const page = await lookPastPolicies(DESKTOP)
    await sitDown(page, world().url, boss)
    for (const kind of READ_KINDS) {
      const draft = await openDraft(kind)
      const body = wholeBody(kind, draft)
      const poisoned = poison(body, findFields(kind, body), 0)
      const rich = kind === 'article' || kind === 'answer' ? setAt(poisoned, ['body'], NUMBERED.join('\n\n')) : poisoned
      expectOk(await save(boss, draft, rich))
      for (const part of kind === 'article' || kind === 'procedure' ? ['', '?muc=ban', '?muc=viec'] : ['']) {
        await page.goto(`${world().url}/admin/noi-dung/${entries.get(kind)}${part}`)
        await page.getByRole('button', { name: 'Lưu nháp', includeHidden: true }).waitFor({ state: 'attached' })
        await page.locator('.waiting').first().waitFor({ state: 'detached' })
        expect([kind, part, await look(page)]).toEqual([kind, part, CLEAN])
      }
    }
    for (const path of ['/viec', '/noi-dung', '/nhat-ky']) {
      await page.goto(`${world().url}/admin${path}`)
      await page.locator('main').getByText('xss(').first().waitFor({ state: 'attached' })
      expect([path, await look(page)]).toEqual([path, CLEAN])
    }
  })
})

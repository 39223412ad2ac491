import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { addressesIn, judge } from '../../server/upkeep/links.rules.ts'
import { type EditionReply, expectOk, publishArticle, save, take, wholeArticle } from '../publishing/writing.ts'
import { createWorld } from '../world/world.ts'
import { pretendWeb, says } from './pretend-web.ts'

type Check = { address: string; state: string; problem: string | null; movedTo: string | null; uses: number }
type List = { isRunning: boolean; counts: Record<string, number>; items: (Check & { entries: { id: string }[] })[] }
const JOB = 'upkeep.check-links'
const never = new AbortController().signal

/** An office whose one explainer of its own names these addresses. */
async function openOffice(web: Awaited<ReturnType<typeof pretendWeb>>, addresses: string[], at?: string) {
  const world = await createWorld({ links: web.links, at })
  const author = await world.signIn({ role: 'editor' })
  const publisher = await world.signIn({ role: 'publisher' })
  const body = addresses.map((address) => `- [trang](${address})`).join('\n')
  // Only https may stand in a text; in a source http may stand too.
  const sources = addresses.map((url, position) => ({ title: `Nguồn số ${position + 1}`, url }))
  const isText = addresses.every((address) => address.startsWith('https:'))
  const written = isText ? { body: `Xem các trang sau đây:\n\n${body}\n` } : { sources }
  const { entry } = await publishArticle({ author, publisher }, wholeArticle(written))
  const read = async (query = '') => expectOk(await author.get<List>(`/admin/api/link-checks${query}`))
  return { world, author, publisher, entry, read }
}

describe('asking for an address', () => {
  test('what is there, has moved for good, is gone, or does not answer is told apart', async () => {
    const web = await pretendWeb({
      '/co': says(200),
      '/doi': says(301, { location: '/co' }),
      '/tam': says(302, { location: '/co' }),
      '/hong': says(503),
      '/vong': says(302, { location: '/vong' }),
      '/im': () => {},
    })
    const ask = (path: string) => web.ask(web.at(path), never)
    expect(await ask('/co')).toEqual({ outcome: 'answered', status: 200, movedTo: null })
    expect(await ask('/doi')).toEqual({ outcome: 'answered', status: 200, movedTo: web.at('/co') })
    expect(await ask('/tam')).toEqual({ outcome: 'answered', status: 200, movedTo: null })
    expect(await ask('/mat')).toEqual({ outcome: 'answered', status: 404, movedTo: null })
    expect(await ask('/hong')).toMatchObject({ status: 503 })
    expect(await ask('/vong')).toEqual({ outcome: 'failed', problem: 'too_many_redirects' })
    expect(await ask('/im')).toEqual({ outcome: 'failed', problem: 'timeout' })
    expect(await web.ask('http://khong-co.example/', never)).toEqual({ outcome: 'failed', problem: 'no_such_host' })
    expect(web.asked.filter(({ path }) => path === '/vong')).toHaveLength(6)
  })

  test('a server that does not tell the head alone is asked for the page, and nothing of it is read', async () => {
    const web = await pretendWeb({
      '/trang': (request, response) => {
        if (request.method === 'HEAD') return response.writeHead(405).end()
        response.writeHead(200, { 'content-type': 'text/html' })
        const endless = setInterval(() => response.write('x'.repeat(65_536)), 1)
        response.once('close', () => clearInterval(endless))
      },
    })
    expect(await web.ask(web.at('/trang'), never)).toMatchObject({ status: 200 })
    expect(web.asked.map(({ method, userAgent }) => [method, userAgent])).toEqual([
      ['HEAD', 'cchc-tay-ninh/test'],
      ['GET', 'cchc-tay-ninh/test'],
    ])
  })
})

describe('what an answer says of an address', () => {
  const answered = (status: number) => ({ outcome: 'answered' as const, status, movedTo: null })
  const silent = { outcome: 'failed' as const, problem: 'timeout' as const }
  const on = (day: number, isOnline = true) => ({ today: `2026-11-${day}`, isOnline })

  test('a page that is gone is dead at once; one that is silent only after three nights', () => {
    expect(judge(undefined, answered(410), on(20)).state).toBe('dead')
    const first = judge(undefined, silent, on(20))
    const second = judge(first, silent, on(21))
    expect([first.state, second.state, judge(second, silent, on(22)).state]).toEqual([
      'unreachable',
      'unreachable',
      'dead',
    ])
  })

  test('asking three times on one day is one night, and one answer begins the count anew', () => {
    const first = judge(undefined, silent, on(20))
    expect(judge(judge(first, silent, on(20)), silent, on(20))).toMatchObject({ state: 'unreachable', failedNights: 1 })
    expect(judge(first, answered(200), on(21))).toMatchObject({ state: 'ok', failedNights: 0 })
  })

  test('nights on which our own line was down count against nobody', () => {
    const nights = [20, 21, 22, 23].map((day) => on(day, false))
    const after = nights.reduce((known, night) => judge(known, silent, night), judge(undefined, silent, on(19, false)))
    expect(after).toMatchObject({ state: 'unreachable', failedNights: 0 })
  })

  test('a server that lets no machine in is never called dead', () => {
    const nights = [20, 21, 22, 23].map((day) => on(day))
    const after = nights.reduce(
      (known, night) => judge(known, answered(403), night),
      judge(undefined, answered(403), on(19)),
    )
    expect(after.state).toBe('unreachable')
  })
})

test.each([
  ['(xem https://a.vn/x).', ['https://a.vn/x']],
  ['[tên](https://a.vn/x_(y)) và https://b.vn/z, rồi thôi', ['https://a.vn/x_(y)', 'https://b.vn/z']],
  ['https://a.vn/x#muc-2 https://a.vn/x', ['https://a.vn/x']],
  ['<https://a.vn/?q=1&r=2>; "http://c.vn"', ['https://a.vn/?q=1&r=2', 'http://c.vn']],
  ['không có địa chỉ nào: /cam-nang/papi, mailto:a@b.vn', []],
])('the addresses in %s', (text, found) => {
  expect([...addressesIn({ body: text }).keys()]).toEqual(found)
})

describe('the nightly check', () => {
  test('every address of every live page is asked once, four servers at a time, each by itself', async () => {
    const slow = async (_: unknown, response: { writeHead: (status: number) => { end: () => void } }) => {
      await wait(20)
      response.writeHead(200).end()
    }
    const web = await pretendWeb(Object.fromEntries(['/1', '/2', '/3'].map((path) => [path, slow])))
    const hosts = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => `${name}.test`)
    const addresses = hosts.flatMap((host) => ['/1', '/2', '/3'].map((path) => web.at(path, host)))
    const { world, read } = await openOffice(web, addresses)
    await world.runJob(JOB)
    expect(web.asked.map(({ host, path }) => `${host}${path}`).sort()).toEqual(
      hosts.flatMap((host) => ['/1', '/2', '/3'].map((path) => host + path)),
    )
    expect(web.busy.most).toBeLessThanOrEqual(4)
    expect(web.busy.mostPerHost).toBe(1)
    const { counts, items } = await read('?state=ok')
    expect([counts.ok, items.length]).toEqual([24, 24])
    // Without a network every other address on our pages is unreachable, and none is called dead.
    expect(counts).toMatchObject({ dead: 0, moved: 0 })
    expect(counts.unreachable).toBeGreaterThan(100)
  })

  test('a dead address is told with the pages that show it, until the page is corrected', async () => {
    const web = await pretendWeb({ '/co': says(200) })
    const { world, author, publisher, entry, read } = await openOffice(web, [web.at('/mat')])
    await world.runJob(JOB)
    expect((await read('?state=dead')).items).toMatchObject([
      { address: web.at('/mat'), state: 'dead', problem: 'gone', uses: 1, entries: [{ id: entry.id }] },
    ])
    const stranger = await world.signIn({ role: 'editor', unitId: 'mau-thpt' })
    expect((await stranger.get<List>('/admin/api/link-checks')).body).not.toMatchObject({
      items: [{ address: web.at('/mat') }],
    })
    let draft = expectOk(await author.post<EditionReply>(`/admin/api/entries/${entry.id}/editions`, {}))
    const sources = [{ title: 'Nguồn còn sống', url: web.at('/co') }]
    draft = expectOk(await save(author, draft, { ...draft.body, sources }))
    draft = expectOk(await take(author, draft, 'submit'))
    draft = expectOk(await take(publisher, draft, 'approve'))
    expectOk(await take(publisher, draft, 'publish'))
    expect((await read('?state=dead')).items).toEqual([])
  })

  test('a page that was taken off is a dead end for the pages that name it', async () => {
    const web = await pretendWeb({ '/co': says(200) })
    const { world, author, publisher, entry, read } = await openOffice(web, [web.at('/co')])
    const named = await publishArticle(
      { author, publisher },
      wholeArticle({ title: 'Bài sẽ gỡ xuống' }),
      'Bài sẽ gỡ xuống',
    )
    const naming = await publishArticle(
      { author, publisher },
      wholeArticle({ title: 'Bài dẫn đến bài kia', related: [`article:${named.entry.slug}`] }),
      'Bài dẫn đến bài kia',
    )
    expectOk(await take(publisher, named.edition, 'unpublish', { remark: 'Nội dung không còn đúng.' }))
    await world.runJob(JOB)
    expect((await read('?state=dead')).items).toMatchObject([
      { address: `article:${named.entry.slug}`, problem: 'leads_nowhere', entries: [{ id: naming.entry.id }] },
    ])
    expect(entry.id).not.toBe(naming.entry.id)
  })
})

describe('a check by hand', () => {
  test('it runs in the background, one at a time, and gives up when the server stops', async () => {
    let wasAsked = () => {}
    const isAsked = new Promise<void>((resolve) => {
      wasAsked = resolve
    })
    const world = await createWorld({
      links: {
        pauseMs: 0,
        async ask(_, stopping) {
          wasAsked()
          await new Promise<void>((resolve) => stopping.addEventListener('abort', () => resolve(), { once: true }))
          return { outcome: 'failed', problem: 'timeout' }
        },
      },
    })
    const author = await world.signIn({ role: 'editor' })
    const start = async () => expectOk(await author.post('/admin/api/link-checks'))
    expect([await start(), await start()]).toEqual([{ started: true }, { started: false }])
    await isAsked
    expect(expectOk(await author.get<List>('/admin/api/link-checks')).isRunning).toBe(true)
    await world.stop()
  })

  test('whoever may only read may not start one', async () => {
    const world = await createWorld()
    const viewer = await world.signIn({ role: 'viewer' })
    expect(await viewer.post('/admin/api/link-checks')).toMatchObject({ status: 403 })
  })
})

test('beside a draft stands what is wrong with its addresses, and it can be published all the same', async () => {
  const web = await pretendWeb({ '/cu': says(308, { location: '/moi' }), '/moi': says(200) })
  const { world, author, publisher, entry } = await openOffice(web, [web.at('/cu'), web.at('/mat')])
  type Links = { items: { address: string; check: { state: string; movedTo: string | null } | null }[] }
  const links = async () => expectOk(await author.get<Links>(`/admin/api/entries/${entry.id}/links`)).items
  expect((await links()).map(({ check }) => check)).toEqual([null, null])
  await world.runJob(JOB)
  expect(await links()).toMatchObject([
    { address: web.at('/cu'), field: 'sources.0.url', check: { state: 'moved', movedTo: web.at('/moi') } },
    { address: web.at('/mat'), check: { state: 'dead' } },
  ])
  const draft = expectOk(
    await author.post<{ id: string; version: number }>(`/admin/api/entries/${entry.id}/editions`, {}),
  )
  const submitted = expectOk(await take(author, draft, 'submit'))
  const approved = expectOk(await take(publisher, submitted, 'approve'))
  expect((await take(publisher, approved, 'publish')).status).toBe(200)
})

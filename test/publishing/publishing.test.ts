import { describe, expect, test } from 'vitest'
import { createWorld } from '../world/world.ts'
import {
  createArticle,
  type EditionReply,
  expectOk,
  publishArticle,
  readEdition,
  save,
  take,
  wholeArticle,
} from './writing.ts'

type Found = { items: { type: string; slug: string }[] }

async function openOffice(wish: Parameters<typeof createWorld>[0] = {}) {
  const world = await createWorld(wish)
  const author = await world.signIn({ role: 'editor', name: 'Trần Thị Viết' })
  const publisher = await world.signIn({ role: 'publisher', name: 'Lê Văn Duyệt' })
  return { world, author, publisher }
}

describe('an explainer on its way to readers', () => {
  test('written by one, approved and published by another, it is read, found without diacritics, and in feed and sitemap', async () => {
    const { world, author, publisher } = await openOffice()
    const { entry } = await publishArticle({ author, publisher })
    expect(await world.getJson(`/api/articles/${entry.slug}`)).toMatchObject({
      title: 'Nộp hồ sơ chuyển trường buổi tối',
      related: [{ type: 'procedure', code: '2.002854' }],
      body: [{ type: 'heading' }, { type: 'paragraph' }, { type: 'table' }],
    })
    const found = await world.getJson<Found>('/api/search?q=nop+ho+so+ban+dem')
    expect(found.items[0]).toMatchObject({ type: 'article', slug: entry.slug })
    for (const file of ['/feeds/articles.xml', '/sitemap.xml', '/api/library', '/api/home'])
      expect(await (await world.get(file)).text()).toContain(entry.slug)
  })

  test('what people read stays the same to the byte while the next edition is written, approved and returned', async () => {
    const { world, author, publisher } = await openOffice()
    const { entry } = await publishArticle({ author, publisher })
    const places = [
      `/api/articles/${entry.slug}`,
      '/api/articles',
      '/api/library',
      '/api/search?q=chuyen+truong+buoi+toi',
    ]
    const read = () => Promise.all(places.map(async (path) => (await world.get(path)).text()))
    const before = await read()
    let draft = expectOk(await author.post<EditionReply>(`/admin/api/entries/${entry.id}/editions`, {}))
    draft = expectOk(await save(author, draft, { ...draft.body, title: 'Bản đang sửa dở' }))
    draft = expectOk(await take(author, draft, 'submit'))
    draft = expectOk(await take(publisher, draft, 'approve'))
    draft = expectOk(await take(publisher, draft, 'return', { remark: 'Thiếu giờ mở cửa của trường.' }))
    expect(await read()).toEqual(before)
  })

  test('a title that changes is changed wherever another page links to it', async () => {
    const { world, author, publisher } = await openOffice()
    const first = await publishArticle({ author, publisher })
    const second = await publishArticle(
      { author, publisher },
      wholeArticle({ title: 'Bài thứ hai', related: [`article:${first.entry.slug}`] }),
      'Bài thứ hai',
    )
    let draft = expectOk(await author.post<EditionReply>(`/admin/api/entries/${first.entry.id}/editions`, {}))
    draft = expectOk(await save(author, draft, { ...draft.body, title: 'Nộp hồ sơ lúc nào cũng được' }))
    draft = expectOk(await take(author, draft, 'submit'))
    draft = expectOk(await take(publisher, draft, 'approve'))
    expectOk(await take(publisher, draft, 'publish'))
    expect(await world.getJson(`/api/articles/${second.entry.slug}`)).toMatchObject({
      related: [{ title: 'Nộp hồ sơ lúc nào cũng được' }],
    })
  })

  test('a change worth telling is told on the page; a small one is not', async () => {
    const { world, author, publisher } = await openOffice()
    const { entry } = await publishArticle({ author, publisher })
    for (const [changeKind, changeNote] of [
      ['major', 'Thêm cách nộp qua bưu chính.'],
      ['minor', 'Sửa lỗi gõ.'],
    ] as const) {
      let draft = expectOk(await author.post<EditionReply>(`/admin/api/entries/${entry.id}/editions`, {}))
      draft = expectOk(await save(author, draft, draft.body, { changeKind, changeNote }))
      draft = expectOk(await take(author, draft, 'submit'))
      draft = expectOk(await take(publisher, draft, 'approve'))
      expectOk(await take(publisher, draft, 'publish'))
    }
    expect(await world.getJson(`/api/articles/${entry.slug}`)).toMatchObject({
      updates: [{ on: '2026-11-23', note: 'Thêm cách nộp qua bưu chính.' }],
    })
  })
})

describe('who may do what', () => {
  test('nobody approves or publishes what they have written, whatever their roles', async () => {
    const world = await createWorld()
    const both = await world.signIn({ role: 'admin' })
    const { edition } = await createArticle(both)
    let now = expectOk(await save(both, edition, { ...edition.body, ...wholeArticle() }))
    now = expectOk(await take(both, now, 'submit'))
    expect(await take(both, now, 'approve')).toMatchObject({ status: 403, body: { code: 'edition.own_work' } })
    const other = await world.signIn({ role: 'publisher' })
    now = expectOk(await take(other, now, 'approve'))
    for (const [step, said] of [
      ['publish', {}],
      ['schedule', { at: '2026-11-24T08:00:00+07:00' }],
    ] as const)
      expect(await take(both, now, step, said)).toMatchObject({ status: 403, body: { code: 'edition.own_work' } })
  })

  test('in a hurry one person publishes alone, says why, and it waits for a second look', async () => {
    const world = await createWorld()
    const alone = await world.signIn({ role: 'admin' })
    const { edition } = await createArticle(alone)
    const saved = expectOk(await save(alone, edition, { ...edition.body, ...wholeArticle() }))
    expect(await take(alone, saved, 'publish_urgently')).toMatchObject({
      status: 400,
      body: { code: 'edition.step_says_more' },
    })
    const out = expectOk(await take(alone, saved, 'publish_urgently', { remark: 'Bão số 9, trường nghỉ học.' }))
    expect(out).toMatchObject({ state: 'published', needsSecondLook: true })
    expect(await take(alone, out, 'agree')).toMatchObject({ status: 403 })
    const waiting = '/admin/api/entries?only=second_look'
    const second = await world.signIn({ role: 'reviewer' })
    expect((await second.get<{ items: unknown[] }>(waiting)).body.items).toHaveLength(1)
    expect(expectOk(await take(second, out, 'agree'))).toMatchObject({ state: 'published', needsSecondLook: false })
    expect((await second.get<{ items: unknown[] }>(waiting)).body.items).toHaveLength(0)
  })

  test('without the second factor a publisher reads and writes remarks, and publishes nothing', async () => {
    const { world, author } = await openOffice()
    const { edition } = await createArticle(author)
    let now = expectOk(await save(author, edition, { ...edition.body, ...wholeArticle() }))
    now = expectOk(await take(author, now, 'submit'))
    const publisher = await world.signIn({ role: 'publisher', secondFactor: false })
    now = expectOk(await take(publisher, now, 'approve'))
    expect(await take(publisher, now, 'publish')).toMatchObject({
      status: 403,
      body: { code: 'staff.second_factor_required' },
    })
  })
})

describe('what a draft lacks', () => {
  test('each missing thing is named by its field: it may be previewed, not published', async () => {
    const { author, publisher } = await openOffice()
    const { edition } = await createArticle(author)
    const bare = wholeArticle({ sources: [], reviewBy: '', related: ['article:khong-co'] })
    let now = expectOk(await save(author, edition, { ...edition.body, ...bare }))
    expect(now.problems).toEqual({
      forPreview: [],
      forPublishing: [
        { field: 'sources', problem: 'required' },
        { field: 'reviewBy', problem: 'required' },
      ],
    })
    now = expectOk(await take(author, now, 'submit'))
    expect(await take(publisher, now, 'approve')).toMatchObject({
      status: 422,
      body: { code: 'edition.not_ready', fields: [{ field: 'sources' }, { field: 'reviewBy' }] },
    })
  })

  test('a procedure without a legal basis is not published, and the field is named', async () => {
    const { author } = await openOffice()
    const procedure = expectOk(
      await author.get<{ items: { id: string; slug: string }[] }>('/admin/api/entries?kind=procedure&q=chuyen+truong'),
    )
    const [found] = procedure.items.filter(({ slug }) => slug === 'chuyen-truong')
    const draft = expectOk(await author.post<EditionReply>(`/admin/api/entries/${found?.id}/editions`, {}))
    expect(draft.problems.forPublishing).toEqual([])
    const saved = expectOk(await save(author, draft, { ...draft.body, legalBasis: [] }))
    expect(saved.problems.forPublishing).toEqual([{ field: 'legalBasis', problem: 'required' }])
  })

  test('a text that could run, a picture without words, and a link to nowhere are refused by name', async () => {
    const { author } = await openOffice()
    const { edition } = await createArticle(author)
    let now = edition
    for (const [body, problem] of [
      ['Một đoạn văn dài <script>alert(1)</script> ở đây.', 'text_not_allowed'],
      ['Một đoạn văn dài [bấm](javascript:alert(1)) ở đây.', 'text_not_allowed'],
      ['Đoạn văn.\n\n![](/images/00000000000000000000000000000000.webp)\n', 'text_not_allowed'],
      ['Một đoạn văn dài [xem](/cam-nang/khong-co-bai-nay) ở đây.', 'leads_nowhere'],
    ] as const) {
      now = expectOk(await save(author, now, { ...now.body, ...wholeArticle({ body }) }))
      expect(now.problems.forPublishing).toEqual([{ field: 'body', problem }])
    }
  })

  test('a field nobody knows is refused, and nothing is kept', async () => {
    const { author } = await openOffice()
    const { edition } = await createArticle(author)
    const refused = await save(author, edition, { ...edition.body, isLive: true })
    expect(refused).toMatchObject({ status: 400, body: { code: 'request.unknown_parameter', parameters: ['isLive'] } })
    expect(await readEdition(author, edition.id)).toEqual(edition)
  })
})

describe('two people at one draft', () => {
  test('the second to save is told; neither text is lost', async () => {
    const { world, author } = await openOffice()
    const other = await world.signIn({ role: 'editor' })
    const { edition } = await createArticle(author)
    const first = expectOk(await save(author, edition, { ...edition.body, summary: 'Của người thứ nhất.' }))
    const refused = await save(other, edition, { ...edition.body, summary: 'Của người thứ hai.' })
    expect(refused).toMatchObject({ status: 412, body: { code: 'edition.changed_meanwhile' } })
    expect((await readEdition(other, edition.id)).body).toMatchObject({ summary: 'Của người thứ nhất.' })
    expectOk(await save(other, first, { ...first.body, summary: 'Của cả hai.' }))
  })

  test('a change that names no version is refused', async () => {
    const { author } = await openOffice()
    const { edition } = await createArticle(author)
    const refused = await author.put(`/admin/api/editions/${edition.id}`, {
      body: {},
      changeKind: null,
      changeNote: null,
    })
    expect(refused).toMatchObject({ status: 428, body: { code: 'request.if_match_missing' } })
  })

  test('of twenty publishers pressing the button at once, one publishes', async () => {
    const { author, publisher } = await openOffice()
    const { edition } = await createArticle(author)
    let now = expectOk(await save(author, edition, { ...edition.body, ...wholeArticle() }))
    now = expectOk(await take(author, now, 'submit'))
    const ready = expectOk(await take(publisher, now, 'approve'))
    const answers = await Promise.all(Array.from({ length: 20 }, () => take(publisher, ready, 'publish')))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]))
  })
})

describe('the clock publishes', () => {
  const AT = '2026-11-24T08:00:00+07:00'

  async function schedule(office: Awaited<ReturnType<typeof openOffice>>) {
    const { author, publisher } = office
    const { entry, edition } = await createArticle(author)
    let now = expectOk(await save(author, edition, { ...edition.body, ...wholeArticle() }))
    now = expectOk(await take(author, now, 'submit'))
    now = expectOk(await take(publisher, now, 'approve'))
    now = expectOk(await take(publisher, now, 'schedule', { at: AT }))
    return { entry, edition: now }
  }

  test('at its hour and not before; a server that was down at the hour publishes when it is back, once', async () => {
    const office = await openOffice()
    const { world } = office
    const { entry } = await schedule(office)
    const address = `/api/articles/${entry.slug}`
    expect((await world.get(address)).status).toBe(404)
    await world.stop()
    const later = await createWorld({ dataFrom: world.dataDir, at: '2026-11-24T03:00:00Z' })
    await later.runJob('publishing.publish-due')
    await later.runJob('publishing.publish-due')
    expect((await later.get(address)).status).toBe(200)
    const officer = await later.signIn({ role: 'publisher' })
    const timeline = await officer.get<{ items: { action: string }[] }>(`/admin/api/entries/${entry.id}/timeline`)
    expect(timeline.body.items.filter(({ action }) => action === 'edition.publish')).toHaveLength(1)
  })

  test('a page that has lost what it names since is held back, and the office sees why', async () => {
    const office = await openOffice()
    const { world, author, publisher } = office
    const named = await publishArticle(
      { author, publisher },
      wholeArticle({ title: 'Bài được nhắc tới' }),
      'Bài được nhắc tới',
    )
    const { entry, edition } = await createArticle(author)
    const body = wholeArticle({ related: [`article:${named.entry.slug}`] })
    let now = expectOk(await save(author, edition, { ...edition.body, ...body }))
    now = expectOk(await take(author, now, 'submit'))
    now = expectOk(await take(publisher, now, 'approve'))
    expectOk(await take(publisher, now, 'schedule', { at: AT }))
    const live = await readEdition(publisher, named.edition.id)
    expectOk(await take(publisher, live, 'unpublish', { remark: 'Không còn đúng.' }))
    world.clock.now = new Date('2026-11-24T01:00:00Z')
    await world.runJob('publishing.publish-due')
    expect((await world.get(`/api/articles/${entry.slug}`)).status).toBe(404)
    const reviewer = await world.signIn({ role: 'publisher' })
    expect(await readEdition(reviewer, edition.id)).toMatchObject({
      state: 'approved',
      problems: { forPublishing: [{ field: 'related.0', problem: 'leads_nowhere' }] },
    })
  })
})

describe('what is no longer true', () => {
  test('withdrawn, it is still read with its reason, and no list or search leads to it; restored, they do', async () => {
    const { world, author, publisher } = await openOffice()
    const { entry, edition } = await publishArticle({ author, publisher })
    const lists = [
      '/api/articles',
      '/api/search?q=nop+ho+so+ban+dem',
      '/sitemap.xml',
      '/feeds/articles.json',
      '/api/library',
    ]
    const mentions = () =>
      Promise.all(lists.map(async (path) => (await (await world.get(path)).text()).includes(entry.slug)))
    expect(await mentions()).toEqual([true, true, true, true, true])
    const gone = expectOk(await take(publisher, edition, 'withdraw', { remark: 'Quy định đã thay đổi.' }))
    expect(await world.getJson(`/api/articles/${entry.slug}`)).toMatchObject({
      withdrawn: { on: '2026-11-23', reason: 'Quy định đã thay đổi.' },
    })
    expect(await mentions()).toEqual([false, false, false, false, false])
    expectOk(await take(publisher, gone, 'restore'))
    expect(await world.getJson(`/api/articles/${entry.slug}`)).not.toHaveProperty('withdrawn')
    expect(await mentions()).toEqual([true, true, true, true, true])
  })

  test('unpublished, its address answers 410, or leads on where the office says', async () => {
    const { world, author, publisher } = await openOffice({ withApp: true })
    const first = await publishArticle({ author, publisher })
    expectOk(await take(publisher, first.edition, 'unpublish', { remark: 'Đăng nhầm.' }))
    expect((await world.get(`/api/articles/${first.entry.slug}`)).status).toBe(410)
    expect((await world.get(`/cam-nang/${first.entry.slug}`, { redirect: 'manual' })).status).toBe(410)
    const second = await publishArticle({ author, publisher }, wholeArticle({ title: 'Bài khác' }), 'Bài khác')
    expectOk(await take(publisher, second.edition, 'unpublish', { remark: 'Đã gộp.', redirectTo: '/cam-nang/papi' }))
    const led = await world.get(`/cam-nang/${second.entry.slug}`, { redirect: 'manual' })
    expect([led.status, led.headers.get('location')]).toEqual([301, '/cam-nang/papi'])
    expect(await world.getJson(`/api/articles/${second.entry.slug}`)).toMatchObject({
      code: 'content.gone',
      redirectTo: '/cam-nang/papi',
    })
  })
})

describe('files and people', () => {
  test('what staff have edited is theirs: the next start with a changed file leaves it', async () => {
    const { world, author, publisher } = await openOffice()
    const [papi] = expectOk(
      await author.get<{ items: { id: string; slug: string }[] }>('/admin/api/entries?kind=article&q=papi'),
    ).items.filter(({ slug }) => slug === 'papi')
    let draft = expectOk(await author.post<EditionReply>(`/admin/api/entries/${papi?.id}/editions`, {}))
    draft = expectOk(await save(author, draft, { ...draft.body, title: 'PAPI do cán bộ sửa' }))
    draft = expectOk(await take(author, draft, 'submit'))
    draft = expectOk(await take(publisher, draft, 'approve'))
    expectOk(await take(publisher, draft, 'publish'))
    await world.stop()
    const { readFileSync, writeFileSync } = await import('node:fs')
    const later = await createWorld({
      dataFrom: world.dataDir,
      editContent(folder) {
        const file = `${folder}/articles/papi.md`
        writeFileSync(file, readFileSync(file, 'utf8').replace('title: ', "title: 'Từ tệp' #"))
      },
    })
    expect(await later.getJson('/api/articles/papi')).toMatchObject({ title: 'PAPI do cán bộ sửa' })
  })
})

describe('a preview', () => {
  test('shows the draft to whoever holds the address, is listed nowhere, and shows nothing once revoked', async () => {
    const { world, author } = await openOffice({ withApp: true })
    const { entry, edition } = await createArticle(author)
    expectOk(
      await save(author, edition, {
        ...edition.body,
        ...wholeArticle({ sources: [], title: 'Bản nháp còn thiếu nguồn' }),
      }),
    )
    const links = `/admin/api/entries/${entry.id}/preview-links`
    const made = expectOk(await author.post<{ id: string; path: string }>(links, { label: 'Gửi trường Gò Dầu' }))
    const token = made.path.split('/').at(-1) ?? ''
    expect(await world.getJson(`/api/previews/${token}`)).toMatchObject({
      kind: 'article',
      reply: { title: 'Bản nháp còn thiếu nguồn', sources: [] },
    })
    const page = await world.get(made.path)
    expect([page.status, page.headers.get('x-robots-tag'), page.headers.get('cache-control')]).toEqual([
      200,
      'noindex',
      'no-store',
    ])
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect(await (await world.get('/sitemap.xml')).text()).not.toContain('xem-truoc')
    expect(
      (await world.getJson<Found>('/api/search?q=ban+nhap+con+thieu+nguon')).items.map(({ slug }) => slug),
    ).not.toContain(entry.slug)
    expectOk(await author.delete(`${links}/${made.id}`))
    expect((await world.get(`/api/previews/${token}`)).status).toBe(404)
  })
})

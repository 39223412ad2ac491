import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskComment } from '../../server/reading/page-comments.rules.ts'
import { createWorld } from '../world/world.ts'

type Comment = { id: string; comment: string; title: string; state: string; version: number; isUseful: boolean }
type List = { items: Comment[]; nextCursor: string | null }
type World = Awaited<ReturnType<typeof createWorld>>

const PAGE = { type: 'article', slug: 'co-che-mot-cua' }
const LIST = '/admin/api/page-comments'

function say(world: World, body: object, address = '203.0.113.7') {
  return world.get('/api/page-comments', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify(body),
  })
}

describe('what is taken out of a comment before it is kept', () => {
  test.each([
    ['Trang này dễ hiểu', 'Trang này dễ hiểu'],
    ['Nộp 3 bộ trong 15 ngày thì có kịp không?', 'Nộp 3 bộ trong 15 ngày thì có kịp không?'],
    ['Tôi là phụ huynh lớp 1, cần thêm mẫu đơn', 'Tôi là phụ huynh lớp 1, cần thêm mẫu đơn'],
    ['Trường THPT Lê Quý Đôn nói khác', 'Trường THPT Lê Quý Đôn nói khác'],
    ['Gọi tôi 0912345678 nhé', 'Gọi tôi [đã che] nhé'],
    ['Gọi tôi 0912.345.678 nhé', 'Gọi tôi [đã che] nhé'],
    ['Gọi tôi 0 9 1 2 - 3 4 5 (678) nhé', 'Gọi tôi [đã che]) nhé'],
    ['Gọi +84 912 345 678', 'Gọi +[đã che]'],
    ['Gọi ０９１２３４５６７８', 'Gọi [đã che]'],
    ['Gọi 0️⃣9️⃣1️⃣2️⃣3️⃣4️⃣5️⃣ nhé', 'Gọi [đã che] nhé'],
    ['số tôi không chín một hai ba bốn năm', 'số tôi [đã che]'],
    ['CCCD 079 200 001 234 của tôi', 'CCCD [đã che] của tôi'],
    ['số báo danh: 01-234', 'số báo danh: [đã che]'],
    ['mã hồ sơ H53-1204', 'mã hồ sơ [đã che]'],
    ['thư tới lan.nguyen@gmail.com', 'thư tới [đã che]'],
    ['thư tới lan @ gmail.com', 'thư tới [đã che]'],
    ['nhắn zalo.me/0912345 hoặc https://www.facebook.com/lan.nguyen', 'nhắn [đã che] hoặc [đã che]'],
    ['Tên tôi là Nguyễn Thị Lan. Trang thiếu mẫu', 'Tên tôi là [đã che]. Trang thiếu mẫu'],
    ['tên tôi là nguyễn văn an, trang thiếu mẫu', 'tên tôi là [đã che], trang thiếu mẫu'],
    ['Tôi là Nguyễn Văn An ở Bến Lức', 'Tôi là [đã che] ở Bến Lức'],
    ['Hỏi cô Trần Thị Mai thì khác', 'Hỏi cô [đã che] thì khác'],
    ['nhà tôi ở 12/3 đường Lê Lợi; thiếu bước', 'nhà tôi ở [đã che]; thiếu bước'],
    ['số điện thoại của tôi là 09-12', 'số điện thoại của tôi là [đã che]'],
  ])('%s', (written, kept) => {
    expect(maskComment(written)).toBe(kept)
  })

  const digit = fc.constantFrom(...'0123456789')
  const between = fc.constantFrom('', '', ' ', '.', '-', ' - ', '\n', '\u200b', ') (', '/', '…', '_', '\t')
  const run = fc
    .array(fc.tuple(digit, between), { minLength: 6, maxLength: 14 })
    .map((parts) => parts.map((part) => part.join('')).join(''))
  const words = fc.constantFrom(
    'gọi ',
    'Tôi là Lê An ',
    'tên tôi là ',
    'số điện thoại: ',
    'nhà tôi ở ',
    'mã ',
    'trang này ',
    '',
    ' nhé',
    'ngày 3 ',
    '! ',
  )

  test('no six digits in a row are left, whatever stands between them but a letter', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(run, words), { maxLength: 8 }), (parts) => {
        const bare = maskComment(parts.join('')).replace(/[^\p{L}\p{N}]/gu, '')
        expect(bare).not.toMatch(/\d{6}/)
      }),
      { numRuns: 2_000 },
    )
  })

  test('masking what was masked changes nothing more', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(run, words), { maxLength: 6 }), (parts) => {
        const once = maskComment(parts.join(''))
        expect(maskComment(once)).toBe(once)
      }),
    )
  })

  test('five hundred letters of anything are masked without going astray', () => {
    for (const hostile of [
      '1 '.repeat(250),
      '@'.repeat(500),
      'một '.repeat(125),
      'a.'.repeat(250),
      'số là '.repeat(80),
    ])
      expect(maskComment(hostile).length).toBeLessThanOrEqual(500)
  })
})

describe('saying whether a page was useful', () => {
  test('a reader says no and why; an officer reads it without the number and decides', async () => {
    const world = await createWorld()
    const said = await say(world, { ...PAGE, isUseful: false, comment: 'Thiếu mẫu đơn, gọi tôi 0912 345 678' })
    expect([said.status, await said.json()]).toEqual([201, {}])
    await say(world, { ...PAGE, isUseful: true })

    const mai = await world.signIn({ role: 'feedback_officer' })
    const list = await mai.get<List>(LIST)
    expect(list.body.items).toMatchObject([
      {
        ...PAGE,
        title: expect.stringMatching(/một cửa/i),
        isUseful: false,
        comment: 'Thiếu mẫu đơn, gọi tôi [đã che]',
        state: 'new',
      },
    ])
    expect((await mai.get(`${LIST}/pages`)).body).toEqual({
      items: [expect.objectContaining({ ...PAGE, useful: 1, notUseful: 1, waiting: 1 })],
    })

    const [first] = list.body.items
    const decision = { state: 'actionable', note: 'Bổ sung mẫu đơn' }
    const stale = await mai.post(`${LIST}/${first?.id}/triage`, decision, { 'if-match': '"7"' })
    expect([stale.status, stale.body]).toMatchObject([412, { code: 'comment.changed_meanwhile' }])
    const decided = await mai.post(`${LIST}/${first?.id}/triage`, decision, { 'if-match': '"1"' })
    expect([decided.status, decided.body]).toMatchObject([200, { ...decision, version: 2, handledByName: mai.name }])
    expect((await mai.get<List>(`${LIST}?state=new`)).body.items).toEqual([])
    expect((await mai.get<List>(`${LIST}?state=actionable&kind=article&slug=${PAGE.slug}`)).body.items).toHaveLength(1)

    const admin = await world.signIn({ role: 'admin' })
    const audit = await admin.get<{ items: object[] }>(`/admin/api/audit?subjectKind=comment&subjectId=${first?.id}`)
    expect(audit.body.items).toMatchObject([
      { action: 'comment.triage', actorName: mai.name, before: { state: 'new', note: '' }, after: decision },
    ])
  })

  test('comments on pages of another unit are nobody else’s to read or decide', async () => {
    const world = await createWorld()
    await say(world, { ...PAGE, isUseful: false, comment: 'Thiếu mẫu đơn' })
    const own = await world.signIn({ role: 'feedback_officer' })
    const [comment] = (await own.get<List>(LIST)).body.items
    const stranger = await world.signIn({ role: 'feedback_officer', unitId: 'mau-xa-1' })
    expect((await stranger.get<List>(LIST)).body.items).toEqual([])
    const decided = await stranger.post(`${LIST}/${comment?.id}/triage`, { state: 'done' }, { 'if-match': '"1"' })
    expect([decided.status, decided.body]).toMatchObject([404, { code: 'comment.not_found' }])
    const viewer = await world.signIn({ role: 'viewer' })
    expect((await viewer.get(LIST)).status).toBe(403)
  })

  test('the sixth in ten minutes from one address waits; others and later ones do not', async () => {
    const world = await createWorld()
    const one = { ...PAGE, isUseful: true }
    for (let count = 0; count < 5; count += 1) expect((await say(world, one)).status).toBe(201)
    const sixth = await say(world, one)
    expect([sixth.status, sixth.headers.get('retry-after'), await sixth.json()]).toMatchObject([
      429,
      '600',
      { code: 'comment.too_many' },
    ])
    expect((await say(world, one, '203.0.113.8')).status).toBe(201)
    world.clock.now = new Date(world.clock.now.getTime() + 10 * 60_000)
    expect((await say(world, one)).status).toBe(201)
  })

  test('three hundred in an hour are enough from everybody together', async () => {
    const world = await createWorld()
    const one = { ...PAGE, isUseful: true }
    for (let count = 0; count < 300; count += 1)
      expect((await say(world, one, `203.0.113.${count % 250}`)).status).toBe(201)
    expect((await say(world, one, '198.51.100.1')).status).toBe(429)
    world.clock.now = new Date(world.clock.now.getTime() + 61 * 60_000)
    expect((await say(world, one, '198.51.100.1')).status).toBe(201)
  })

  test('neither the address nor what was masked is kept anywhere', async () => {
    const world = await createWorld()
    await say(world, { ...PAGE, isUseful: false, comment: 'Tên tôi là Nguyễn Thị Lan, gọi 0912345678' })
    const rows = await world.service.ctx.db.values<string[]>('SELECT * FROM page_comments')
    expect(JSON.stringify([rows, world.logLines])).not.toMatch(/Lan|0912345678|203\.0\.113/)
    expect(JSON.stringify(rows)).toContain('Tên tôi là [đã che], gọi [đã che]')
  })

  test.each([
    ['a page that does not exist', { type: 'article', slug: 'khong-co', isUseful: true }, 404, 'entry.not_found'],
    ['a kind nobody reads a page of', { type: 'calendar', slug: '2026', isUseful: true }, 400, 'request.invalid'],
    ['more than 500 letters', { ...PAGE, isUseful: true, comment: 'ệ'.repeat(501) }, 400, 'request.invalid'],
    ['a name sent beside it', { ...PAGE, isUseful: true, name: 'Lan' }, 400, 'request.unknown_parameter'],
  ])('%s is refused', async (_, body, status, code) => {
    const world = await createWorld()
    const answer = await say(world, body)
    expect([answer.status, await answer.json()]).toMatchObject([status, { code }])
  })

  test('500 letters with all their marks are taken', async () => {
    const world = await createWorld()
    const answer = await say(world, { ...PAGE, isUseful: true, comment: '😀'.repeat(500) })
    expect(answer.status).toBe(201)
  })
})

import { describe, expect, test } from 'vitest'
import { createGuessLimit } from '../../server/publishing/preview-guesses.ts'
import { createWorld } from '../world/world.ts'
import { createArticle, expectOk, save, wholeArticle } from './writing.ts'

const MINUTE = 60_000

async function openPreview() {
  const world = await createWorld()
  const author = await world.signIn({ role: 'editor' })
  const { entry, edition } = await createArticle(author)
  expectOk(await save(author, edition, { ...edition.body, ...wholeArticle() }))
  const links = `/admin/api/entries/${entry.id}/preview-links`
  const { path } = expectOk(await author.post<{ path: string }>(links, { label: 'Gửi trường Gò Dầu' }))
  const ask = (token: string, address: string) =>
    world.get(`/api/previews/${token}`, { headers: { 'x-forwarded-for': address } })
  return { world, ask, token: path.split('/').at(-1) ?? '' }
}

test('who writes looks through one address, the same each time, told among no others; a colleague has another', async () => {
  const world = await createWorld()
  const author = await world.signIn({ role: 'editor' })
  const colleague = await world.signIn({ role: 'reviewer' })
  const { entry, edition } = await createArticle(author)
  expectOk(await save(author, edition, { ...edition.body, ...wholeArticle() }))
  const links = `/admin/api/entries/${entry.id}/preview-links`
  const open = async (client: typeof author) =>
    expectOk(await client.post<{ path: string }>(links, { label: 'Soạn thảo', isOwn: true })).path
  const timeline = async () =>
    expectOk(await author.get<{ items: unknown[] }>(`/admin/api/entries/${entry.id}/timeline`))
  const told = await timeline()

  const path = await open(author)
  expect([await open(author), await open(colleague)]).toEqual([path, expect.not.stringMatching(path)])
  expect((await world.get(path.replace('/xem-truoc/', '/api/previews/'))).status).toBe(200)
  expect([await timeline(), expectOk(await author.get(links))]).toEqual([told, { items: [] }])

  world.clock.now = new Date(world.clock.now.getTime() + 20 * 24 * 60 * MINUTE)
  expect((await world.get(path.replace('/xem-truoc/', '/api/previews/'))).status).toBe(404)
  const again = await world.signIn({ role: 'editor' })
  const renewed = await open(again)
  expect((await world.get(renewed.replace('/xem-truoc/', '/api/previews/'))).status).toBe(200)
})

describe('guessing the address of a preview', () => {
  test('a hundred wrong ones in ten minutes, at once or not, and the next must wait, even if it is right', async () => {
    const { world, ask, token } = await openPreview()
    for (let count = 0; count < 20; count += 1) expect((await ask(token, '203.0.113.7')).status).toBe(200)
    const guesses = Array.from({ length: 120 }, (_, count) => ask(`guess-${count}-${'x'.repeat(12)}`, '203.0.113.7'))
    const statuses = (await Promise.all(guesses)).map(({ status }) => status)
    expect([404, 429].map((status) => statuses.filter((each) => each === status).length)).toEqual([100, 20])

    const refused = await ask(token, '203.0.113.7')
    expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toMatchObject([
      429,
      '600',
      { code: 'preview.too_many' },
    ])
    expect((await ask(token, '203.0.113.8')).status).toBe(200)
    world.clock.now = new Date(world.clock.now.getTime() + 10 * MINUTE)
    expect((await ask(token, '203.0.113.7')).status).toBe(200)
  })

  test('from ten thousand addresses takes no more room than ten thousand', () => {
    const limit = createGuessLimit()
    for (let count = 0; count < 100; count += 1) limit.begin('first', 0)
    expect(limit.begin('first', MINUTE).retryAfterSeconds).toBe(540)
    for (let count = 0; count < 10_000; count += 1) limit.begin(`other ${count}`, MINUTE)
    expect(limit.begin('first', MINUTE).retryAfterSeconds).toBe(0)
  })
})

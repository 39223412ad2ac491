import { expect, test } from 'vitest'
import { createWorld } from '../world/world.ts'
import { createArticle, expectOk, publishArticle, save, take, wholeArticle } from './writing.ts'

type Work = { lists: { list: string; items: { id: string }[]; hasMore: boolean }[]; heldBack: { entryId: string }[] }

test('each sees what waits for them: the reviewer what was submitted, the author what came back, nobody their own', async () => {
  const world = await createWorld()
  const [author, publisher] = [await world.signIn({ role: 'editor' }), await world.signIn({ role: 'publisher' })]
  const waiting = async (client: typeof author) => {
    const { lists } = expectOk(await client.get<Work>('/admin/api/work'))
    return Object.fromEntries(lists.map(({ list, items }) => [list, items.map(({ id }) => id)]))
  }
  const { entry, edition } = await createArticle(author)
  let now = expectOk(await save(author, edition, { ...edition.body, ...wholeArticle() }))
  expect((await waiting(author)).my_drafts).toEqual([entry.id])
  now = expectOk(await take(author, now, 'submit'))
  expect(await waiting(publisher)).toMatchObject({ to_review: [entry.id], to_publish: [] })
  now = expectOk(await take(publisher, now, 'return', { remark: 'Thiếu một nguồn.' }))
  expect(await waiting(author)).toMatchObject({ returned_to_me: [entry.id], my_drafts: [] })
  now = expectOk(await take(author, now, 'submit'))
  now = expectOk(await take(publisher, now, 'approve'))
  expect(await waiting(publisher)).toMatchObject({ to_review: [], to_publish: [entry.id] })
})

test('a page past its review day is due for whoever writes it, and not a day before', async () => {
  const world = await createWorld()
  const [author, publisher] = [await world.signIn({ role: 'editor' }), await world.signIn({ role: 'publisher' })]
  const { entry } = await publishArticle({ author, publisher }, wholeArticle({ reviewBy: '2026-11-24' }))
  const due = async () => {
    const answer = await author.get<Work>('/admin/api/work')
    return expectOk(answer)
      .lists.find(({ list }) => list === 'due')
      ?.items.some(({ id }) => id === entry.id)
  }
  expect(await due()).toBe(false)
  const later = await createWorld({ dataFrom: await stopped(world), at: '2026-11-24T02:00:00Z' })
  const editor = await later.signIn({ role: 'editor' })
  const list = expectOk(await editor.get<Work>('/admin/api/work')).lists.find((each) => each.list === 'due')
  expect(list?.items.map(({ id }) => id)).toContain(entry.id)
})

async function stopped(world: Awaited<ReturnType<typeof createWorld>>) {
  await world.stop()
  return world.dataDir
}

test('the clock’s jobs tell when they last ran, and how it went', async () => {
  const world = await createWorld()
  const boss = await world.signIn({ role: 'admin' })
  await world.runJob('search.keep-misses')
  const { items } = expectOk(await boss.get<{ items: { name: string; lastRun: object | null }[] }>('/admin/api/jobs'))
  expect(items.find(({ name }) => name === 'search.keep-misses')).toMatchObject({
    lastRun: { startedAt: '2026-11-23T02:00:00.000Z', problem: null },
  })
  expect(items.length).toBeGreaterThan(3)
})

import { expect, test } from 'vitest'
import { expectOk, publishArticle, wholeArticle } from '../publishing/writing.ts'
import { createWorld } from '../world/world.ts'

type Notices = {
  unread: number
  items: { id: string; entryId: string; dueOn: string; readAt: string | null; title: string }[]
}
const JOB = 'upkeep.remind'

async function openOffice(reviewBy: string, at?: string) {
  const world = await createWorld({ at })
  const author = await world.signIn({ role: 'editor' })
  const publisher = await world.signIn({ role: 'publisher' })
  const { entry } = await publishArticle({ author, publisher }, wholeArticle({ reviewBy }))
  const read = async (client = author) => expectOk(await client.get<Notices>('/admin/api/notices'))
  return { world, author, publisher, entry, read }
}

test('an owner is told two weeks before a page is due, once, however often the clock comes by', async () => {
  const { world, publisher, entry, read } = await openOffice('2026-12-08', '2026-11-23T16:50:00Z')
  await world.runJob(JOB)
  expect(await read()).toMatchObject({ unread: 0, items: [] })
  world.clock.now = new Date('2026-11-23T17:05:00Z')
  await world.runJob(JOB)
  world.clock.now = new Date('2026-11-23T17:10:00Z')
  await world.runJob(JOB)
  expect(await read()).toMatchObject({
    unread: 1,
    items: [{ entryId: entry.id, dueOn: '2026-12-08', title: 'Nộp hồ sơ chuyển trường buổi tối', readAt: null }],
  })
  expect((await read(publisher)).items).toEqual([])
})

test('a notice is read by its owner, and nobody else', async () => {
  const { world, author, publisher, read } = await openOffice('2026-11-30')
  await world.runJob(JOB)
  const [notice] = (await read()).items
  expect(await publisher.post(`/admin/api/notices/${notice?.id}/read`)).toMatchObject({
    status: 404,
    body: { code: 'notice.not_found' },
  })
  for (const _ of ['once', 'twice'])
    expect(expectOk(await author.post<Notices>(`/admin/api/notices/${notice?.id}/read`))).toMatchObject({
      unread: 0,
      items: [{ readAt: '2026-11-23T02:00:00.000Z' }],
    })
})

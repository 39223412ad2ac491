import { expect, test } from 'vitest'
import { createWorld } from '../world/world.ts'
import { createArticle, type EditionReply, expectOk, readEdition, save, take, wholeArticle } from './writing.ts'

const ARTICLES = 20
const WRITERS_EACH = 10

test('two hundred edits and publishes at once: no failure, no edit lost, each page as its last writer left it', async () => {
  const world = await createWorld()
  const [author, other] = [await world.signIn({ role: 'editor' }), await world.signIn({ role: 'editor' })]
  const publisher = await world.signIn({ role: 'publisher' })
  const drafts = await Promise.all(
    Array.from({ length: ARTICLES }, async (_, at) => {
      const { entry, edition } = await createArticle(author, { title: `Bài số ${at}` })
      return { entry, edition: expectOk(await save(author, edition, { ...edition.body, ...wholeArticle() })) }
    }),
  )
  const statuses: number[] = []

  /** Like a careful person: told that somebody was quicker, they read again and add their word to what is there. */
  async function addWord(id: string, word: string) {
    for (;;) {
      const now = await readEdition(word.startsWith('a') ? author : other, id)
      const body = { ...now.body, searchTerms: [...(now.body.searchTerms as string[]), word] }
      const { status } = await save(word.startsWith('a') ? author : other, now, body)
      statuses.push(status)
      if (status === 200) return
      if (status !== 412) throw new Error(`saving answered ${status}`)
    }
  }

  await Promise.all(
    drafts.flatMap(({ edition }, at) =>
      Array.from({ length: WRITERS_EACH }, (_, n) => addWord(edition.id, `${n % 2 === 0 ? 'a' : 'b'}${at}-${n}`)),
    ),
  )
  const published = await Promise.all(
    drafts.map(async ({ edition, entry }) => {
      let now: EditionReply = await readEdition(author, edition.id)
      for (const [who, step] of [
        [author, 'submit'],
        [publisher, 'approve'],
        [publisher, 'publish'],
      ] as const)
        now = expectOk(await take(who, now, step))
      const page = await world.getJson<{ title: string }>(`/api/articles/${entry.slug}`)
      return { words: (now.body.searchTerms as string[]).length, title: page.title }
    }),
  )
  expect(statuses.filter((status) => status === 200)).toHaveLength(ARTICLES * WRITERS_EACH)
  expect(statuses.filter((status) => status >= 500)).toEqual([])
  expect(new Set(published.map(({ words }) => words))).toEqual(new Set([1 + WRITERS_EACH]))
  expect(new Set(published.map(({ title }) => title))).toEqual(new Set(['Nộp hồ sơ chuyển trường buổi tối']))
})

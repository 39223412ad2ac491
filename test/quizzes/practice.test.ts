import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createWorld } from '../world/world.ts'
import { done, published, save, step, write } from './writing-questions.ts'

type Topics = { items: { id: string; name: string; questions: number; audiences: string[] }[] }
type Set_ = { questions: { code: string; number: number; text: string; key: number[]; related: { title: string }[] }[] }

async function openBank() {
  const world = await createWorld()
  const author = await world.signIn({ role: 'quiz_manager' })
  const other = await world.signIn({ role: 'publisher' })
  const practice = async (topic = 'giao-duc') => (await world.getJson<Set_>(`/api/quizzes/topics/${topic}`)).questions
  return { world, author, other, practice }
}

test('everybody may practise all thirteen topics, with keys, why, and where to read on', async () => {
  const { world, practice } = await openBank()
  const { items } = await world.getJson<Topics>('/api/quizzes/topics')
  expect(items).toHaveLength(13)
  expect(items[0]).toEqual({
    id: 'cai-cach-hanh-chinh',
    name: 'Cải cách hành chính',
    questions: 10,
    audiences: ['citizen', 'student', 'official'],
  })
  const [question] = await practice('day-them')
  expect(question).toMatchObject({
    code: 'CCHC-062',
    number: 1001,
    key: [1],
    related: [{ title: 'Dạy thêm, học thêm: điều được làm và điều bị cấm' }, {}],
  })
  expect((await world.get('/api/quizzes/topics/khong-co')).status).toBe(404)
})

test('no public reply holds a question of a contest, a draft, or one taken out of use, nor any key of theirs', async () => {
  const { world, author, other, practice } = await openBank()
  const secret = { text: 'Câu bí mật của hội thi Gò Dầu?', options: ['Phương án GD-1', 'Phương án GD-2'] }
  await published({ author, other }, { ...secret, pool: 'contest', explanation: 'Vì lý do GD-3.' })
  await write(author, { ...secret, pool: 'practice' })
  const retired = await published({ author, other }, secret)
  done(await step(other, retired, 'retire', { reason: 'Không dùng nữa.' }))
  const { paths } = await world.getJson<{ paths: Record<string, { get?: unknown }> }>('/api/openapi.json')
  const { items } = await world.getJson<Topics>('/api/quizzes/topics')
  const addresses = [
    ...Object.keys(paths).filter((path) => !path.includes('{') && paths[path]?.get !== undefined),
    ...items.map(({ id }) => `/api/quizzes/topics/${id}`),
    '/api/search?q=hoi%20thi%20go%20dau',
  ]
  expect(addresses.length).toBeGreaterThan(20)
  const replies = await Promise.all(addresses.map(async (path) => (await world.get(path)).text()))
  for (const [at, reply] of replies.entries())
    expect([addresses[at], /GD-[123]|Gò Dầu\?/.test(reply)]).toEqual([addresses[at], false])
  const room = { title: 'Lớp 9A', topic: 'giao-duc', questions: 30, secondsEach: 20 }
  const opened = await fetch(`${world.url}/api/rooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(room),
  })
  expect(await opened.json()).toMatchObject({ questions: (await practice()).length })
})

test('a correction reaches phones: what is published, changed or moved away is so at the next request', async () => {
  const { author, other, practice } = await openBank()
  const before = (await practice()).length
  const question = await published({ author, other })
  const numbers = async () =>
    (await practice()).filter(({ code }) => code === question.code).map(({ number }) => number)
  expect(await practice()).toHaveLength(before + 1)
  expect(await numbers()).toEqual([1001])
  const corrected = done(
    await step(other, question, 'key', { key: [0], explanation: 'Sửa lại đáp án.', reason: 'Đáp án cũ sai.' }),
  )
  expect(await numbers()).toEqual([1002])
  const edited = done(await save(author, corrected, { difficulty: 'hard' }))
  expect(await numbers()).toEqual([1002])
  const second = done(await step(other, edited, 'publish'))
  expect(await numbers()).toEqual([2001])
  done(await step(other, second, 'pool', { pool: 'contest' }))
  expect(await numbers()).toEqual([])
})

test('each file of the bank is a topic', () => {
  const files = readdirSync(join(import.meta.dirname, '../../content/quiz'))
  expect(files).toHaveLength(14)
})

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ContentProblems } from '../../server/content/content-file.ts'
import { createWorld } from '../world/world.ts'
import { done, type QuestionReply, step } from './writing-questions.ts'

type Bank = { items: { id: string; code: string; flag: string | null; text: string }[] }
type World = Awaited<ReturnType<typeof createWorld>>

const change = (file: string, from: string, to: string) => (folder: string) => {
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  if (!text.includes(from)) throw new Error(`${file} no longer says ${from}`)
  writeFileSync(path, text.replace(from, to))
}

async function find(world: World, code: string) {
  const reader = await world.signIn({ role: 'publisher' })
  const [found] = done(await reader.get<Bank>(`/admin/api/questions?q=${code}`)).items
  if (found === undefined) throw new Error(`no ${code}`)
  return done(await reader.get<QuestionReply>(`/admin/api/questions/${found.id}`))
}

test('the bank begins with 89 questions; those with something unconfirmed wait as drafts, and say what it is', async () => {
  const world = await createWorld()
  const reader = await world.signIn({ role: 'publisher' })
  const drafts = done(await reader.get<Bank>('/admin/api/questions?state=draft')).items
  expect(drafts.map(({ code }) => code).sort()).toEqual([
    ...['CCHC-020', 'CCHC-029', 'CCHC-030', 'CCHC-078', 'CCHC-086', 'CCHC-087'],
  ])
  const topics = done(
    await reader.get<{ items: { published: number; drafts: number }[] }>('/admin/api/quiz-topics'),
  ).items
  expect(topics.reduce((sum, { published, drafts: left }) => sum + published + left, 0)).toBe(89)
  expect((await find(world, 'CCHC-087')).versions[0]?.body.unverified).toEqual([
    'Hiệu lực của Quyết định 35/2022/QĐ-UBND sau ngày 1/7/2025 phải kiểm lại.',
  ])
})

test('a changed file is a new version of a question nobody has touched, and the old one stays for old papers', async () => {
  const world = await createWorld({
    editContent: change('quiz/van-thu.yaml', 'Văn bản hành chính dùng phông chữ nào?', 'Phông chữ nào là đúng?'),
  })
  const { versions } = await find(world, 'CCHC-089')
  expect(versions.map(({ number, state, body }) => [number, state, body.text])).toEqual([
    [2, 'published', 'Phông chữ nào là đúng?'],
    [1, 'superseded', 'Văn bản hành chính dùng phông chữ nào?'],
  ])
})

test('a question that staff have touched stays as they made it', async () => {
  const world = await createWorld()
  const publisher = await world.signIn({ role: 'publisher' })
  const question = await find(world, 'CCHC-089')
  done(await step(publisher, question, 'pool', { pool: 'contest' }))
  await world.stop()
  const again = await createWorld({
    dataFrom: world.dataDir,
    editContent: change('quiz/van-thu.yaml', 'Văn bản hành chính dùng phông chữ nào?', 'Phông chữ nào là đúng?'),
  })
  const { versions } = await find(again, 'CCHC-089')
  expect(versions.map(({ body }) => [body.text, body.pool])).toEqual([
    ['Văn bản hành chính dùng phông chữ nào?', 'contest'],
  ])
})

test('starting again on the same files writes nothing', async () => {
  const world = await createWorld()
  const count = async () => world.service.ctx.db.values<[number]>('SELECT count(*) FROM question_versions')
  expect(await count()).toEqual([[89]])
})

test('a question whose document was replaced is flagged in the night', async () => {
  const world = await createWorld({
    editContent: change('documents/nd-30-2020.yaml', 'replacedBy: []', 'replacedBy:\n  - nd-118-2025'),
  })
  const reader = await world.signIn({ role: 'publisher' })
  const flagged = async (flag: string) =>
    done(await reader.get<Bank>(`/admin/api/questions?flag=${flag}`))
      .items.map(({ code }) => code)
      .sort()
  expect(await flagged('source_superseded')).toEqual([])
  await world.runJob('quizzes.flag-questions')
  expect(await flagged('source_superseded')).toEqual(['CCHC-088', 'CCHC-089'])
  expect(await flagged('review_due')).toEqual([])
})

test('a question whose review date has come is flagged in the night, and no more once somebody has renewed it', async () => {
  const world = await createWorld({
    editContent: change('quiz/day-them.yaml', 'reviewBy: 2027-05-31', 'reviewBy: 2026-11-25'),
  })
  const due = async () => {
    const reader = await world.signIn({ role: 'publisher' })
    return done(await reader.get<Bank>('/admin/api/questions?flag=review_due')).items.map(({ code }) => code)
  }
  await world.runJob('quizzes.flag-questions')
  expect(await due()).toEqual([])
  world.clock.now = new Date('2026-11-24T17:00:00Z')
  await world.runJob('quizzes.flag-questions')
  expect(await due()).toEqual(['CCHC-062'])
  const author = await world.signIn({ role: 'quiz_manager' })
  const publisher = await world.signIn({ role: 'publisher' })
  const question = await find(world, 'CCHC-062')
  const body = { ...question.versions[0]?.body, reviewBy: '2027-11-25' }
  const path = `/admin/api/questions/${question.id}/draft`
  const renewed = done(await author.put<QuestionReply>(path, { body }, { 'if-match': `"${question.version}"` }))
  done(await step(publisher, renewed, 'publish'))
  await world.runJob('quizzes.flag-questions')
  expect(await due()).toEqual([])
})

test('mistakes in the files of the bank are told with file and line, and a server does not start on them', async () => {
  const wrong = (folder: string) => {
    change('quiz/van-thu.yaml', 'code: CCHC-089', 'code: CCHC-088')(folder)
    change('quiz/day-them.yaml', 'key:\n    - 1', 'key:\n    - 9')(folder)
    change('quiz/zalo.yaml', 'kind: single', 'kind: essay')(folder)
  }
  const problem = await createWorld({ editContent: wrong }).catch((error: unknown) => error)
  if (!(problem instanceof ContentProblems)) throw problem
  const told = problem.message.split('\n').map((line) => line.replace(/:\d+ /, ' '))
  expect(told).toEqual([
    expect.stringMatching(/^content\/quiz\/day-them\.yaml .*key/),
    expect.stringMatching(/^content\/quiz\/zalo\.yaml .*kind/),
    'content/quiz/van-thu.yaml CCHC-088 is also the code of another question',
  ])
})

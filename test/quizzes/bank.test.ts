import { expect, test } from 'vitest'
import { createWorld } from '../world/world.ts'
import {
  codeOfProblem,
  done,
  fieldsOf,
  published,
  type QuestionReply,
  save,
  show,
  step,
  wholeQuestion,
  write,
} from './writing-questions.ts'

type Bank = { items: { id: string; code: string; text: string; problems: number }[]; nextCursor: string | null }

async function openBank() {
  const world = await createWorld()
  const author = await world.signIn({ role: 'quiz_manager', name: 'Trần Văn Tám' })
  const other = await world.signIn({ role: 'publisher', name: 'Lê Thị Hoa' })
  return { world, author, other }
}

test('a question is published by somebody who did not write it, and by nobody when something is missing', async () => {
  const { author, other } = await openBank()
  const made = await write(author)
  expect(made).toMatchObject({ code: 'CH-00001', problems: [], steps: ['edit', 'discard'] })
  expect(codeOfProblem(await step(author, made, 'publish'))).toBe('question.own_work')
  const bare = done(
    await save(author, made, {
      explanation: '',
      sources: [{ title: 'Một bài báo', url: null }],
      unverified: ['Số ngày'],
    }),
  )
  const refused = await step(other, bare, 'publish')
  expect([refused.status, codeOfProblem(refused)]).toEqual([422, 'question.not_ready'])
  expect(fieldsOf(refused)).toEqual(['explanation missing', 'sources no_link', 'unverified not_confirmed'])
  const whole = done(await save(author, bare))
  expect(done(await step(other, whole, 'publish')).versions.map(({ state }) => state)).toEqual(['published'])
})

test('a question whose key does not fit its kind, or whose review date has passed, is not published', async () => {
  const { author, other } = await openBank()
  const wrong: [Record<string, unknown>, string][] = [
    [{ key: [0, 1] }, 'key one_expected'],
    [{ key: [4] }, 'key not_an_option'],
    [{ kind: 'multiple', key: [1, 1] }, 'key not_an_option'],
    [{ kind: 'ordering', key: [0, 1] }, 'key all_expected'],
    [{ kind: 'true_false', options: ['Có', 'Không'], key: [0] }, 'options true_false_expected'],
    [{ options: ['Trường', 'TRUONG', 'Bộ'], key: [0] }, 'options twice'],
    [{ reviewBy: '2026-11-23' }, 'reviewBy past'],
    [{ checkedOn: '2026-11-24' }, 'checkedOn to_come'],
  ]
  for (const [change, told] of wrong) {
    const refused = await step(other, await write(author, change), 'publish')
    expect([change, fieldsOf(refused)]).toEqual([change, [told]])
  }
  const right = [
    { kind: 'multiple', key: [3, 1] },
    { kind: 'ordering', key: [2, 0, 3, 1] },
    { kind: 'true_false', options: ['Đúng', 'Sai'], key: [1] },
  ]
  for (const change of right) expect((await step(other, await write(author, change), 'publish')).status).toBe(200)
})

test('editing a published question opens its next version; the one that was answered stays as it was', async () => {
  const { author, other } = await openBank()
  const first = await published({ author, other })
  const edited = done(await save(author, first, { text: 'Đơn xin chuyển trường nộp cho ai?', key: [0] }))
  expect(edited.versions.map(({ number, state, body }) => [number, state, body.text, body.key])).toEqual([
    [2, 'draft', 'Đơn xin chuyển trường nộp cho ai?', [0]],
    [1, 'published', 'Nộp đơn xin chuyển trường ở đâu?', [1]],
  ])
  const second = done(await step(other, edited, 'publish'))
  expect(second.versions.map(({ number, state, body }) => [number, state, body.key])).toEqual([
    [2, 'published', [0]],
    [1, 'superseded', [1]],
  ])
})

test('of two people who change a question at once only the first succeeds', async () => {
  const { author, other } = await openBank()
  const made = await write(author)
  done(await save(author, made, { difficulty: 'hard' }))
  const late = await save(author, made, { difficulty: 'medium' })
  expect([late.status, codeOfProblem(late)]).toEqual([412, 'question.changed_meanwhile'])
  expect(codeOfProblem(await step(other, made, 'publish'))).toBe('question.changed_meanwhile')
  expect((await author.put(`/admin/api/questions/${made.id}/draft`, { body: wholeQuestion() })).status).toBe(428)
})

test('a draft thrown away leaves what is published alone', async () => {
  const { author, other } = await openBank()
  const edited = done(await save(author, await published({ author, other }), { text: 'Một câu khác hẳn?' }))
  const left = done(await step(author, edited, 'discard'))
  expect(left.versions.map(({ state }) => state)).toEqual(['discarded', 'published'])
  expect(codeOfProblem(await step(author, left, 'discard'))).toBe('question.no_draft')
  expect(done(await save(author, left)).versions[0]).toMatchObject({ number: 3, state: 'draft' })
})

test('a wrong key is corrected with a reason by another than who set it, and the old one is kept', async () => {
  const { world, author, other } = await openBank()
  const question = await published({ author, other })
  const correction = { key: [0], explanation: 'Đơn nộp ở trường chuyển đi.', reason: 'Phát hiện sai trong lúc thi.' }
  const manager = await world.signIn({ role: 'quiz_manager' })
  expect(codeOfProblem(await step(author, question, 'key', correction))).toBe('question.own_work')
  expect(fieldsOf(await step(other, question, 'key', { ...correction, key: [7] }))).toEqual(['key not_an_option'])
  const corrected = done(await step(other, question, 'key', correction))
  expect(corrected.versions[0]?.body.key).toEqual([0])
  expect(corrected.versions[0]?.keys.map(({ number, key, byName, reason }) => [number, key, byName, reason])).toEqual([
    [2, [0], 'Lê Thị Hoa', 'Phát hiện sai trong lúc thi.'],
    [1, [1], 'Trần Văn Tám', null],
  ])
  expect(codeOfProblem(await step(other, corrected, 'key', { ...correction, key: [1] }))).toBe('question.own_work')
  expect(done(await step(manager, corrected, 'key', { ...correction, key: [1] })).versions[0]?.keys).toHaveLength(3)
})

test('many drafts are published at once, and each that cannot be is told on its own', async () => {
  const { author, other } = await openBank()
  const ready = await write(author)
  const bare = await write(author, { explanation: '' })
  const own = await write(author)
  const gone = { id: 'khong-co', version: 1 }
  const asked = [ready, bare, { ...own, version: 9 }, gone].map(({ id, version }) => ({ id, version }))
  const told = done(await other.post<{ items: object[] }>('/admin/api/questions/publish', { questions: asked }))
  expect(told.items).toEqual([
    { id: ready.id, code: 'CH-00001', problem: null },
    { id: bare.id, code: 'CH-00002', problem: 'question.not_ready' },
    { id: own.id, code: 'CH-00003', problem: 'question.changed_meanwhile' },
    { id: 'khong-co', code: null, problem: 'question.not_found' },
  ])
})

test('a question taken out of use is in no list but its own, and can be brought back', async () => {
  const { author, other } = await openBank()
  const question = await published({ author, other })
  const codes = async (query: string) =>
    done(await author.get<Bank>(`/admin/api/questions?topic=giao-duc&${query}`)).items.map(({ code }) => code)
  expect(await codes('')).toContain(question.code)
  const retired = done(await step(other, question, 'retire', { reason: 'Thủ tục không còn.' }))
  expect(retired.steps).toEqual(['bring_back'])
  expect(await codes('')).not.toContain(question.code)
  expect(await codes('state=retired')).toEqual([question.code])
  expect(codeOfProblem(await save(author, retired))).toBe('question.retired')
  done(await step(other, retired, 'bring-back'))
  expect(await codes('')).toContain(question.code)
})

test('the bank is looked through by topic, difficulty, audience, pool, words without marks, and code', async () => {
  const { author, other } = await openBank()
  const secret = await published(
    { author, other },
    { pool: 'contest', difficulty: 'hard', text: 'Câu của hội thi năm nay?' },
  )
  const draft = await write(author, { text: 'Một câu còn đang viết dở?' })
  const find = async (query: string) =>
    done(await author.get<Bank>(`/admin/api/questions?${query}`)).items.map(({ code }) => code)
  expect(await find('pool=contest')).toEqual([secret.code])
  expect(await find('q=cau%20cua%20hoi%20thi')).toEqual([secret.code])
  expect(await find(`q=${secret.code.toLowerCase()}&topic=van-thu`)).toEqual([secret.code])
  expect(await find('state=draft&q=dang%20viet')).toEqual([draft.code])
  expect(await find('topic=van-thu&audience=student')).toEqual([])
  expect(await find('topic=van-thu&audience=official')).toHaveLength(2)
  expect(await find('topic=day-them&difficulty=medium')).toEqual(['CCHC-064'])
})

test('page by page the whole bank is seen once', async () => {
  const { author } = await openBank()
  const seen: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Bank = done(await author.get<Bank>(`/admin/api/questions?${cursor && `cursor=${cursor}`}`))
    seen.push(...page.items.map(({ code }) => code))
    cursor = page.nextCursor
  }
  expect(seen.length).toBeGreaterThan(80)
  expect(new Set(seen).size).toBe(seen.length)
})

test('a code that is taken, a topic nobody has and a unit that is not there are refused', async () => {
  const { author } = await openBank()
  const taken = await author.post('/admin/api/questions', {
    unitId: 'so-gddt',
    code: 'CCHC-001',
    body: wholeQuestion(),
  })
  expect(codeOfProblem(taken)).toBe('question.code_taken')
  const body = wholeQuestion({ topic: 'khong-co' })
  expect(fieldsOf(await author.post('/admin/api/questions', { unitId: 'so-gddt', body }))).toEqual([
    'body.topic unknown',
  ])
  const elsewhere = await author.post('/admin/api/questions', { unitId: 'khong-co', body: wholeQuestion() })
  expect(elsewhere.status).toBe(403)
})

test('people of another unit see none of it', async () => {
  const { world, author, other } = await openBank()
  const question = await published({ author, other })
  const stranger = await world.signIn({ role: 'quiz_manager', unitId: 'mau-thpt' })
  expect((await stranger.get(`/admin/api/questions/${question.id}`)).status).toBe(404)
  expect((await step(stranger, question, 'retire', { reason: 'Không thuộc về tôi.' })).status).toBe(404)
  expect(done(await stranger.get<Bank>('/admin/api/questions')).items).toEqual([])
})

test('every change stands in the log with who did it, and no log holds a draft’s key', async () => {
  const { world, author, other } = await openBank()
  const question = await published({ author, other })
  const moved = done(await step(other, question, 'pool', { pool: 'contest' }))
  done(await save(author, moved, { pool: 'contest' }))
  const admin = await world.signIn()
  const log = done(
    await admin.get<{ items: { action: string; subjectName: string | null }[] }>(
      `/admin/api/audit?subjectKind=question&subjectId=${question.id}`,
    ),
  )
  expect(log.items.map(({ action }) => action)).toEqual([
    'question.open_draft',
    'question.move_pool',
    'question.publish',
    'question.create',
  ])
  expect(log.items[0]?.subjectName).toBe(question.code)
  expect(JSON.stringify(log.items)).not.toContain('"key"')
})

test('what it says is what its versions say', async () => {
  const { author } = await openBank()
  const made = await write(author)
  expect((await show(author, made.id)).versions[0]?.body).toEqual(wholeQuestion())
  expect(await show(author, made.id)).toEqual(made satisfies QuestionReply)
})

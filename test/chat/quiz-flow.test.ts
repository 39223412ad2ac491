import { expect, test } from 'vitest'
import { readLines } from '../../server/quizzes/practice-round.rules.ts'
import { answerPracticeQuestion, askPracticeQuestion } from '../../server/quizzes/practice-round.usecases.ts'
import { quizIntent } from '../../server/quizzes/quizzes.chat.ts'
import { shareWorld } from '../world/world.ts'
import { openTalk } from './talk.ts'

const world = shareWorld()

async function begin() {
  const talk = await openTalk(world().service, quizIntent)
  /** The lines that are right for the question that is asked now, from 1. */
  async function rightLines() {
    const asked = await askPracticeQuestion(talk.ctx, talk.state?.code ?? '')
    if (asked === undefined) throw new Error('no question is asked')
    const marked = await answerPracticeQuestion(talk.ctx, asked, [])
    if (marked.outcome === 'gone') throw new Error('the question is gone')
    return { asked, lines: marked.rightLines.map((line) => line + 1), explanation: marked.question.explanation }
  }
  return { talk, rightLines }
}

test('five questions of a topic, each told right or wrong at once with why and where it is written', async () => {
  const { talk, rightLines } = await begin()
  expect(await talk.say('trắc nghiệm')).toContain('chủ đề nào')
  await talk.tap('Một cửa')
  for (let nth = 1; nth <= 5; nth++) {
    expect(talk.heard).toContain(`Câu ${nth}/5.`)
    const { lines, explanation } = await rightLines()
    const told = await talk.say(lines.join(' '))
    expect(told).toContain('Đúng rồi')
    expect(told).toContain(explanation)
    expect(told).toContain('Nguồn: ')
    expect(told).toContain('Kiểm tra ngày ')
    expect(told).toContain('http')
  }
  expect(talk.heard).toContain('đúng 5/5 câu ★★★★★')
  await talk.say('1')
  expect(talk.heard).toContain('Câu 1/5.')
})

test('a wrong answer hears the right one, and the score says so', async () => {
  const { talk, rightLines } = await begin()
  await talk.say('luyện tập')
  await talk.say('2')
  const { asked, lines } = await rightLines()
  const wrong = asked.lines.findIndex((_, line) => !lines.includes(line + 1))
  expect(await talk.say('ABCDEFGH'[wrong] ?? '')).toContain(`Đáp án: ${asked.lines[(lines[0] ?? 0) - 1]}`)
  expect(talk.state).toMatchObject({ asked: 1, right: 0 })
})

test('nothing that is sent or kept tells which line is right', async () => {
  const { talk } = await begin()
  await talk.say('quiz')
  await talk.say('1')
  expect(Object.keys(talk.state ?? {}).sort()).toEqual(['asked', 'code', 'number', 'right', 'step', 'topic'])
  const payloads = talk.offered.map(({ payload }) => payload)
  expect(payloads).toEqual(payloads.map((_, at) => `#Câu ${talk.state?.code}.${talk.state?.number}: ${'ABCDEFGH'[at]}`))
})

test('a tap on the button of an earlier question is not taken for an answer', async () => {
  const { talk } = await begin()
  await talk.say('quiz')
  await talk.say('1')
  const old = talk.offered[0]?.payload ?? ''
  await talk.say(old)
  const now = talk.state
  expect(await talk.say(old)).toContain('Nút đó thuộc câu trước')
  expect(talk.state).toEqual(now)
})

test('the same answer heard again from the same place says the same', async () => {
  const { talk } = await begin()
  await talk.say('quiz')
  await talk.say('1')
  const before = talk.state
  const heard = { key: 'once', text: 'A', files: [], location: null }
  const first = await talk.hear(heard)
  talk.state = before
  expect(await talk.hear(heard)).toBe(first)
})

test('a question can be left out, and is answered all the same', async () => {
  const { talk } = await begin()
  await talk.say('quiz')
  await talk.say('1')
  expect(await talk.say('bỏ qua')).toContain('Đáp án')
  expect(talk.state).toMatchObject({ asked: 1, right: 0 })
})

test('words that are no answer are left to whoever else knows them', async () => {
  const { talk } = await begin()
  await talk.say('quiz')
  await talk.say('1')
  const before = talk.state
  await talk.say('lệ phí cấp bản sao bằng là bao nhiêu')
  expect(talk.state).toEqual(before)
})

test('another topic, or enough', async () => {
  const { talk } = await begin()
  await talk.say('quiz')
  await talk.say('1')
  for (let nth = 0; nth < 5; nth++) await talk.say('bỏ qua')
  expect(await talk.say('Chủ đề khác')).toContain('chủ đề nào')
  await talk.say('1')
  for (let nth = 0; nth < 5; nth++) await talk.say('bỏ qua')
  await talk.say('nghỉ')
  expect(talk.isDone).toBe(true)
})

test.each([
  ['2', 'single', [1]],
  ['B', 'single', [1]],
  ['câu b', 'single', [1]],
  ['đáp án C ạ', 'single', [2]],
  ['đáp án c nha', 'single', [2]],
  ['A C', 'multiple', [0, 2]],
  ['ac', 'multiple', [0, 2]],
  ['a, c và d', 'multiple', [0, 2, 3]],
  ['1 và 3', 'multiple', [0, 2]],
  ['2 1 3 4', 'ordering', [1, 0, 2, 3]],
  ['2-1-3-4', 'ordering', [1, 0, 2, 3]],
  ['2134', 'ordering', [1, 0, 2, 3]],
  ['2 1', 'ordering', undefined],
  ['1 2', 'single', undefined],
  ['5', 'single', undefined],
  ['A A', 'multiple', undefined],
  ['có giấy tờ gì', 'single', undefined],
  ['bé học lớp 1', 'single', undefined],
] as const)('“%s” as an answer to a %s question names %j', (text, kind, lines) => {
  expect(readLines(text, { kind, count: 4 })).toEqual(lines)
})

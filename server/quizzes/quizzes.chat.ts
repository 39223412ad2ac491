import { type Choice, choice, chosen, isNo, isYes, toOptions } from '../chat/choosing.ts'
import type { Heard, Intent, Say, Turn } from '../chat/intent.ts'
import { isTap } from '../chat/taps.rules.ts'
import type { Citizen, Ctx } from '../ctx.ts'
import { codeAfter, firstCode, readLines } from './practice-round.rules.ts'
import {
  type Asked,
  answerPracticeQuestion,
  askPracticeQuestion,
  listPracticeCodes,
  listPracticeTopics,
} from './practice-round.usecases.ts'
import { answerSay, cardSay, questionSay, tapOf } from './quiz-words.chat.ts'

const DAY_MS = 24 * 60 * 60_000
const ROUND = 5

/** Nothing of a question but its name: what it asks is read anew, and its key only when it is answered. */
export type QuizState = {
  step: 'topic' | 'question' | 'next'
  topic: string
  code: string
  number: number
  asked: number
  right: number
}
type Reply = Turn<QuizState>

const AT_TOPICS: QuizState = { step: 'topic', topic: '', code: '', number: 0, asked: 0, right: 0 }
const BEGINS =
  /^(?:lam |choi |thi thu |lam thu |luyen |on )?(?:trac nghiem|cau hoi trac nghiem|do vui|quiz|luyen tap|on tap|luyen thi|thi thu|bai tap)(?: .*)?$|^(?:do|hoi) (?:toi|em|minh) (?:vai|mot|may)? ?cau/
const MORE = choice('Luyện tập', 'more' as const, 'Thêm 5 câu nữa')
const OTHER = choice('Luyện tập', 'other' as const, 'Chủ đề khác')
const ENOUGH = choice('Luyện tập', 'enough' as const, 'Nghỉ')
const OLD_QUESTION = 'Nút đó thuộc câu trước rồi ạ. Câu bây giờ là:'
const QUESTION_GONE = 'Câu này vừa được sửa, nên không tính. Mình sang câu khác ạ.'

/** Practice: five questions of a topic, each told right or wrong at once, with why and where it is written. */
export const quizIntent: Intent<QuizState> = {
  name: 'quiz',
  doing: 'luyện tập trắc nghiệm',
  lastsMs: DAY_MS,
  begins: ({ folded }) => BEGINS.test(folded),
  start: async (ctx) => ({ say: await askStep(ctx, AT_TOPICS), next: AT_TOPICS }),
  async resume(ctx, state, heard) {
    if (state.step === 'topic') return pickTopic(ctx, heard)
    return state.step === 'question' ? answer(ctx, state, heard) : afterRound(ctx, state, heard)
  },
  ask: askStep,
  back: ({ step }) => (step === 'topic' ? undefined : AT_TOPICS),
  /** A question left out counts as asked, and its answer is told all the same. */
  async skip(ctx, state) {
    if (state.step === 'topic') return undefined
    if (state.step === 'next') return { say: [{ text: 'Dạ, khi nào rảnh mình luyện tiếp ạ.' }], next: 'done' }
    const asked = await askPracticeQuestion(ctx, state.code)
    return asked === undefined ? goOn(ctx, state, [{ text: QUESTION_GONE }]) : mark(ctx, state, { asked, lines: [] })
  },
}

async function askStep(ctx: Ctx, state: QuizState): Promise<Say[]> {
  if (state.step === 'topic') {
    const text = 'Anh/chị muốn luyện chủ đề nào ạ? Mỗi lượt 5 câu, trả lời xong biết đúng sai ngay.'
    return [{ text, options: toOptions(await topicChoices(ctx)) }]
  }
  if (state.step === 'next') return [nextSay()]
  const asked = await askPracticeQuestion(ctx, state.code)
  return [asked === undefined ? { text: QUESTION_GONE } : questionSay(asked, { nth: state.asked + 1, of: ROUND })]
}

const nextSay = (): Say => ({ text: 'Anh/chị làm tiếp không ạ?', options: toOptions([MORE, OTHER, ENOUGH]) })

async function topicChoices(ctx: Ctx): Promise<Choice<string>[]> {
  const topics = await listPracticeTopics(ctx)
  return topics.map(({ id, name }) => choice('Chủ đề', id, name))
}

async function pickTopic(ctx: Ctx<Citizen>, { text, key }: Heard): Promise<Reply | undefined> {
  const topic = chosen(await topicChoices(ctx), text)?.value
  if (topic === undefined) return undefined
  return begin(ctx, topic, firstCode(await listPracticeCodes(ctx, topic), key))
}

/** A round from this question on. */
async function begin(ctx: Ctx, topic: string, code: string | undefined): Promise<Reply> {
  const asked = code === undefined ? undefined : await askPracticeQuestion(ctx, code)
  if (asked === undefined) return { say: await askStep(ctx, AT_TOPICS), next: AT_TOPICS }
  const next: QuizState = { ...AT_TOPICS, step: 'question', topic, code: asked.code, number: asked.number }
  return { say: [questionSay(asked, { nth: 1, of: ROUND })], next }
}

async function answer(ctx: Ctx<Citizen>, state: QuizState, { text }: Heard): Promise<Reply | undefined> {
  const asked = await askPracticeQuestion(ctx, state.code)
  if (asked === undefined || asked.number !== state.number) return goOn(ctx, state, [{ text: QUESTION_GONE }])
  const tapped = tapOf(asked, text)
  if (isTap(text) && tapped === undefined) {
    if (!text.startsWith('#Câu ')) return undefined
    return { say: [{ text: OLD_QUESTION }, ...(await askStep(ctx, state))], next: state }
  }
  const lines = tapped ?? yesNoLine(asked, text) ?? linesOf(asked, text)
  return lines === undefined ? undefined : mark(ctx, state, { asked, lines })
}

/** "Đúng" and "sai" are the lines of such a question, whatever they mean elsewhere. */
function yesNoLine({ kind }: Asked, text: string): number[] | undefined {
  if (kind !== 'true_false') return undefined
  const said = text.trim().toLowerCase().normalize('NFC')
  if (/^(?:đúng|dung|đ)(?: ạ)?$/.test(said) || isYes(text)) return [0]
  return /^(?:sai|s)(?: ạ)?$/.test(said) || isNo(text) ? [1] : undefined
}

function linesOf({ kind, lines }: Asked, text: string): number[] | undefined {
  const named = readLines(text, { kind, count: lines.length })
  if (named !== undefined || (kind !== 'single' && kind !== 'true_false')) return named
  const written = chosen(
    lines.map((line, at) => choice('Dòng', at, line)),
    text,
  )
  return written === undefined ? undefined : [written.value]
}

async function mark(ctx: Ctx, state: QuizState, { asked, lines }: { asked: Asked; lines: number[] }): Promise<Reply> {
  const marked = await answerPracticeQuestion(ctx, asked, lines)
  if (marked.outcome === 'gone') return goOn(ctx, state, [{ text: QUESTION_GONE }])
  const right = state.right + (marked.isRight ? 1 : 0)
  return goOn(ctx, { ...state, asked: state.asked + 1, right }, [answerSay(ctx, asked, marked)])
}

/** The next question, or the card of a round that is over. */
async function goOn(ctx: Ctx, state: QuizState, first: Say[]): Promise<Reply> {
  if (state.asked >= ROUND) {
    const next: QuizState = { ...state, step: 'next' }
    return { say: [...first, cardSay(state), nextSay()], next }
  }
  const code = codeAfter(await listPracticeCodes(ctx, state.topic), state.code)
  const asked = code === undefined ? undefined : await askPracticeQuestion(ctx, code)
  if (asked === undefined) return { say: [...first, ...(await askStep(ctx, AT_TOPICS))], next: AT_TOPICS }
  const next = { ...state, code: asked.code, number: asked.number }
  return { say: [...first, questionSay(asked, { nth: state.asked + 1, of: ROUND })], next }
}

async function afterRound(ctx: Ctx<Citizen>, state: QuizState, { text }: Heard): Promise<Reply | undefined> {
  const wish =
    chosen<'more' | 'other' | 'enough'>([MORE, OTHER, ENOUGH], text)?.value ?? (isYes(text) ? 'more' : undefined)
  if (wish === 'enough' || isNo(text)) return { say: [{ text: 'Dạ, khi nào rảnh mình luyện tiếp ạ.' }], next: 'done' }
  if (wish === 'other') return { say: await askStep(ctx, AT_TOPICS), next: AT_TOPICS }
  if (wish === undefined) return undefined
  return begin(ctx, state.topic, codeAfter(await listPracticeCodes(ctx, state.topic), state.code))
}

import { appLink } from '../chat/app-link.ts'
import { payloadOf } from '../chat/bands.rules.ts'
import type { Heard, Intent, Say, Turn } from '../chat/intent.ts'
import { writeDistrust } from '../chat/provenance.rules.ts'
import { answerTo, readAnswerTo } from '../chat/taps.rules.ts'
import { readFolded, readNumber, readYesNo } from '../chat/understand.rules.ts'
import { CONTENT_GONE } from '../chat/words.ts'
import type { Citizen, Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { partOptions, readProcedurePayload, writeChecklist, writeOverview, writePlace } from './chat-lines.rules.ts'
import { type Answers, openQuestions, readAnswers } from './checklist.rules.ts'
import type { Procedure } from './procedures.schemas.ts'
import { readProcedure } from './procedures.usecases.ts'

type Asking = { step: 'question'; code: string; caseKey: string; answers: Answers; asked: string[]; skipped: string[] }
type State = { step: 'case'; code: string; answers: Answers } | Asking

const GONE: Turn<never> = { say: [{ text: CONTENT_GONE }], next: 'done' }
const DAY_MS = 24 * 60 * 60 * 1000
const NOT_KNOWN = new Set(['khong ro', 'chua ro', 'khong biet', 'khong biet nua', 'chua biet', 'khong chac'])

/** A procedure in a few lines, and one's own list of papers by a question at a time. */
export const proceduresIntent: Intent<State> = {
  name: 'procedures',
  doing: 'xem giấy tờ cần chuẩn bị',
  lastsMs: DAY_MS,
  begins: ({ heard }) => isOurs(readProcedurePayload(heard.text)),
  async start(ctx, heard) {
    const wish = readProcedurePayload(heard.text)
    const procedure = wish && (await findProcedure(ctx, wish.name))
    if (!wish || !procedure) return GONE
    const distrust = writeDistrust(procedure.plainName, procedure, vietnamDate(ctx.now()))
    if (distrust !== undefined) return { say: [{ text: distrust, links: linksOf(ctx, procedure) }], next: 'done' }
    if (wish.part === 'place') return { say: [sayPlace(ctx, procedure)], next: 'done' }
    if (wish.part === 'overview') return { say: [sayOverview(ctx, procedure)], next: 'done' }
    return askOn(ctx, procedure, beginning(procedure, readAnswers(wish.answers)))
  },
  async resume(ctx, state, heard) {
    const procedure = await findProcedure(ctx, state.code)
    if (!procedure) return GONE
    const next = state.step === 'case' ? readCase(procedure, state, heard) : readAnswer(procedure, state, heard)
    return next && askOn(ctx, procedure, next)
  },
  async ask(ctx, state) {
    const procedure = await findProcedure(ctx, state.code)
    return procedure ? (await askOn(ctx, procedure, state)).say : GONE.say
  },
  back(state) {
    if (state.step === 'case') return undefined
    const last = state.asked.at(-1)
    if (last === undefined) return undefined
    const { [last]: _, ...answers } = state.answers
    return { ...state, answers, asked: state.asked.slice(0, -1), skipped: state.skipped.filter((key) => key !== last) }
  },
  async skip(ctx, state) {
    const procedure = await findProcedure(ctx, state.code)
    if (!procedure || state.step === 'case') return undefined
    const question = nextQuestion(procedure, state)
    return question && askOn(ctx, procedure, withSkipped(state, question.key))
  },
}

const isOurs = (wish: ReturnType<typeof readProcedurePayload>) => wish !== undefined && wish.part !== 'date'

function beginning(procedure: Procedure, answers: Answers): State {
  if (procedure.cases.length > 1) return { step: 'case', code: procedure.code, answers }
  return asking(procedure, procedure.cases[0]?.key ?? '', answers)
}

function asking({ code }: Procedure, caseKey: string, answers: Answers): Asking {
  return { step: 'question', code, caseKey, answers, asked: [], skipped: [] }
}

const CASE = 'Trường hợp'

function readCase(procedure: Procedure, { answers }: State, heard: Heard): State | undefined {
  const text = readAnswerTo(CASE, heard.text)
  if (text === undefined) return undefined
  const at = readNumber(text)
  const folded = readFolded(text)
  const chosen =
    procedure.cases.find((each) => readFolded(caseName(each)) === folded) ??
    (at === undefined ? undefined : procedure.cases[at - 1])
  return chosen && asking(procedure, chosen.key, answers)
}

const caseName = ({ name }: Procedure['cases'][number]) => name ?? 'Trường hợp chung'

function readAnswer(procedure: Procedure, state: Asking, heard: Heard): State | undefined {
  const question = nextQuestion(procedure, state)
  const text = question && readAnswerTo(question.key, heard.text)
  if (question === undefined || text === undefined) return undefined
  if (NOT_KNOWN.has(readFolded(text))) return withSkipped(state, question.key)
  const answer = readYesNo(text)
  if (answer === undefined) return undefined
  return { ...state, answers: { ...state.answers, [question.key]: answer }, asked: [...state.asked, question.key] }
}

function withSkipped(state: Asking, key: string): Asking {
  return { ...state, skipped: [...state.skipped, key], asked: [...state.asked, key] }
}

/** Those that decide something about the chosen case's papers, a time or a fee, and are still open. */
function nextQuestion(procedure: Procedure, { caseKey, answers, skipped }: Asking) {
  const ofCase = { ...procedure, cases: procedure.cases.filter(({ key }) => key === caseKey) }
  return openQuestions(ofCase).find(({ key }) => answers[key] === undefined && !skipped.includes(key))
}

async function askOn(ctx: Ctx<Citizen>, procedure: Procedure, state: State): Promise<Turn<State>> {
  if (state.step === 'case') {
    const options = procedure.cases.map((each) => answerTo(CASE, caseName(each)))
    return { say: [{ text: `${procedure.plainName}: anh/chị thuộc trường hợp nào?`, options }], next: state }
  }
  const question = nextQuestion(procedure, state)
  if (question === undefined) return { say: [sayChecklist(ctx, procedure, state)], next: 'done' }
  const isFirst = state.asked.length === 0
  const head = isFirst ? `Trả lời vài câu để biết đúng giấy tờ anh/chị cần (${procedure.plainName}).\n\n` : ''
  const text = `${head}${question.text}${question.help === null ? '' : `\n(${question.help})`}`
  const options = ['Có', 'Không', 'Không rõ'].map((label) => answerTo(question.key, label))
  return { say: [{ text, options }], next: state }
}

function sayOverview(ctx: Ctx<Citizen>, procedure: Procedure): Say {
  const isListed = procedure.detail === 'listed'
  const others = (procedure.redirectedFrom?.alternatives ?? []).map(({ slug, code, title }) => ({
    label: title,
    payload: payloadOf({ type: 'procedure', slug, code: code ?? undefined }),
  }))
  const options = [...(isListed ? [] : partOptions(procedure, {}, 'overview')), ...others]
  return { text: writeOverview(procedure), options, links: linksOf(ctx, procedure) }
}

function sayChecklist(ctx: Ctx<Citizen>, procedure: Procedure, { caseKey, answers }: Asking): Say {
  const text = writeChecklist(procedure, caseKey, answers)
  return { text, options: partOptions(procedure, answers, 'documents'), links: linksOf(ctx, procedure, answers) }
}

function sayPlace(ctx: Ctx<Citizen>, procedure: Procedure): Say {
  const links = linksOf(ctx, procedure)
  return { text: writePlace(procedure), options: partOptions(procedure, {}, 'place'), links }
}

function linksOf({ app }: Ctx<Citizen>, { code, portalUrl }: Procedure, answers: Answers = {}): Say['links'] {
  const given = Object.entries(answers).map(([key, answer]) => `${key}.${answer}`)
  const path = `/thu-tuc/${code}${given.length === 0 ? '' : `?tl=${given.join('~')}`}`
  const portal = portalUrl === null ? [] : [{ title: 'Cổng Dịch vụ công quốc gia', url: portalUrl }]
  return [{ title: 'Xem trong ứng dụng', url: appLink(app, path) }, ...portal]
}

/** Nothing when it is not published any more. */
async function findProcedure(ctx: Ctx<Citizen>, name: string): Promise<Procedure | undefined> {
  try {
    return JSON.parse(String(await readProcedure(ctx, name)))
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

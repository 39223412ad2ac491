import type { z } from '@hono/zod-openapi'
import { type Choice, chosen, foldWords, toOptions } from '../chat/choosing.ts'
import type { Heard, Intent, Say, Turn } from '../chat/intent.ts'
import { isTap } from '../chat/taps.rules.ts'
import { selvesOf } from '../citizens/selves.ts'
import type { Citizen, Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { rateAnswer, reopenReport, supplyMore } from './citizen-steps.usecases.ts'
import type { ReportProgress } from './progress.schemas.ts'
import { Rating, Reopening, Supplement } from './progress.schemas.ts'
import { listMyReports, showMyReport, showStatus } from './progress.usecases.ts'
import { keepSent } from './report-attachments.chat.ts'
import { findReportCode } from './report-code.rules.ts'
import * as words from './status-words.chat.ts'

type Progress = z.input<typeof ReportProgress>
type Step = 'pick' | 'code' | 'digits' | 'acts' | 'supplement' | 'stars' | 'comment' | 'reopen'
export type StatusState = { step: Step; code: string; stars: number; fileIds: string[] }
type Reply = Turn<StatusState>

const HALF_HOUR_MS = 30 * 60_000
const MOST_OFFERED = 5
const AT_START: StatusState = { step: 'pick', code: '', stars: 0, fileIds: [] }
const BEGINS =
  /(?:xem|tra cuu|tra|kiem tra|theo doi|tinh trang|tien do|ket qua) (?:lai |cac |ve )?(?:phieu|ma phieu|phan anh|gop y|kien nghi)|^(?:phieu|phan anh|gop y|kien nghi) (?:cua )?(?:toi|em|minh|chau)|(?:phan anh|gop y|phieu) (?:da gui|toi dau|den dau|sao roi|the nao roi)/
const SUPPLY = ['bo sung', 'bo sung phan anh', 'bo sung phieu']
const RATE = ['danh gia', 'danh gia phan anh', 'danh gia cau tra loi', 'cham diem phan anh']

/** How a report stands, and what its sender may do with it: add, rate, ask to look again. */
export const reportStatusIntent: Intent<StatusState> = {
  name: 'report-status',
  doing: 'xem phiếu đã gửi',
  lastsMs: HALF_HOUR_MS,
  begins: ({ folded, heard }) =>
    findReportCode(heard.text) !== undefined || BEGINS.test(folded) || [...SUPPLY, ...RATE].includes(folded),
  async start(ctx, heard) {
    const code = findReportCode(heard.text)
    if (code !== undefined) return show(ctx, code)
    const said = foldWords(heard.text)
    if (SUPPLY.includes(said)) return startAt(ctx, 'supplement')
    return RATE.includes(said) ? startAt(ctx, 'stars') : startList(ctx)
  },
  async resume(ctx, state, heard) {
    const code = findReportCode(heard.text)
    if (code !== undefined && state.step !== 'supplement') return show(ctx, code)
    return ANSWERS[state.step](ctx, state, heard)
  },
  ask: askStep,
  back(state) {
    if (state.step === 'pick') return undefined
    return state.step === 'comment' ? { ...state, step: 'stars' } : AT_START
  },
  async skip(ctx, state, heard) {
    return state.step === 'comment' ? rate(ctx, state, '') : ANSWERS_TO_SKIP[state.step]?.(ctx, state, heard)
  },
}

type Answer = (ctx: Ctx<Citizen>, state: StatusState, heard: Heard) => Promise<Reply | undefined>

const ANSWERS_TO_SKIP: Partial<Record<Step, Answer>> = {
  acts: async () => ({ say: [{ text: 'Dạ, xong ạ.' }], next: 'done' }),
}

const ANSWERS: Record<Step, Answer> = {
  async pick(ctx, _state, { text }) {
    const code = chosen(words.ownChoices(await listOwn(ctx)), text)?.value
    if (code === undefined) return undefined
    return code === '' ? askFor('code') : show(ctx, code)
  },
  async code(_ctx, state, { text }) {
    return isTap(text) ? undefined : { say: [{ text: words.NOT_A_CODE }], next: state }
  },
  async digits(ctx, state, { text }) {
    const lastDigits = text.replace(/\D/g, '')
    if (!/^\d{4}$/.test(lastDigits)) return { say: [{ text: words.NOT_DIGITS }], next: state }
    return showOthers(ctx, state, lastDigits)
  },
  async acts(ctx, state, { text }) {
    const act = chosen(actsOf(await openOwn(ctx, state.code)), text)?.value
    if (act === undefined) return undefined
    if (act === 'done') return { say: [{ text: 'Dạ, xong ạ.' }], next: 'done' }
    return askFor(act, state.code)
  },
  async supplement(ctx, state, heard) {
    const self = await selfOf(ctx, state.code)
    const { ids, problems } = await keepSent(self, heard, state)
    const next = { ...state, fileIds: ids }
    const parsed = Supplement.safeParse({ text: heard.text, fileIds: ids })
    if (!parsed.success || isTap(heard.text)) {
      const got = ids.length > state.fileIds.length ? [`Đã nhận ${ids.length} ảnh hoặc tệp.`] : []
      return { say: [{ text: [...got, ...problems, words.ASK_SUPPLEMENT].join(' ') }], next }
    }
    return act(ctx, state.code, words.SUPPLIED, () => supplyMore(self, state.code, parsed.data))
  },
  async stars(_ctx, state, { text }) {
    const stars = chosen(words.STARS, text)?.value ?? Number(/^([1-5]) ?sao$/.exec(foldWords(text))?.[1] ?? 0)
    return stars === 0 ? undefined : { say: [{ text: words.ASK_COMMENT }], next: { ...state, step: 'comment', stars } }
  },
  async comment(ctx, state, { text }) {
    return isTap(text) ? undefined : rate(ctx, state, text)
  },
  async reopen(ctx, state, { text }) {
    const parsed = Reopening.safeParse({ text })
    if (!parsed.success || isTap(text)) return { say: [{ text: words.ASK_REOPEN }], next: state }
    const self = await selfOf(ctx, state.code)
    return act(ctx, state.code, words.REOPENED, () => reopenReport(self, state.code, parsed.data))
  },
}

async function rate(ctx: Ctx<Citizen>, { code, stars }: StatusState, text: string): Promise<Reply> {
  const comment = Rating.shape.comment.safeParse(text)
  const self = await selfOf(ctx, code)
  return act(ctx, code, words.RATED, () => rateAnswer(self, code, { stars, comment: comment.data ?? '' }))
}

/** Done by the use case; where it was done already or cannot be any more, how the report stands is told instead. */
async function act(ctx: Ctx<Citizen>, code: string, done: string, work: () => Promise<unknown>): Promise<Reply> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof AppError) || !EXPECTED.includes(error.code)) throw error
    const now = await openOwn(ctx, code)
    return { say: [{ text: words.CHANGED }, ...(now ? [words.progressSay(ctx, now)] : [])], next: 'done' }
  }
  return { say: [{ text: done }], next: 'done' }
}
const EXPECTED: readonly string[] = [
  ...['report.not_found', 'report.changed_meanwhile', 'report.not_ratable', 'report.reopening_over'],
  ...['feedback.too_many_files', 'request.invalid'],
]

async function listOwn(ctx: Ctx<Citizen>) {
  const lists = await Promise.all((await selvesOf(ctx)).map((self) => listMyReports(self, {})))
  const items = lists.flatMap((list) => list.items)
  return items.sort((one, other) => other.receivedAt.localeCompare(one.receivedAt)).slice(0, MOST_OFFERED)
}

/** As whom they sent it. */
async function selfOf(ctx: Ctx<Citizen>, code: string): Promise<Ctx<Citizen>> {
  for (const self of await selvesOf(ctx)) if (await openAs(self, code)) return self
  return ctx
}

async function openOwn(ctx: Ctx<Citizen>, code: string): Promise<Progress | undefined> {
  return openAs(await selfOf(ctx, code), code)
}

async function openAs(self: Ctx<Citizen>, code: string): Promise<Progress | undefined> {
  try {
    return await showMyReport(self, code)
  } catch (error) {
    if (error instanceof AppError && error.code === 'report.not_found') return undefined
    throw error
  }
}

async function startList(ctx: Ctx<Citizen>): Promise<Reply> {
  const items = await listOwn(ctx)
  const [only] = items
  if (only === undefined) return askFor('code')
  return items.length === 1 ? show(ctx, only.code) : { say: await askStep(ctx, AT_START), next: AT_START }
}

/** At what somebody named, with the newest report it can be done with. */
async function startAt(ctx: Ctx<Citizen>, step: 'supplement' | 'stars'): Promise<Reply> {
  for (const { code } of await listOwn(ctx)) {
    const own = (await openOwn(ctx, code))?.own
    if (step === 'supplement' ? own?.maySupply : own?.mayRate) return askFor(step, code)
  }
  const text = step === 'supplement' ? words.NOTHING_TO_SUPPLY : words.NOTHING_TO_RATE
  return { say: [{ text }], next: 'done' }
}

/** One's own is shown at once; of anybody else's the last digits of the phone are asked. */
async function show(ctx: Ctx<Citizen>, code: string): Promise<Reply> {
  const progress = await openOwn(ctx, code)
  if (progress === undefined) return { say: [{ text: words.ASK_DIGITS }], next: { ...AT_START, step: 'digits', code } }
  const said = words.progressSay(ctx, progress)
  const acts = actsOf(progress)
  if (acts.length === 1) return { say: [said], next: 'done' }
  return { say: [{ ...said, options: toOptions(acts) }], next: { ...AT_START, step: 'acts', code } }
}

async function showOthers(ctx: Ctx<Citizen>, state: StatusState, lastDigits: string): Promise<Reply> {
  try {
    const asked = { code: state.code, lastDigits }
    const progress = await showStatus(ctx, asked, { address: `chat:${ctx.actor.sessionId}` })
    return { say: [words.progressSay(ctx, progress)], next: 'done' }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'report.too_many_guesses') return { say: [{ text: words.TOO_MANY_GUESSES }], next: 'done' }
    if (error.code !== 'report.not_found') throw error
    return { say: [{ text: words.NOT_FOUND }], next: state }
  }
}

type Act = 'supplement' | 'stars' | 'reopen' | 'done'

function actsOf(progress: Progress | undefined): Choice<Act>[] {
  const { maySupply = false, mayRate = false, mayReopen = false } = progress?.own ?? {}
  const acts: [boolean, Choice<Act>][] = [
    [maySupply, words.ACTS.supply],
    [mayRate, words.ACTS.rate],
    [mayReopen, words.ACTS.reopen],
    [true, words.ACTS.done],
  ]
  return acts.filter(([may]) => may).map(([, offered]) => offered)
}

function askFor(step: 'code' | 'supplement' | 'stars' | 'reopen', code = ''): Reply {
  const next = { ...AT_START, step, code }
  return { say: [questionOf(step)], next }
}

function questionOf(step: Exclude<Step, 'pick' | 'acts'>): Say {
  const texts = {
    ...{ code: words.ASK_CODE, digits: words.ASK_DIGITS, supplement: words.ASK_SUPPLEMENT },
    ...{ stars: words.ASK_STARS, comment: words.ASK_COMMENT, reopen: words.ASK_REOPEN },
  }
  return step === 'stars' ? { text: texts.stars, options: toOptions(words.STARS) } : { text: texts[step] }
}

async function askStep(ctx: Ctx<Citizen>, state: StatusState): Promise<Say[]> {
  if (state.step === 'pick')
    return [{ text: 'Anh/chị muốn xem phiếu nào ạ?', options: toOptions(words.ownChoices(await listOwn(ctx))) }]
  if (state.step !== 'acts') return [questionOf(state.step)]
  const progress = await openOwn(ctx, state.code)
  return progress ? [{ ...words.progressSay(ctx, progress), options: toOptions(actsOf(progress)) }] : []
}

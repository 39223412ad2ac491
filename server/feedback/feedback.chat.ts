import { foldWords, isNo, isYes } from '../chat/choosing.ts'
import type { Heard, Intent, Turn } from '../chat/intent.ts'
import { sayHelp } from '../chat/stops.ts'
import { isTap } from '../chat/taps.rules.ts'
import type { Citizen, Ctx } from '../ctx.ts'
import { answerStep, goOn, goTo, isSending, takesWords } from './report-answers.chat.ts'
import { keepSent } from './report-attachments.chat.ts'
import { mustSayWho, NOTHING_TOLD, type ReportState, type ReportStep, stepBefore } from './report-draft.rules.ts'
import { askStep } from './report-questions.chat.ts'
import * as words from './report-words.chat.ts'
import { readText } from './stop.rules.ts'

const DAY_MS = 24 * 60 * 60_000
/** Taps that belong to this conversation. */
const OWN_TAP = /^#(?:Loại|Mục|Nơi|Phiếu|Ảnh|Giống|Tôi cũng gặp|Tuổi|Đăng|Đồng ý|Sửa): /
const BEGINS =
  /^(?:gui |viet |tao |lam )?(?:mot )?(?:phieu )?(?:phan anh|gop y|kien nghi|khieu nai|to cao|khen)(?: moi)?$/
/** Merely speaking of a report is no wish to send one. */
const WISHES =
  /^(?:(?:da|toi|em|minh|chau|con) )*(?:muon|can|xin|cho toi|cho em) (?:gui |viet |duoc )?(?:phan anh|gop y|kien nghi|khieu nai|to cao|khen)\b/
const QUESTION = /\?\s*$/
const MAY_SKIP: ReportStep[] = ['unit', 'place', 'officer', 'files', 'similar', 'publish']

/** Sending a report: one short question after another, and nothing is sent before the last yes. */
export const reportIntent: Intent<ReportState> = {
  name: 'report',
  doing: 'gửi phản ánh, góp ý',
  lastsMs: DAY_MS,
  heedsStops: true,
  begins: ({ folded, heard }) => BEGINS.test(folded) || WISHES.test(foldWords(heard.text)),
  async start(ctx, heard) {
    const state: ReportState = { step: 'kind', draft: NOTHING_TOLD, isFixing: false, found: [] }
    const isLegal = /khieu nai|to cao/.test(foldWords(heard.text))
    return isLegal ? goTo(ctx, state, 'legal') : goTo(ctx, state, 'kind', [{ text: words.BEGINNING }])
  },
  async resume(ctx, state, heard) {
    if (heard.location) return takePlace(ctx, state, heard.location)
    if (heard.files.length > 0) return takeFiles(ctx, state, heard)
    if (isTap(heard.text)) return takeTap(ctx, state, heard)
    return (await heedDanger(ctx, state, heard)) ?? takeSaid(ctx, state, heard)
  },
  ask: askStep,
  back(state) {
    const step = stepBefore(state)
    return step === undefined ? undefined : { ...state, step, found: [], isFixing: false }
  },
  async skip(ctx, state) {
    if (state.step === 'name') return mustSayWho(state.draft) ? undefined : goOn(ctx, state, NO_SENDER)
    if (!MAY_SKIP.includes(state.step)) return undefined
    const from = state.step === 'similar' ? { ...state, step: 'content' as const } : state
    return goOn(ctx, from, state.step === 'publish' ? { mayPublish: false } : {})
  },
}

const NO_SENDER = { name: '', address: '', phone: '', email: '' }

async function takeSaid(ctx: Ctx<Citizen>, state: ReportState, heard: Heard): Promise<Turn<ReportState> | undefined> {
  const { step } = state
  if (step !== 'review' && isSending(heard.text)) return goTo(ctx, state, step, [{ text: words.NOT_YET }])
  // Who asks something while a name or a place is asked for has another question first.
  if (takesWords(step) && step !== 'content' && QUESTION.test(heard.text)) return undefined
  const reply = await answerStep(ctx, state, heard)
  if (reply !== undefined) return reply
  const isShort = !foldWords(heard.text).includes(' ') || isYes(heard.text) || isNo(heard.text)
  return isShort ? goTo(ctx, state, step, [{ text: words.PICK_ONE }]) : undefined
}

/** Where words are asked for, only the lines offered there are taken as a tap. */
async function takeTap(ctx: Ctx<Citizen>, state: ReportState, heard: Heard): Promise<Turn<ReportState> | undefined> {
  const isOffered =
    !takesWords(state.step) || (state.step === 'unit' && state.found.length > 0 && heard.text.startsWith('#Nơi: '))
  const reply = isOffered ? await answerStep(ctx, state, heard) : undefined
  if (reply !== undefined || !OWN_TAP.test(heard.text)) return reply
  return goTo(ctx, state, state.step, [{ text: words.OLD_BUTTON }])
}

/** The story itself is looked through when it is told; danger is heeded wherever else it is spoken of. */
async function heedDanger(ctx: Ctx<Citizen>, state: ReportState, { text }: Heard) {
  const { help } = readText(text)
  return help === null || state.step === 'content' ? undefined : goTo(ctx, state, state.step, [sayHelp(help)])
}

/** A pin sent at any step is where it happened. */
async function takePlace(
  ctx: Ctx<Citizen>,
  state: ReportState,
  { latitude, longitude }: { latitude: number; longitude: number },
): Promise<Turn<ReportState>> {
  const place = `Vị trí trên bản đồ: ${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
  const first = [{ text: 'Đã nhận vị trí ạ.' }]
  if (state.step === 'place') return goOn(ctx, state, { place }, first)
  return goTo(ctx, { ...state, draft: { ...state.draft, place } }, state.step, first)
}

/** Photos come when people have them at hand; where they are asked for, the next one or "xong" is waited for. */
async function takeFiles(ctx: Ctx<Citizen>, state: ReportState, heard: Heard): Promise<Turn<ReportState>> {
  const { ids, problems } = await keepSent(ctx, heard, state.draft)
  const next = { ...state, draft: { ...state.draft, fileIds: ids } }
  const isNew = ids.length > state.draft.fileIds.length
  const got = isNew ? [`Đã nhận, tất cả ${ids.length} ảnh hoặc tệp.`] : []
  const more = state.step === 'files' ? ['Gửi tiếp, hoặc nhắn “xong” ạ.'] : []
  const told = { text: [...got, ...problems, ...more].join(' ') }
  if (heard.text.trim() !== '' && takesWords(state.step)) {
    const reply = await answerStep(ctx, next, { ...heard, files: [] })
    if (reply !== undefined) return { ...reply, say: [told, ...reply.say] }
  }
  return state.step === 'files' ? { say: [told], next } : goTo(ctx, next, state.step, [told])
}

import type { z } from '@hono/zod-openapi'
import { appLink } from '../chat/app-link.ts'
import type { Heard, Intent, Say, Turn } from '../chat/intent.ts'
import { joinParts, writeDate } from '../chat/provenance.rules.ts'
import { answerTo, readAnswerTo } from '../chat/taps.rules.ts'
import { readFolded, readNumber } from '../chat/understand.rules.ts'
import { CONTENT_GONE, TO_BE_LOOKED_UP } from '../chat/words.ts'
import type { Citizen, Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { CHANNEL_WORDS, readProcedurePayload } from '../procedures/chat-lines.rules.ts'
import { type Answers, applies, readAnswers } from '../procedures/checklist.rules.ts'
import { CHANNELS } from '../procedures/procedures.schemas.ts'
import { vietnamDate } from '../vietnam-time.ts'
import type { PromisedDates } from './promised-date.schemas.ts'
import { promiseDates } from './promised-date.usecases.ts'
import { readSaidDate } from './said-date.rules.ts'

type Channel = (typeof CHANNELS)[number]
type State =
  | { step: 'channel'; code: string; answers: Answers }
  | { step: 'day'; code: string; answers: Answers; channel: Channel }
type Promised = z.infer<typeof PromisedDates>

const DAY_MS = 24 * 60 * 60 * 1000
const GONE: Turn<never> = { say: [{ text: CONTENT_GONE }], next: 'done' }
const WEEKDAYS = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy']
const WAY = 'Cách nộp'
const DAY = 'Ngày nộp'
const MORNING = 'T09:00:00+07:00'

/** On which day an answer is due: by which way, handed in when. */
export const promisedDateIntent: Intent<State> = {
  name: 'promised-date',
  doing: 'tính ngày hẹn trả',
  lastsMs: DAY_MS,
  begins: ({ heard }) => readProcedurePayload(heard.text)?.part === 'date',
  async start(ctx, heard) {
    const wish = readProcedurePayload(heard.text)
    if (!wish) return GONE
    const answers = readAnswers(wish.answers)
    const channels = await findChannels(ctx, wish.name)
    if (channels === undefined) return GONE
    const [only] = channels
    if (only === undefined)
      return { say: [{ text: `Thời hạn giải quyết của thủ tục này: ${TO_BE_LOOKED_UP}.` }], next: 'done' }
    const next: State =
      channels.length === 1
        ? { step: 'day', code: wish.name, answers, channel: only }
        : { step: 'channel', code: wish.name, answers }
    return { say: ask(next, channels), next }
  },
  async resume(ctx, state, heard) {
    if (state.step === 'day') return readDay(ctx, state, heard)
    const channels = await findChannels(ctx, state.code)
    if (channels === undefined) return GONE
    const channel = readChannel(channels, readAnswerTo(WAY, heard.text))
    if (channel === undefined) return undefined
    const next: State = { ...state, step: 'day', channel }
    return { say: ask(next, channels), next }
  },
  async ask(ctx, state) {
    return ask(state, (await findChannels(ctx, state.code)) ?? [])
  },
  back: (state) => (state.step === 'day' ? { step: 'channel', code: state.code, answers: state.answers } : undefined),
}

function ask(state: State, channels: Channel[]): Say[] {
  if (state.step === 'channel') {
    const options = channels.map((channel) => answerTo(WAY, CHANNEL_WORDS[channel]))
    return [{ text: 'Anh/chị nộp hồ sơ bằng cách nào?', options }]
  }
  const options = ['Hôm nay', 'Ngày mai'].map((label) => answerTo(DAY, label))
  return [{ text: 'Anh/chị nộp hồ sơ ngày nào? Gõ ngày/tháng, ví dụ 25/11, hoặc chọn:', options }]
}

const ALSO: Record<string, Channel> = {
  online: 'online',
  'qua mang': 'online',
  'tren mang': 'online',
  'nop online': 'online',
  'truc tiep': 'in_person',
  'tai cho': 'in_person',
  'buu dien': 'post',
  'qua buu dien': 'post',
  'buu chinh': 'post',
}

function readChannel(channels: Channel[], text: string | undefined): Channel | undefined {
  if (text === undefined) return undefined
  const folded = readFolded(text)
  const at = readNumber(text)
  const named = channels.find((each) => readFolded(CHANNEL_WORDS[each]) === folded) ?? ALSO[folded]
  if (named !== undefined) return channels.includes(named) ? named : undefined
  return at === undefined ? undefined : channels[at - 1]
}

async function readDay(
  ctx: Ctx<Citizen>,
  state: Extract<State, { step: 'day' }>,
  { text }: Heard,
): Promise<Turn<State> | undefined> {
  const today = vietnamDate(ctx.now())
  const said = readAnswerTo(DAY, text)
  const day = said && readSaidDate(said, today)
  if (!day) return undefined
  const receivedAt = day === today ? ctx.now().toISOString() : `${day}${MORNING}`
  const promised = await findDates(ctx, { code: state.code, channel: state.channel, receivedAt })
  if (promised === undefined) return GONE
  const { code, plainName } = promised.procedure
  const dates = promised.dates.filter(({ appliesWhen }) => applies(appliesWhen, state.answers) !== 'no')
  const lines = dates.map((date) => writePromise(date, state.answers)).join('\n')
  const [source] = promised.calendar.sources
  const say: Say = {
    text: joinParts([
      `${plainName}, ${CHANNEL_WORDS[state.channel].toLowerCase()}, nộp ngày ${writeDate(day)}:`,
      lines === '' ? `Thời hạn theo cách nộp này: ${TO_BE_LOOKED_UP}.` : lines,
      'Đây là ngày tính theo thời hạn đã công bố; ngày chính thức ghi trên giấy hẹn.',
      source === undefined ? '' : `Lịch nghỉ: ${source.title}.`,
    ]),
    options: [{ label: 'Nộp ở đâu, nộp thế nào', payload: `Nơi nộp ${code}` }],
    links: [{ title: 'Tính trong ứng dụng', url: appLink(ctx.app, '/hen-tra') }],
  }
  return { say: [say], next: 'done' }
}

function writePromise(promise: Promised['dates'][number], answers: Answers): string {
  const { text, appliesWhen, outcome, dueOn, countedFromEvent, skipped, cutOff } = promise
  const isOpen = appliesWhen !== null && applies(appliesWhen, answers) === 'unanswered'
  const only = isOpen ? ` (nếu câu “${appliesWhen.text}” là ${appliesWhen.answer === 'yes' ? 'có' : 'không'})` : ''
  if (outcome === 'due' && dueOn !== null) {
    const weekday = WEEKDAYS[new Date(`${dueOn}T00:00:00Z`).getUTCDay()]
    const off = skipped.length === 0 ? '' : `, đã trừ ${skipped.length} ngày nghỉ`
    const late = cutOff === null ? '' : ` Nhận sau ${cutOff} thì tính từ ngày làm việc kế tiếp.`
    return `• Thời hạn ${text}${only}: hẹn trả ${weekday}, ${writeDate(dueOn)}${off}.${late}`
  }
  if (outcome === 'calendar_unknown')
    return `• Thời hạn ${text}${only}: chưa tính được vì chưa có lịch nghỉ của thời gian đó.`
  if (countedFromEvent !== null)
    return `• Thời hạn ${text}${only}: tính từ ${countedFromEvent}, nên chưa ra ngày cụ thể.`
  return `• ${text}${only}: nguồn không nêu số ngày, nên chưa tính được.`
}

/** The ways of handing in for which a time limit is known; nothing when the procedure is not published any more. */
async function findChannels(ctx: Ctx<Citizen>, code: string): Promise<Channel[] | undefined> {
  const receivedAt = ctx.now().toISOString()
  const found = await Promise.all(CHANNELS.map((channel) => findDates(ctx, { code, channel, receivedAt })))
  if (found.some((each) => each === undefined)) return undefined
  return CHANNELS.filter((_, at) => (found[at]?.dates.length ?? 0) > 0)
}

async function findDates(
  ctx: Ctx<Citizen>,
  { code, channel, receivedAt }: { code: string; channel: Channel; receivedAt: string },
): Promise<Promised | undefined> {
  try {
    return await promiseDates(ctx, { procedure: code, channel, receivedAt })
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

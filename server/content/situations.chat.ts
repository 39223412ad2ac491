import { appLink } from '../chat/app-link.ts'
import type { Intent, Option, Say, Turn } from '../chat/intent.ts'
import { joinParts, writeDistrust, writeProvenance } from '../chat/provenance.rules.ts'
import { answerTo, readAnswerTo } from '../chat/taps.rules.ts'
import { readFolded, readNumber } from '../chat/understand.rules.ts'
import { CONTENT_GONE } from '../chat/words.ts'
import type { Citizen, Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { fold } from '../search/vietnamese-text.ts'
import { vietnamDate } from '../vietnam-time.ts'
import type { Situation } from './content.schemas.ts'
import { listItems, readItem } from './content.usecases.ts'

type State = { step: 'question'; slug: string; at: string; path: string[] }

const PAYLOAD = /^tinh huong #([a-z0-9-]+)$/
const FINDING = new Set([
  ...[
    'tim thu tuc',
    'tim thu tuc giay to',
    'tra cuu thu tuc',
    'thu tuc',
    'hoi thu tuc',
    'xem thu tuc',
    'thu tuc hanh chinh',
  ],
  ...['tim giay to', 'can lam thu tuc', 'hoi ve thu tuc'],
])
const GONE: Turn<never> = { say: [{ text: CONTENT_GONE }], next: 'done' }
const DAY_MS = 24 * 60 * 60 * 1000
const MOST_SHOWN = 8

/** An everyday situation: a question at a time until it is clear what to do. */
export const situationsIntent: Intent<State> = {
  name: 'situations',
  doing: 'tìm thủ tục theo tình huống',
  lastsMs: DAY_MS,
  begins: ({ folded, heard }) => PAYLOAD.test(fold(heard.text.trim())) || FINDING.has(folded),
  async start(ctx, heard) {
    const [, slug] = PAYLOAD.exec(fold(heard.text.trim())) ?? []
    if (slug === undefined) return { say: [await sayHome(ctx)], next: 'done' }
    const situation = await findSituation(ctx, slug)
    if (!situation) return GONE
    const distrust = writeDistrust(situation.title, situation, vietnamDate(ctx.now()))
    if (distrust !== undefined) return { say: [{ text: distrust, links: linksOf(ctx, situation) }], next: 'done' }
    return goTo(ctx, situation, { step: 'question', slug, at: situation.start, path: [] })
  },
  async resume(ctx, state, heard) {
    const situation = await findSituation(ctx, state.slug)
    const question = situation?.questions[state.at]
    if (!situation || !question) return GONE
    const chosen = readChoice(question.options, readAnswerTo(state.at, heard.text))
    return chosen && goTo(ctx, situation, { ...state, at: chosen.next, path: [...state.path, state.at] })
  },
  async ask(ctx, state) {
    const situation = await findSituation(ctx, state.slug)
    return situation ? goTo(ctx, situation, state).say : GONE.say
  },
  back(state) {
    const at = state.path.at(-1)
    return at === undefined ? undefined : { ...state, at, path: state.path.slice(0, -1) }
  },
}

type Choice = Situation['questions'][string]['options'][number]

function readChoice(options: Choice[], text: string | undefined): Choice | undefined {
  if (text === undefined) return undefined
  const folded = readFolded(text)
  const at = readNumber(text)
  return options.find(({ label }) => readFolded(label) === folded) ?? (at === undefined ? undefined : options[at - 1])
}

function goTo(ctx: Ctx<Citizen>, situation: Situation, state: State): Turn<State> {
  const question = situation.questions[state.at]
  if (question !== undefined) {
    const help = question.help === null ? '' : `\n(${question.help})`
    const head = state.path.length === 0 ? `${situation.title}\n\n` : ''
    const options = question.options.map(({ label }) => answerTo(state.at, label))
    return { say: [{ text: `${head}${question.text}${help}`, options }], next: state }
  }
  const outcome = situation.outcomes[state.at]
  if (outcome === undefined) return GONE
  const text = joinParts([
    outcome.title,
    outcome.text.map((line) => `• ${line}`).join('\n'),
    writeProvenance(situation),
  ])
  return { say: [{ text, options: linkOptions(outcome), links: linksOf(ctx, situation) }], next: 'done' }
}

/** A procedure's papers are asked for with what was answered here already. */
function linkOptions({ links, answers }: Situation['outcomes'][string]): Option[] {
  return links.flatMap(({ type, slug, code, title }): Option[] => {
    if (type === 'situation') return [{ label: title, payload: `Tình huống #${slug}` }]
    if (type === 'article') return [{ label: title, payload: `Bài #${slug}` }]
    if (type !== 'procedure' || code === null) return []
    const given = answers.filter(({ procedure }) => procedure === code).map((each) => `${each.question}.${each.answer}`)
    const papers = `Giấy tờ ${code}${given.length === 0 ? '' : ` (${given.join('~')})`}`
    return [
      { label: `Giấy tờ của tôi: ${title}`, payload: papers },
      { label: `Xem thủ tục: ${title}`, payload: `Thủ tục ${code}` },
    ]
  })
}

function linksOf({ app }: Ctx<Citizen>, { slug }: Situation): Say['links'] {
  return [{ title: 'Xem trong ứng dụng', url: appLink(app, `/tinh-huong/${slug}`) }]
}

/** What most people come for, and how to ask for the rest. */
async function sayHome(ctx: Ctx<Citizen>): Promise<Say> {
  const { items }: { items: { slug: string; title: string; homeOrder: number | null }[] } = JSON.parse(
    await listItems(ctx, 'situation'),
  )
  const options = items
    .filter(({ homeOrder }) => homeOrder !== null)
    .slice(0, MOST_SHOWN)
    .map(({ slug, title }) => ({ label: title, payload: `Tình huống #${slug}` }))
  const text = 'Anh/chị cần làm việc gì? Gõ vài chữ, ví dụ “cấp lại bằng tốt nghiệp”, hoặc chọn:'
  return { text, options, links: [{ title: 'Mọi thủ tục', url: appLink(ctx.app, '/thu-tuc') }] }
}

/** Nothing when it is not published any more. */
async function findSituation(ctx: Ctx<Citizen>, slug: string): Promise<Situation | undefined> {
  try {
    return JSON.parse(String(await readItem(ctx, 'situation', slug, 'situation.not_found')))
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

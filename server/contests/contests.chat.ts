import type { z } from '@hono/zod-openapi'
import { appLink } from '../chat/app-link.ts'
import { choice, chosen, foldWords, toOptions } from '../chat/choosing.ts'
import type { Heard, Intent, Say, Turn } from '../chat/intent.ts'
import { tellMoment } from '../chat/told.ts'
import type { Citizen, Ctx } from '../ctx.ts'
import { listAnnounced, showContest } from './home.usecases.ts'
import { dropReminder, wantReminder, wantsReminder } from './reminders.usecases.ts'
import type { ContestHome } from './taking.schemas.ts'

export type ContestState = { step: 'pick' | 'acts'; slug: string }
type Home = z.input<typeof ContestHome>
type Reply = Turn<ContestState>

const HALF_HOUR_MS = 30 * 60_000
const MOST_OFFERED = 4
const BEGINS = /(?:^|\s)(?:hoi thi|cuoc thi|thi tim hieu)(?:\s|$)/
const REMIND = choice('Hội thi', 'remind' as const, 'Nhắc tôi')
const FORGET = choice('Hội thi', 'forget' as const, 'Thôi nhắc tôi')
const DONE = choice('Hội thi', 'done' as const, 'Xong')
const AT_START: ContestState = { step: 'pick', slug: '' }
const NONE = 'Hiện chưa có hội thi nào được công bố ạ. Anh/chị nhắn “trắc nghiệm” để luyện trước.'
const REMINDED =
  'Dạ, sẽ nhắc anh/chị khi vòng thi mở và một ngày trước khi đóng. Nếu lúc đó không nhắn ở đây được, tin nằm trong mục ' +
  '“Tin của tôi” của ứng dụng.'

/** News of contests: what is open and when. Papers are taken in the Mini App; nothing here counts anybody. */
export const contestIntent: Intent<ContestState> = {
  name: 'contest',
  doing: 'xem hội thi',
  lastsMs: HALF_HOUR_MS,
  begins: ({ folded }) => BEGINS.test(folded) || ['nhac toi', 'nhac lich thi'].includes(folded),
  async start(ctx) {
    const contests = await listOffered(ctx)
    const [only] = contests
    if (only === undefined) return { say: [{ text: NONE }], next: 'done' }
    return contests.length === 1 ? show(ctx, only.value) : { say: await askStep(ctx, AT_START), next: AT_START }
  },
  async resume(ctx, state, { text }) {
    if (state.step === 'acts') return act(ctx, state, text)
    const slug = chosen(await listOffered(ctx), text)?.value
    return slug === undefined ? undefined : show(ctx, slug)
  },
  ask: askStep,
  back: ({ step }) => (step === 'pick' ? undefined : AT_START),
  skip: async () => ({ say: [{ text: 'Dạ, xong ạ.' }], next: 'done' }),
}

async function listOffered(ctx: Ctx) {
  const { items } = await listAnnounced(ctx)
  const shown = items.filter(({ state }) => state !== 'archived').slice(0, MOST_OFFERED)
  return shown.map(({ slug, name }) => choice('Hội thi', slug, name))
}

async function show(ctx: Ctx<Citizen>, slug: string): Promise<Reply> {
  const next: ContestState = { step: 'acts', slug }
  return { say: await askStep(ctx, next), next }
}

async function askStep(ctx: Ctx<Citizen>, { step, slug }: ContestState): Promise<Say[]> {
  if (step === 'pick') return [{ text: 'Anh/chị muốn xem hội thi nào ạ?', options: toOptions(await listOffered(ctx)) }]
  const home = await showContest(ctx, slug)
  return [{ ...newsOf(ctx, home), options: toOptions(await actsOf(ctx, home)) }]
}

function newsOf(ctx: Ctx, { slug, name, rounds, minutes, sources }: Home): Say {
  const lines = rounds.map((round) => `• ${round.name}: ${standingOf(round)}`)
  const source = sources[0]?.title ?? 'chưa có thông tin'
  const how = `Mỗi bài ${minutes} phút, làm trong ứng dụng. Thể lệ: ${source}.`
  const links = [{ title: 'Vào hội thi', url: appLink(ctx.app, `/hoi-thi/${slug}`) }]
  return { text: [name, ...lines, how].join('\n'), links }
}

function standingOf({ state, opensAt, closesAt }: Home['rounds'][number]): string {
  if (state === 'draft' || state === 'reviewed' || state === 'scheduled') return `mở lúc ${tellMoment(opensAt)}`
  if (state === 'open') return `đang mở, đến ${tellMoment(closesAt)}`
  if (state === 'closed') return 'đã đóng, chờ kết quả'
  return state === 'official' || state === 'archived' ? 'đã có kết quả chính thức' : 'đã có kết quả tạm thời'
}

async function actsOf(ctx: Ctx<Citizen>, { slug, rounds }: Home) {
  const isToCome = rounds.some(({ state }) => state === 'scheduled' || state === 'open')
  if (!isToCome) return [DONE]
  return [(await wantsReminder(ctx, slug)) ? FORGET : REMIND, DONE]
}

async function act(ctx: Ctx<Citizen>, { slug }: ContestState, text: Heard['text']): Promise<Reply | undefined> {
  const said = foldWords(text)
  const wish = chosen(await actsOf(ctx, await showContest(ctx, slug)), text)?.value
  if (wish === 'remind' || said === 'nhac toi' || said === 'nhac em') {
    await wantReminder(ctx, slug)
    return { say: [{ text: REMINDED }], next: 'done' }
  }
  if (wish === 'forget' || said === 'thoi nhac' || said === 'dung nhac') {
    await dropReminder(ctx, slug)
    return { say: [{ text: 'Dạ, sẽ không nhắc hội thi này nữa.' }], next: 'done' }
  }
  return wish === 'done' ? { say: [{ text: 'Dạ, xong ạ.' }], next: 'done' } : undefined
}

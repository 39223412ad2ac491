import type { z } from '@hono/zod-openapi'
import type { Heard, Intent, Option, Say } from '../chat/intent.ts'
import type { Citizen, Ctx } from '../ctx.ts'
import { foldedWords } from '../search/vietnamese-text.ts'
import { writtenDay } from './campaigns.rules.ts'
import type { Campaign } from './campaigns.schemas.ts'
import { listCurrent } from './campaigns.usecases.ts'
import { previewOnPhone } from './send-steps.usecases.ts'

type Shown = z.input<typeof Campaign>
type Piece = Shown['pieces'][number] & { campaign: Shown }

const MINUTE = 60_000
const MOST_PIECES = 8
const BEGINS = new Set(['thang nay', 'thang nay co gi', 'chien dich', 'chien dich thang nay', 'su kien thang nay'])
const PREFIX = 'Tháng này: '
const PREVIEW = /^xem thu (\d{6})$/

const KIND_WORDS: Record<Piece['kind'], string> = {
  article: 'Bài viết',
  quiz: 'Câu hỏi',
  poster: 'Thông điệp',
  event: 'Sự kiện',
}

/** What runs this month: its pieces by number, each with the way to it. */
export const campaignsIntent: Intent = {
  name: 'campaigns',
  doing: 'xem nội dung tháng này',
  lastsMs: 30 * MINUTE,
  begins: ({ folded, heard }) => BEGINS.has(folded) || heard.text.startsWith(PREFIX),
  async start(ctx, heard) {
    const chosen = findChosen(await listPieces(ctx), heard)
    return chosen ? { say: [tell(ctx, chosen)], next: { step: 'pick' } } : list(ctx)
  },
  async resume(ctx, _state, heard) {
    const chosen = findChosen(await listPieces(ctx), heard)
    return chosen && { say: [tell(ctx, chosen)], next: { step: 'pick' } }
  },
  ask: async (ctx) => (await list(ctx)).say,
}

/** For staff: a test phone sees a sending as everybody will. */
export const previewIntent: Intent = {
  name: 'campaign-preview',
  doing: 'xem thử một tin',
  lastsMs: MINUTE,
  begins: ({ heard }) => PREVIEW.test(wordsOf(heard.text)),
  async start(ctx, heard) {
    const [, code = ''] = PREVIEW.exec(wordsOf(heard.text)) ?? []
    const text = await previewOnPhone(ctx, code)
    const unknown = 'Không có tin nào chờ xem thử với mã này. Mã đổi mỗi khi tin được sửa.'
    return { say: [{ text: text ?? unknown }], next: 'done' }
  },
  resume: async () => undefined,
  ask: async () => [],
}

const wordsOf = (text: string) => foldedWords(text).join(' ')

async function listPieces(ctx: Ctx<Citizen>): Promise<Piece[]> {
  const { items } = await listCurrent(ctx)
  return items.flatMap((campaign) => campaign.pieces.map((piece) => ({ ...piece, campaign }))).slice(-MOST_PIECES)
}

async function list(ctx: Ctx<Citizen>) {
  const { items } = await listCurrent(ctx)
  if (items.length === 0)
    return { say: [{ text: 'Tháng này chưa có chiến dịch nào đang diễn ra.' }], next: 'done' as const }
  const options = (await listPieces(ctx)).map(toOption)
  const lines = items.map(({ name, startsOn, endsOn }) => `${name} (${writtenDay(startsOn)} – ${writtenDay(endsOn)})`)
  const asks = options.length > 0 ? 'Anh/chị chọn một mục:' : 'Chưa có mục nào được đăng.'
  const links = items.map(({ slug, name }) => ({ title: name, url: urlOf(ctx, `/chien-dich/${slug}`) }))
  const say: Say = { text: ['Đang diễn ra:', ...lines, '', asks].join('\n'), options, links }
  return { say: [say], next: { step: 'pick' } }
}

/** The payload names the piece itself, so that a tap on an old list still means what it said. */
function toOption({ title, onDay }: Piece): Option {
  return { label: `${writtenDay(onDay)} · ${title}`, payload: PREFIX + title }
}

function findChosen(pieces: Piece[], { text }: Heard) {
  const said = wordsOf(text)
  const number = /^\d{1,2}$/.test(said) ? Number(said) : undefined
  if (number !== undefined) return pieces[number - 1]
  return pieces.find(({ title }) => said === wordsOf(PREFIX + title) || said === wordsOf(title))
}

function tell(ctx: Ctx<Citizen>, { kind, title, summary, onDay, place, path, campaign }: Piece): Say {
  const [source] = campaign.sources
  const lines = [
    `${KIND_WORDS[kind]}: ${title}`,
    summary,
    [`Ngày ${writtenDay(onDay)}`, place].filter((part) => part !== '').join(', '),
    source && `Nguồn: ${source.title}`,
  ]
  const url = urlOf(ctx, path ?? `/chien-dich/${campaign.slug}`)
  return { text: lines.filter((line) => line).join('\n\n'), links: [{ title: 'Xem trong ứng dụng', url }] }
}

function urlOf({ app }: Ctx<Citizen>, path: string) {
  return app.publicUrl + path
}

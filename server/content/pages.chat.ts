import type { z } from '@hono/zod-openapi'
import { appLink } from '../chat/app-link.ts'
import { payloadOf } from '../chat/bands.rules.ts'
import type { Intent, Option, Say, Turn } from '../chat/intent.ts'
import { joinParts, writeDate, writeDistrust, writeProvenance } from '../chat/provenance.rules.ts'
import { CONTENT_GONE } from '../chat/words.ts'
import type { Citizen, Ctx } from '../ctx.ts'
import { AppError, type ProblemCode } from '../errors.ts'
import { fold } from '../search/vietnamese-text.ts'
import { vietnamDate } from '../vietnam-time.ts'
import type { Answer, Article, DirectiveDocument, ReformIndex } from './content.schemas.ts'
import { readItem } from './content.usecases.ts'
import { plainText } from './markdown.ts'

type Kind = 'article' | 'answer' | 'document' | 'index'
type Page = { title: string; path: string; text: string; provenance: Article; related: Article['related'] }

const KINDS: Record<string, Kind> = { bai: 'article', 'hoi dap': 'answer', 'van ban': 'document', 'chi so': 'index' }
const NOT_FOUND: Record<Kind, ProblemCode> = {
  article: 'article.not_found',
  answer: 'answer.not_found',
  document: 'document.not_found',
  index: 'index.not_found',
}
const PAYLOAD = /^(bai|hoi dap|van ban|chi so) #([a-z0-9-]+)$/
const LONGEST_ANSWER = 1_200
const RELATED_SHOWN = 3

/** A page of the handbook, a directive document, an index or a short answer, said in a few lines. */
export const pagesIntent: Intent = {
  name: 'pages',
  doing: 'đọc bài',
  lastsMs: 0,
  begins: ({ heard }) => PAYLOAD.test(fold(heard.text)),
  async start(ctx, heard) {
    const [, word = '', slug = ''] = PAYLOAD.exec(fold(heard.text)) ?? []
    return sayPage(ctx, KINDS[word] ?? 'article', slug)
  },
  resume: async () => undefined,
  ask: async () => [],
}

async function sayPage(ctx: Ctx<Citizen>, kind: Kind, slug: string): Promise<Turn<never>> {
  const page = await findPage(ctx, kind, slug)
  if (page === undefined) return { say: [{ text: CONTENT_GONE }], next: 'done' }
  const distrust = writeDistrust(page.title, page.provenance, vietnamDate(ctx.now()))
  const text = distrust ?? joinParts([page.title, page.text, writeProvenance(page.provenance)])
  const say: Say = {
    text,
    options: distrust === undefined ? relatedOptions(page.related) : [],
    links: [{ title: 'Xem đầy đủ', url: appLink(ctx.app, page.path) }],
  }
  return { say: [say], next: 'done' }
}

function relatedOptions(related: Page['related']): Option[] {
  return related
    .filter(({ type }) => type === 'procedure' || type === 'situation')
    .slice(0, RELATED_SHOWN)
    .map(({ type, slug, code, title }) => ({
      label: title,
      payload: payloadOf({ type, slug, code: code ?? undefined }),
    }))
}

async function findPage(ctx: Ctx<Citizen>, kind: Kind, slug: string): Promise<Page | undefined> {
  try {
    return toPage(kind, JSON.parse(String(await readItem(ctx, kind, slug, NOT_FOUND[kind]))))
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

/** Published replies were parsed against their schema when they were made. */
function toPage(kind: Kind, reply: Article & DirectiveDocument & ReformIndex & z.infer<typeof Answer>): Page {
  const { related } = reply
  const common = { provenance: reply, related }
  if (kind === 'article') return { ...common, title: reply.title, path: `/cam-nang/${reply.slug}`, text: reply.summary }
  if (kind === 'answer')
    return { ...common, title: reply.question, path: `/hoi-dap/${reply.slug}`, text: shorten(plainText(reply.body)) }
  if (kind === 'index')
    return {
      ...common,
      title: `${reply.name}: ${reply.nameVi}`,
      path: `/chi-so/${reply.slug}`,
      text: writeIndex(reply),
    }
  const title = `${reply.kind} ${reply.number}`
  return { ...common, title, path: `/van-ban/${reply.slug}`, text: writeDocument(reply) }
}

function writeDocument({ title, summary, effectiveFrom, effectiveTo, replacedBy }: DirectiveDocument) {
  const lines = [
    title,
    summary,
    effectiveFrom === null ? 'Ngày có hiệu lực: chưa có thông tin.' : `Có hiệu lực từ ${writeDate(effectiveFrom)}.`,
    effectiveTo === null ? '' : `Hết hiệu lực từ ${writeDate(effectiveTo)}.`,
    replacedBy.length === 0 ? '' : `Đã được thay bằng: ${replacedBy.map((each) => each.title).join('; ')}.`,
  ]
  return lines.filter((line) => line !== '').join('\n')
}

function writeIndex({ measures, values }: ReformIndex) {
  const own = values.filter(({ province }) => province.startsWith('Tây Ninh')).sort((a, b) => b.year - a.year)
  const [latest] = own
  if (latest === undefined) return `${measures}\nKết quả của Tây Ninh: chưa có thông tin.`
  const { province, year, score, rank, of } = latest
  const place = rank === null ? 'hạng: chưa có thông tin' : `hạng ${rank}${of === null ? '' : ` trên ${of}`}`
  const points = score === null ? 'điểm: chưa có thông tin' : `${String(score).replace('.', ',')} điểm`
  return `${measures}\n${province}, năm ${year}: ${points}, ${place}.`
}

function shorten(text: string) {
  const letters = [...text]
  return letters.length <= LONGEST_ANSWER ? text : `${letters.slice(0, LONGEST_ANSWER).join('')}…`
}

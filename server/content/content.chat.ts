import { appLink } from '../chat/app-link.ts'
import { choice, chosen, foldWords, isNo, isYes, toOptions } from '../chat/choosing.ts'
import type { Heard, Intent, Say, Turn } from '../chat/intent.ts'
import { tellDate } from '../chat/told.ts'
import type { Citizen, Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import type { Article } from './content.schemas.ts'
import { listArticles, readItem } from './content.usecases.ts'
import { ArticleList } from './library.schemas.ts'

export type ColumnState = { step: 'column' | 'article'; column: string; shown: number }
type Reply = Turn<ColumnState>

const HALF_HOUR_MS = 30 * 60_000
const PAGE = 4
const BEGINS =
  /^(?:xem |doc |cac )?(?:chuyen muc|cam nang|bai moi|bai viet|tin cchc|cai cach hanh chinh thang nay|cchc(?: thang nay)?)(?: (?:moi|moi nhat|thang nay|cchc))*$/
const ALL = choice('Chuyên mục', '', 'Mới nhất ở mọi chuyên mục')
const MORE = choice('Bài', '', 'Xem thêm bài')
const AT_COLUMNS: ColumnState = { step: 'column', column: '', shown: 0 }

/** The handbook by columns: the newest of each, in few lines with its source and the way to the whole of it. */
export const columnsIntent: Intent<ColumnState> = {
  name: 'columns',
  doing: 'đọc cẩm nang cải cách hành chính',
  lastsMs: HALF_HOUR_MS,
  begins: ({ folded }) => BEGINS.test(folded),
  async start(ctx, heard) {
    if (/thang nay|moi/.test(foldWords(heard.text))) return list(ctx, { ...AT_COLUMNS, step: 'article' })
    return { say: await askStep(ctx, AT_COLUMNS), next: AT_COLUMNS }
  },
  async resume(ctx, state, heard) {
    if (state.step === 'article') return pick(ctx, state, heard)
    const column = chosen(await columnChoices(ctx), heard.text)?.value
    return column === undefined ? undefined : list(ctx, { step: 'article', column, shown: 0 })
  },
  ask: askStep,
  back: ({ step }) => (step === 'column' ? undefined : AT_COLUMNS),
  skip: async () => ({ say: [{ text: 'Dạ, xong ạ.' }], next: 'done' }),
}

async function askStep(ctx: Ctx, state: ColumnState): Promise<Say[]> {
  if (state.step === 'article') return (await list(ctx, state)).say
  return [{ text: 'Anh/chị muốn đọc chuyên mục nào ạ?', options: toOptions(await columnChoices(ctx)) }]
}

async function readList(ctx: Ctx, column?: string) {
  return ArticleList.parse(JSON.parse(await listArticles(ctx, column === '' ? undefined : column)))
}

async function columnChoices(ctx: Ctx) {
  const { items, columns } = await readList(ctx)
  const written = columns.filter(({ slug }) => items.some(({ column }) => column === slug))
  return [ALL, ...written.map(({ slug, title }) => choice<string>('Chuyên mục', slug, title))]
}

async function articleChoices(ctx: Ctx, { column, shown }: ColumnState) {
  const { items } = await readList(ctx, column)
  const page = items.slice(shown, shown + PAGE).map(({ slug, title }) => choice<string>('Bài', slug, title))
  return items.length > shown + PAGE ? [...page, MORE] : page
}

async function list(ctx: Ctx, next: ColumnState): Promise<Reply> {
  const articles = await articleChoices(ctx, next)
  if (articles.length === 0) return { say: [{ text: 'Chuyên mục này chưa có bài ạ.' }], next: 'done' }
  return { say: [{ text: 'Bài mới nhất. Anh/chị chọn số để đọc tóm tắt:', options: toOptions(articles) }], next }
}

async function pick(ctx: Ctx<Citizen>, state: ColumnState, { text }: Heard): Promise<Reply | undefined> {
  const articles = await articleChoices(ctx, state)
  const isMore = articles.includes(MORE) && (isYes(text) || foldWords(text) === 'xem them')
  const slug = isMore ? MORE.value : chosen(articles, text)?.value
  if (slug === MORE.value) return list(ctx, { ...state, shown: state.shown + PAGE })
  if (slug === undefined) return isNo(text) ? { say: [{ text: 'Dạ, xong ạ.' }], next: 'done' } : undefined
  const article = await findArticle(ctx, slug)
  if (article === undefined) return list(ctx, { ...state, shown: 0 })
  return { say: [tell(ctx, article)], next: state }
}

/** Nothing once it was taken off. */
async function findArticle(ctx: Ctx, slug: string): Promise<Article | undefined> {
  try {
    return JSON.parse(String(await readItem(ctx, 'article', slug, 'article.not_found')))
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

function tell(ctx: Ctx, { title, summary, sources, checkedOn, slug }: Article): Say {
  const source = sources[0]?.title ?? 'chưa có thông tin'
  return {
    text: `${title}\n${summary}\nNguồn: ${source}. Kiểm tra ngày ${tellDate(checkedOn)}.`,
    links: [{ title: 'Đọc cả bài', url: appLink(ctx.app, `/cam-nang/${slug}`) }],
  }
}

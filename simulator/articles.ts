import { z } from 'zod'
import type { Oa } from './oa.ts'
import { type Answer, invalid, refuse, type Serve } from './openapi.ts'
import type { State } from './state.ts'

const PAGE = 10
const ArticleBody = z.object({
  type: z.enum(['normal', 'video']),
  /** The documentation says 150, and 150 is refused. */
  title: z.string().min(1).max(149),
  author: z.string().max(50).optional(),
  description: z.string().max(300).optional(),
  cover: z.object({
    cover_type: z.enum(['photo', 'video']),
    photo_url: z.url({ protocol: /^https?$/ }).refine((url) => url === encodeURI(decodeURI(url))),
    status: z.enum(['show', 'hide']).optional(),
  }),
  status: z.enum(['show', 'hide']).default('hide'),
  comment: z.enum(['show', 'hide']).optional(),
  body: z
    .array(
      z.discriminatedUnion('type', [
        z.object({ type: z.literal('text'), content: z.string() }),
        z.object({ type: z.literal('image'), url: z.url(), caption: z.string().optional() }),
        z.object({ type: z.literal('video'), url: z.url(), thumb: z.string().optional() }),
      ]),
    )
    .min(1),
  related_medias: z.array(z.object({ id: z.string() })).optional(),
  tracking_link: z.string().optional(),
})
type Article = z.output<typeof ArticleBody> & { id: string; createdAt: number }
export type Articles = ReturnType<typeof createArticles>

export function createArticles() {
  const articles = new Map<string, Article>()
  const tokens = new Map<string, { article: Article; pollsLeft: number }>()
  return { articles, tokens, has: (id: string) => articles.has(id), list: () => [...articles.values()] }
}

/** Articles are made in two steps: a token at once, the id when Zalo has looked at the pictures. */
export function articleDoors(serve: Serve, { state, oa, made }: { state: State; oa: Oa; made: Articles }) {
  function begin(body: unknown, id: string): Answer {
    const parsed = ArticleBody.safeParse(body)
    if (!parsed.success) {
      const field = String(parsed.error.issues[0]?.path[0] ?? 'params')
      return field === 'cover' ? refuse(-201, 'cover value is invalid') : invalid(field)
    }
    const token = state.mint('article token')
    const article = { ...parsed.data, id, createdAt: made.articles.get(id)?.createdAt ?? state.time() }
    made.tokens.set(token, { article, pollsLeft: oa.settings.articlePolls })
    return { data: { token } }
  }

  serve('post', '/v2.0/article/create', ({ body }) => {
    if (oa.settings.articlesLeft <= 0) return refuse(-223, 'Your OA has reach the limit quota create article')
    const answer = begin(body, oa.newMessageId())
    if ('data' in answer) oa.settings.articlesLeft -= 1
    return answer
  })
  serve('post', '/v2.0/article/update', ({ body }) => {
    const id = typeof body.id === 'string' ? body.id : ''
    return made.has(id) ? begin(body, id) : invalid('id')
  })
  serve('post', '/v2.0/article/verify', ({ body }) => {
    const underway = made.tokens.get(String(body.token ?? ''))
    if (!underway) return invalid('token')
    underway.pollsLeft -= 1
    if (underway.pollsLeft >= 0) return refuse(-214, 'Media is being processed')
    made.articles.set(underway.article.id, underway.article)
    return { data: { id: underway.article.id } }
  })
  serve('post', '/v2.0/article/remove', ({ body }) =>
    made.articles.delete(String(body.id ?? '')) ? { data: {} } : invalid('id'),
  )
  serve('get', '/v2.0/article/getdetail', ({ query }) => {
    const article = made.articles.get(query.id ?? '')
    return article ? { data: article } : invalid('id')
  })
  serve('get', '/v2.0/article/getslice', ({ query }) => {
    const [offset, limit] = [Number(query.offset ?? 0), Number(query.limit ?? PAGE)]
    const { type } = query
    if (type !== 'normal' && type !== 'video') return refuse(-201, 'type accept only 2 value normal and video.')
    if (!(limit <= PAGE)) return refuse(-201, 'maximum limit is 10')
    const all = made.list().filter((article) => article.type === type)
    const medias = all.slice(offset, offset + limit).map(({ id, title, type, status, createdAt }) => {
      return { id, title, type, status, total_view: '0', create_date: createdAt, update_date: createdAt }
    })
    return { data: { medias, total: all.length } }
  })
}

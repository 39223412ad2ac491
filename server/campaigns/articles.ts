import type { Ctx } from '../ctx.ts'
import type { OaArticle } from '../zalo/oa-articles.ts'
import type { OaAnswer } from '../zalo/oa-client.ts'
import type { SendBody } from './sends.schemas.ts'

/** What Zalo said to one request; `unknown`: the answer was lost, so that it may have been done. */
export type Told<T> =
  | ({ outcome: 'told' } & T)
  | { outcome: 'refused'; why: string }
  | { outcome: 'later'; why: string }
  | { outcome: 'unknown'; why: string }

/** What a campaign asks of the Official Account besides messages to one person. */
export type Articles = {
  /** Zalo makes an article in its own time, and gives a token to ask by. */
  create: (article: OaArticle) => Promise<Told<{ token: string }>>
  /** The article's id once it is made; nothing while Zalo is at it. */
  verify: (token: string) => Promise<Told<{ articleId: string | null }>>
  /** Replaces an article; doing it twice is as good as once. */
  update: (articleId: string, article: OaArticle) => Promise<Told<{ token: string }>>
  /** To every follower; cannot be called back, so it is asked once. */
  broadcast: (articleId: string) => Promise<Told<{ messageId: string }>>
}

/** Nothing where no Official Account is set up. */
export function articlesOf({ zalo: { oa } }: Pick<Ctx, 'zalo'>): Articles | undefined {
  if (oa === undefined) return undefined
  return {
    create: async (article) => read(await oa.createArticle(article), ({ token }) => ({ token })),
    async verify(token) {
      const answer = await oa.verifyArticle(token)
      if (answer.outcome === 'failed' && answer.kind === 'poll') return { outcome: 'told', articleId: null }
      return read(answer, ({ id = null }) => ({ articleId: id }))
    },
    update: async (id, article) => read(await oa.updateArticle(id, article), ({ token }) => ({ token })),
    broadcast: async (id) => read(await oa.broadcast(id, {}), ({ message_id }) => ({ messageId: message_id })),
  }
}

/** Refusals that say no more than "not now": nothing was done, and it may be asked again. */
const NOT_NOW = new Set(['slow_down', 'schedule', 'refresh', 'poll'])

function read<T, R>(answer: OaAnswer<T>, take: (data: T) => R): Told<R> {
  switch (answer.outcome) {
    case 'done':
      return { outcome: 'told', ...take(answer.data) }
    case 'failed':
      return { outcome: NOT_NOW.has(answer.kind) ? 'later' : 'refused', why: answer.why }
    case 'no_token':
      return { outcome: 'later', why: 'no_token' }
    case 'lost':
      return { outcome: 'unknown', why: 'no_answer' }
  }
}

const AUTHOR = 'Sở GDĐT Tây Ninh'

/** Zalo takes a paragraph as HTML: what officers typed stays text. */
export function toArticle({ title, summary, text, coverUrl }: SendBody, { isShown }: { isShown: boolean }): OaArticle {
  const paragraphs = text.split(/\n+/).filter((line) => line.trim() !== '')
  const body = paragraphs.map((line) => ({ type: 'text' as const, content: `<p>${escapeHtml(line)}</p>` }))
  return { title, author: AUTHOR, description: summary, coverUrl: coverUrl ?? '', body, isShown }
}

function escapeHtml(text: string) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

import type { Ctx } from '../ctx.ts'
import type { Articles, OaArticle } from '../zalo/oa-articles.ts'
import type { SendBody } from './sends.schemas.ts'

/** Nothing where no Official Account is set up. */
export function articlesOf({ zalo }: Pick<Ctx, 'zalo'>): Articles | undefined {
  return zalo.oa
}

const AUTHOR = 'Sở GDĐT Tây Ninh'

export function toArticle({ title, summary, text, coverUrl }: SendBody, { isShown }: { isShown: boolean }): OaArticle {
  const paragraphs = text.split(/\n+/).filter((line) => line.trim() !== '')
  return { title, author: AUTHOR, description: summary, coverUrl: coverUrl ?? '', paragraphs, isShown }
}

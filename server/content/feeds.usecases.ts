import type { z } from '@hono/zod-openapi'
import type { Ctx } from '../ctx.ts'
import * as queries from './content.queries.ts'
import type { ArticleSummary } from './content.schemas.ts'

export type FeedArticle = z.infer<typeof ArticleSummary>

export async function listFeedArticles(ctx: Ctx): Promise<FeedArticle[]> {
  const summaries = await queries.listSummaries(ctx.db, { kind: 'article', order: 'newest' })
  return summaries.map((text) => JSON.parse(text))
}

const SCREENS: Record<string, string> = {
  procedure: '/thu-tuc',
  article: '/cam-nang',
  document: '/van-ban',
  index: '/chi-so',
  situation: '/tinh-huong',
}

/** Every page with an address of its own, and the day its facts were last checked. */
export async function listPublishedPages(ctx: Ctx): Promise<{ path: string; checkedOn: string | null }[]> {
  const items = await queries.listSlugs(ctx.db)
  const pages = items.flatMap(({ kind, slug, code, checkedOn }) => {
    const screen = SCREENS[kind]
    if (screen === undefined) return []
    return [{ path: `${screen}/${kind === 'procedure' ? code : slug}`, checkedOn }]
  })
  return [{ path: '/', checkedOn: null }, ...pages]
}

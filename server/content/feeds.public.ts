import type { Ctx } from '../ctx.ts'
import type { Api } from '../http/api.ts'
import { atomFeed, jsonFeed, sitemap } from './feeds.rules.ts'
import { listFeedArticles, listPublishedPages } from './feeds.usecases.ts'

/** Feeds and the sitemap: what readers and search engines follow. */
export function feedDoors(api: Api) {
  const atom = async (ctx: Ctx) => atomFeed(await listFeedArticles(ctx), ctx.app.publicUrl)
  const json = async (ctx: Ctx) => jsonFeed(await listFeedArticles(ctx), ctx.app.publicUrl)
  const map = async (ctx: Ctx) => sitemap(await listPublishedPages(ctx), ctx.app.publicUrl)
  api.file('/feeds/articles.xml', 'application/atom+xml; charset=utf-8', atom)
  api.file('/feeds/articles.json', 'application/feed+json; charset=utf-8', json)
  api.file('/sitemap.xml', 'application/xml; charset=utf-8', map)
  api.file(
    '/robots.txt',
    'text/plain; charset=utf-8',
    async (ctx) => `User-agent: *\nAllow: /\nSitemap: ${ctx.app.publicUrl}/sitemap.xml\n`,
  )
}

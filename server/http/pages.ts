import { readFileSync } from 'node:fs'
import type { Context } from 'hono'
import { makeReply, type PublishedReplies, toResponse } from './published-replies.ts'
import { FRAMED_BY_US } from './security-headers.ts'

/** What a browser and a search engine read of a page before the app has started. */
export type PageHead = { title: string; description: string; path: string; jsonLd?: object }

const APP_NAME = 'Hành chính giáo dục Tây Ninh'

/** The app's own page, with the head of the address it is asked for. */
export function createPages({
  indexFile,
  publicUrl,
  replies,
}: {
  indexFile: string
  publicUrl: string
  replies: PublishedReplies
}) {
  const html = readFileSync(indexFile, 'utf8')

  function fill({ title, description, path, jsonLd }: PageHead) {
    const head = [
      `<title>${escapeHtml(title === APP_NAME ? title : `${title} – ${APP_NAME}`)}</title>`,
      `<meta name="description" content="${escapeHtml(description)}">`,
      `<link rel="canonical" href="${escapeHtml(publicUrl + path)}">`,
      `<meta property="og:title" content="${escapeHtml(title)}">`,
      `<meta property="og:description" content="${escapeHtml(description)}">`,
      `<link rel="alternate" type="application/atom+xml" href="/feeds/articles.xml" title="${APP_NAME}">`,
      ...(jsonLd === undefined
        ? []
        : [`<script type="application/ld+json">${escapeScript(JSON.stringify(jsonLd))}</script>`]),
    ].join('\n    ')
    return html.replace(/<title>[^<]*<\/title>/, head)
  }

  return {
    /** One page serves every query on its address: the query belongs to the app. */
    async send(context: Context, describe: () => Promise<PageHead> | PageHead) {
      const kept = replies.find(context.req.path)
      if (kept) return toResponse(kept, context.req.raw)
      const generation = replies.generation
      const page = Buffer.from(fill(await describe()))
      const reply = await makeReply(page, { contentType: 'text/html; charset=utf-8', cacheControl: 'public, no-cache' })
      replies.keep(context.req.path, reply, generation)
      return toResponse(reply, context.req.raw)
    },
    /** A draft: for nobody's list and nobody's cache; the staff web shows it in a frame beside its form. */
    sendPreview(context: Context) {
      const page = fill({ title: 'Bản xem trước', description: 'Bản chưa công bố.', path: '/' })
      return context.html(page.replace('<title>', '<meta name="robots" content="noindex">\n    <title>'), 200, {
        'x-robots-tag': 'noindex',
        'cache-control': 'no-store',
        'content-security-policy': FRAMED_BY_US,
      })
    },
    /** What changes without content being published, so that no copy of it is kept. */
    sendFresh: (context: Context, head: PageHead) => context.html(fill(head), 200, { 'cache-control': 'no-cache' }),
    /** What only its sender opens: in no list and no cache, whatever code stands in the address. */
    sendPrivate(context: Context, head: { title: string; description: string }) {
      const page = fill({ ...head, path: '/' })
      return context.html(page.replace('<title>', '<meta name="robots" content="noindex">\n    <title>'), 200, {
        'x-robots-tag': 'noindex',
        'cache-control': 'no-store',
      })
    },
    /** What was taken off for good. */
    sendGone: (context: Context) =>
      context.html(fill({ title: 'Trang đã gỡ', description: 'Trang này không còn nữa.', path: '/' }), 410),
    /** A page for an address we do not know: the app says so itself, the status says it to machines. */
    sendNotFound: (context: Context) =>
      context.html(
        fill({ title: 'Không tìm thấy trang', description: 'Địa chỉ này không có trang nào.', path: '/' }),
        404,
      ),
  }
}
export type Pages = ReturnType<typeof createPages>

function escapeHtml(text: string) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** `</script>` inside JSON would end the block. */
function escapeScript(json: string) {
  return json.replaceAll('<', '\\u003c')
}

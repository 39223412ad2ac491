import type { FeedArticle } from './feeds.usecases.ts'

const NAME = 'Hành chính giáo dục Tây Ninh: cẩm nang'

export function atomFeed(articles: FeedArticle[], publicUrl: string): string {
  const updated = articles[0]?.publishedOn ?? '1970-01-01'
  const entries = articles.map((article) => {
    const url = `${publicUrl}/cam-nang/${article.slug}`
    return `  <entry>
    <id>${escapeXml(url)}</id>
    <title>${escapeXml(article.title)}</title>
    <link href="${escapeXml(url)}"/>
    <updated>${article.publishedOn}T00:00:00+07:00</updated>
    <summary>${escapeXml(article.summary)}</summary>
  </entry>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
  <id>${escapeXml(publicUrl)}/</id>
  <title>${NAME}</title>
  <author><name>Sở Giáo dục và Đào tạo Tây Ninh</name></author>
  <link rel="self" href="${escapeXml(publicUrl)}/feeds/articles.xml"/>
  <link href="${escapeXml(publicUrl)}/"/>
  <updated>${updated}T00:00:00+07:00</updated>
${entries.join('\n')}
</feed>
`
}

/** JSON Feed 1.1. */
export function jsonFeed(articles: FeedArticle[], publicUrl: string): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: NAME,
    home_page_url: `${publicUrl}/`,
    feed_url: `${publicUrl}/feeds/articles.json`,
    language: 'vi',
    items: articles.map((article) => ({
      id: `${publicUrl}/cam-nang/${article.slug}`,
      url: `${publicUrl}/cam-nang/${article.slug}`,
      title: article.title,
      content_text: article.summary,
      date_published: `${article.publishedOn}T00:00:00+07:00`,
      tags: [article.column],
    })),
  })
}

export function sitemap(pages: { path: string; checkedOn: string | null }[], publicUrl: string): string {
  const rows = pages.map(({ path, checkedOn }) => {
    const changed = checkedOn === null ? '' : `<lastmod>${checkedOn}</lastmod>`
    return `  <url><loc>${escapeXml(publicUrl + path)}</loc>${changed}</url>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${rows.join('\n')}
</urlset>
`
}

function escapeXml(text: string) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

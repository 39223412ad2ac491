import { Article, ArticleFile, ArticleSummary } from './content.schemas.ts'
import { defineKind, linksTo, relatedReferences } from './kind.ts'
import { checkMarkdown, internalLinks, parseMarkdown, plainText } from './markdown.ts'

export const articleKind = defineKind({
  kind: 'article',
  written: ArticleFile,
  reply: Article,
  summary: ArticleSummary.strip(),
  check: (article) => checkMarkdown(article.body, ['body']),
  publish(article) {
    const { searchTerms, related, body, ...shown } = article
    const blocks = parseMarkdown(body)
    return {
      slug: article.slug,
      code: article.key,
      title: article.title,
      sortKey: article.publishedOn,
      section: article.column,
      references: [...relatedReferences(related), ...internalLinks(body, ['body'])],
      documentNumbers: [],
      codes: [],
      search: {
        type: 'article',
        otherCodes: [],
        plainTitle: article.title,
        summary: article.summary,
        terms: searchTerms,
        body: plainText(blocks),
        listedOnly: false,
      },
      toReply: (look) => ({ ...shown, body: blocks, related: linksTo(related, look), ...look.standing }),
      toSummary: () => shown,
    }
  },
})

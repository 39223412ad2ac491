import { Article, ArticleFile, ArticleSummary } from './content.schemas.ts'
import { type ContentFolder, readMarkdown } from './content-folder.ts'
import { parseMarkdown, plainText } from './markdown.ts'
import type { LinkTo, SeedItem } from './seed-item.ts'

export function readArticles(folder: ContentFolder): SeedItem[] {
  return folder.list('articles', '.md').flatMap((file) =>
    readMarkdown(folder, ArticleFile, file).flatMap(({ value, lineOf, body, bodyLine }) => {
      const { searchTerms, related, ...shown } = value
      if (!file.endsWith(`/${value.slug}.md`))
        folder.problem(file, lineOf(['slug']), `the file should be named ${value.slug}.md`)
      const blocks = readBlocks(folder, file, bodyLine, body)
      return {
        kind: 'article' as const,
        slug: value.slug,
        code: value.key,
        title: value.title,
        sortKey: value.publishedOn,
        section: value.column,
        file,
        body: { ...value, body },
        references: [
          ...related.map((to, index) => ({ to, line: lineOf(['related', index]) })),
          ...internalLinks(body).map((to) => ({ to, line: bodyLine })),
        ],
        codes: [],
        search: {
          type: 'article' as const,
          otherCodes: [],
          plainTitle: value.title,
          summary: value.summary,
          terms: searchTerms,
          body: plainText(blocks),
          listedOnly: false,
        },
        toReply: (linkTo: LinkTo) => Article.parse({ ...shown, body: blocks, related: related.map(linkTo) }),
        toSummary: () => ArticleSummary.strip().parse(shown),
      }
    }),
  )
}

function readBlocks(folder: ContentFolder, file: string, line: number, body: string) {
  try {
    return parseMarkdown(body)
  } catch (error) {
    folder.problem(file, line, error instanceof Error ? error.message : 'not readable')
    return []
  }
}

const SCREENS: Record<string, string> = {
  'thu-tuc': 'procedure',
  'cam-nang': 'article',
  'van-ban': 'document',
  'tinh-huong': 'situation',
  'chi-so': 'index',
}

/** Links of a text to our own screens, as references, so that they are checked like all others. */
function internalLinks(markdown: string) {
  return [...markdown.matchAll(/\]\(\/([a-z-]+)\/([^)#?\s]+)/g)].flatMap(([, screen, name]) => {
    const type = SCREENS[screen ?? '']
    return type === undefined ? [] : [`${type}:${name}`]
  })
}

import { z } from '@hono/zod-openapi'
import { readProcedures } from '../procedures/procedures.seed.ts'
import { fold } from '../search/vietnamese-text.ts'
import {
  Article,
  ArticleFile,
  ArticleSummary,
  CalendarFile,
  DirectiveDocument,
  DocumentFile,
  IndexFile,
  ReformIndex,
  Situation,
  SituationFile,
} from './content.schemas.ts'
import { type ContentFolder, openContentFolder, readMarkdown, readYaml } from './content-folder.ts'
import { Column, DocumentSummary, IndexSummary, SituationSummary } from './library.schemas.ts'
import { parseMarkdown, plainText } from './markdown.ts'
import type { LinkTo, SeedItem } from './seed-item.ts'

/** Every content file as items whose references all lead somewhere; otherwise throws `ContentProblems`. */
export function readContent(root: string): { items: SeedItem[]; linkTo: LinkTo } {
  const folder = openContentFolder(root)
  const documents = readDocuments(folder)
  folder.setDocumentNumbers(new Map(documents.map((item) => [item.code ?? '', item.slug])))
  const items = [
    ...documents,
    ...readProcedures(folder),
    ...readArticles(folder),
    ...readIndices(folder),
    ...readSituations(folder),
    ...readColumns(folder),
    ...readCalendars(folder),
  ]
  const linkTo = checkNames(folder, items)
  folder.throwProblems()
  return { items, linkTo }
}

/** Fails for two files of one name and for a reference to nothing; returns how references become links. */
function checkNames(folder: ContentFolder, items: SeedItem[]): LinkTo {
  const named = new Map<string, SeedItem>()
  for (const item of items) {
    const names = [`${item.kind}:${item.slug}`, ...(item.kind === 'procedure' ? [`procedure:${item.code}`] : [])]
    for (const name of names) {
      const other = named.get(name)
      if (other) folder.problem(item.file, 1, `${name} is also the name of ${other.file}`)
      named.set(name, item)
    }
  }
  for (const item of items) {
    for (const { to, line } of item.references) {
      if (!named.has(to)) folder.problem(item.file, line, `${to} leads nowhere`)
    }
  }
  return (reference) => {
    const item = named.get(reference)
    if (!item) throw new Error(`${reference} leads nowhere`)
    return {
      type: z.enum(['procedure', 'article', 'document', 'situation', 'index']).parse(item.kind),
      slug: item.slug,
      code: item.code,
      title: item.title,
    }
  }
}

const withoutSearch = { codes: [], search: null, references: [] }

function readArticles(folder: ContentFolder): SeedItem[] {
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
        sortKey: `${value.publishedOn} ${fold(value.title)}`,
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

function readDocuments(folder: ContentFolder): SeedItem[] {
  const files = folder
    .list('documents', '.yaml')
    .flatMap((file) => readYaml(folder, DocumentFile, file).map((read) => ({ ...read, file })))
  return files.map(({ value, lineOf, file }) => {
    const { searchTerms, related, replacedBy, amendedBy, ...shown } = value
    const references = (['replacedBy', 'amendedBy'] as const).flatMap((key) =>
      value[key].map((slug, index) => ({ to: `document:${slug}`, line: lineOf([key, index]) })),
    )
    const replaces = files
      .filter((other) => other.value.replacedBy.includes(value.slug))
      .map((other) => `document:${other.value.slug}`)
    return {
      kind: 'document',
      slug: value.slug,
      code: value.number,
      title: `${value.kind} ${value.number}: ${value.title}`,
      sortKey: value.issuedOn ?? value.effectiveFrom ?? '0000',
      section: value.kind,
      file,
      body: value,
      references: [...references, ...related.map((to, index) => ({ to, line: lineOf(['related', index]) }))],
      codes: [],
      search: {
        type: 'document',
        otherCodes: [value.number],
        plainTitle: `${value.kind} ${value.number}`,
        summary: value.summary,
        terms: searchTerms,
        body: `${value.title}\n${value.summary}`,
        listedOnly: false,
      },
      toReply: (linkTo) =>
        DirectiveDocument.parse({
          ...shown,
          replacedBy: replacedBy.map((slug) => linkTo(`document:${slug}`)),
          amendedBy: amendedBy.map((slug) => linkTo(`document:${slug}`)),
          replaces: replaces.map(linkTo),
          related: related.map(linkTo),
        }),
      toSummary: () => DocumentSummary.strip().parse({ ...shown, isReplaced: replacedBy.length > 0 }),
    }
  })
}

function readIndices(folder: ContentFolder): SeedItem[] {
  return folder.list('indices', '.yaml').flatMap((file) =>
    readYaml(folder, IndexFile, file).map(({ value, lineOf }) => {
      const { searchTerms, related, ...shown } = value
      const [latest] = value.values
        .filter((each) => each.province.startsWith('Tây Ninh'))
        .sort((a, b) => b.year - a.year)
      return {
        kind: 'index' as const,
        slug: value.slug,
        code: value.name,
        title: `${value.name}: ${value.nameVi}`,
        sortKey: fold(value.name),
        section: null,
        file,
        body: value,
        references: related.map((to, index) => ({ to, line: lineOf(['related', index]) })),
        codes: [],
        search: {
          type: 'index' as const,
          otherCodes: [],
          plainTitle: value.name,
          summary: value.nameVi,
          terms: searchTerms,
          body: [value.measures, ...value.notes, ...value.facts.map((fact) => fact.text)].join('\n'),
          listedOnly: false,
        },
        toReply: (linkTo: LinkTo) => ReformIndex.parse({ ...shown, related: related.map(linkTo) }),
        toSummary: () => IndexSummary.strip().parse({ ...shown, latest: latest ? pickLatest(latest) : null }),
      }
    }),
  )
}

function pickLatest({ province, year, score, rank, of }: IndexFile['values'][number]) {
  return { province, year, score, rank, of }
}

function readSituations(folder: ContentFolder): SeedItem[] {
  return folder.list('situations', '.yaml').flatMap((file) =>
    readYaml(folder, SituationFile, file).map(({ value, lineOf }) => {
      const { searchTerms, outcomes, ...shown } = value
      const references = Object.entries(outcomes).flatMap(([key, outcome]) => [
        ...outcome.links.map((to, index) => ({ to, line: lineOf(['outcomes', key, 'links', index]) })),
        ...outcome.answers.map(({ procedure }, index) => ({
          to: `procedure:${procedure}`,
          line: lineOf(['outcomes', key, 'answers', index]),
        })),
      ])
      return {
        kind: 'situation' as const,
        slug: value.slug,
        code: null,
        title: value.title,
        sortKey: `${String(value.homeOrder ?? 99).padStart(2, '0')} ${fold(value.title)}`,
        section: null,
        file,
        body: value,
        references,
        codes: [],
        search: {
          type: 'situation' as const,
          otherCodes: [],
          plainTitle: value.title,
          summary: value.summary,
          terms: searchTerms,
          body: Object.values(value.questions)
            .map((question) => question.text)
            .join('\n'),
          listedOnly: false,
        },
        toReply: (linkTo: LinkTo) =>
          Situation.parse({
            ...shown,
            outcomes: Object.fromEntries(
              Object.entries(outcomes).map(([key, outcome]) => [key, { ...outcome, links: outcome.links.map(linkTo) }]),
            ),
          }),
        toSummary: () => SituationSummary.strip().parse(shown),
      }
    }),
  )
}

function readColumns(folder: ContentFolder): SeedItem[] {
  return readYaml(folder, z.array(Column), 'columns.yaml').flatMap(({ value }) =>
    value.map((column, position) => ({
      ...withoutSearch,
      kind: 'column' as const,
      slug: column.slug,
      code: null,
      title: column.title,
      sortKey: String(position).padStart(2, '0'),
      section: null,
      file: 'columns.yaml',
      body: column,
      toReply: () => column,
      toSummary: () => column,
    })),
  )
}

function readCalendars(folder: ContentFolder): SeedItem[] {
  return folder.list('calendar', '.yaml').flatMap((file) =>
    readYaml(folder, CalendarFile, file).map(({ value }) => ({
      ...withoutSearch,
      kind: 'calendar' as const,
      slug: String(value.year),
      code: null,
      title: `Lịch làm việc năm ${value.year}`,
      sortKey: String(value.year),
      section: null,
      file,
      body: value,
      toReply: () => value,
      toSummary: () => value,
    })),
  )
}

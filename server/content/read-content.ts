import { z } from '@hono/zod-openapi'
import { readProcedures } from '../procedures/procedures.seed.ts'
import { parseContent } from './content-file.ts'
import { type ContentFolder, openContentFolder } from './content-folder.ts'
import type { Look } from './kind.ts'
import { KINDS } from './kinds.ts'
import { Link } from './provenance.schemas.ts'
import { readItems, type SeedItem, toSeedItem } from './seed-item.ts'

/** Every content file as items whose references all lead somewhere; otherwise throws `ContentProblems`. */
export function readContent(root: string): { items: SeedItem[]; look: Look } {
  const folder = openContentFolder(root)
  const ofFiles = (kind: keyof typeof KINDS, directory: string, ending = '.yaml') =>
    folder.list(directory, ending).flatMap((file) => readItems(folder, KINDS[kind], file))
  const articles = ofFiles('article', 'articles', '.md')
  for (const { file, slug } of articles)
    if (!file.endsWith(`/${slug}.md`)) folder.problem(file, 1, `the file should be named ${slug}.md`)
  const items = [
    ...ofFiles('document', 'documents'),
    ...readProcedures(folder),
    ...articles,
    ...ofFiles('index', 'indices'),
    ...ofFiles('situation', 'situations'),
    ...ofFiles('answer', 'answers'),
    ...ofFiles('announcement', 'announcements'),
    ...readColumns(folder),
    ...ofFiles('calendar', 'calendar'),
  ]
  // A file that could not be read would make every reference to it look wrong too.
  folder.throwProblems()
  const named = checkNames(folder, items)
  folder.throwProblems()
  return { items, look: lookAmong(items, named) }
}

/** One file holds all columns. */
function readColumns(folder: ContentFolder): SeedItem[] {
  const file = 'columns.yaml'
  const parsed = parseContent(z.array(KINDS.column.written), folder.text(file), file)
  if ('problems' in parsed) {
    for (const { line, message } of parsed.problems) folder.problem(file, line, message)
    return []
  }
  return parsed.value.flatMap((value, at) =>
    toSeedItem(folder, KINDS.column, { file, value, lineOf: () => parsed.lineOf([at]) }),
  )
}

/** Tells of two files of one name and of a reference to nothing. */
function checkNames(folder: ContentFolder, items: SeedItem[]): Map<string, SeedItem> {
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
    for (const { to, path } of item.references) {
      if (!named.has(to)) folder.problem(item.file, item.lineOf(path), `${to} leads nowhere`)
    }
  }
  return named
}

/** What the files say of one another, before any of them is stored. */
function lookAmong(items: SeedItem[], named: Map<string, SeedItem>): Look {
  const documents = new Map(items.filter(({ kind }) => kind === 'document').map(({ code, slug }) => [code, slug]))
  return {
    linkTo(reference) {
      const item = named.get(reference)
      return item && Link.parse({ type: item.kind, slug: item.slug, code: item.code, title: item.title })
    },
    documentOf: (number) => (documents.has(number) ? `document:${documents.get(number)}` : undefined),
    replacedBy: (slug) =>
      items
        .filter(({ references }) => references.some(({ to, role }) => role && to === `document:${slug}`))
        .map((item) => `document:${item.slug}`),
    standing: {},
  }
}

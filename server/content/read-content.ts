import { z } from '@hono/zod-openapi'
import { readProcedures } from '../procedures/procedures.seed.ts'
import { readArticles } from './articles.seed.ts'
import { readCalendars } from './calendars.seed.ts'
import { readColumns } from './columns.seed.ts'
import { type ContentFolder, openContentFolder } from './content-folder.ts'
import { readDocuments } from './documents.seed.ts'
import { readIndices } from './indices.seed.ts'
import type { LinkTo, SeedItem } from './seed-item.ts'
import { readSituations } from './situations.seed.ts'

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
  // A file that could not be read would make every reference to it look wrong too.
  folder.throwProblems()
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

import { DirectiveDocument, DocumentFile } from './content.schemas.ts'
import { type ContentFolder, readYaml } from './content-folder.ts'
import { DocumentSummary } from './library.schemas.ts'
import type { SeedItem } from './seed-item.ts'

export function readDocuments(folder: ContentFolder): SeedItem[] {
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

import { fold } from '../search/vietnamese-text.ts'
import { IndexFile, ReformIndex } from './content.schemas.ts'
import { type ContentFolder, readYaml } from './content-folder.ts'
import { IndexSummary } from './library.schemas.ts'
import type { LinkTo, SeedItem } from './seed-item.ts'

export function readIndices(folder: ContentFolder): SeedItem[] {
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

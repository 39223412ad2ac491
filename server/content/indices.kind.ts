import { fold } from '../search/vietnamese-text.ts'
import { IndexFile, ReformIndex } from './content.schemas.ts'
import { defineKind, linksTo, relatedReferences } from './kind.ts'
import { IndexSummary } from './library.schemas.ts'

export const indexKind = defineKind({
  kind: 'index',
  written: IndexFile,
  reply: ReformIndex,
  summary: IndexSummary.strip(),
  check: () => [],
  publish(index) {
    const { searchTerms, related, ...shown } = index
    const [latest] = index.values.filter((each) => each.province.startsWith('Tây Ninh')).sort((a, b) => b.year - a.year)
    return {
      slug: index.slug,
      code: index.name,
      title: `${index.name}: ${index.nameVi}`,
      sortKey: fold(index.name),
      section: null,
      references: relatedReferences(related),
      documentNumbers: [],
      codes: [],
      search: {
        type: 'index',
        otherCodes: [],
        plainTitle: index.name,
        summary: index.nameVi,
        terms: searchTerms,
        body: [index.measures, ...index.notes, ...index.facts.map((fact) => fact.text)].join('\n'),
        listedOnly: false,
      },
      toReply: (look) => ({ ...shown, related: linksTo(related, look), ...look.standing }),
      toSummary: () => ({ ...shown, latest: latest ? pickLatest(latest) : null }),
    }
  },
})

function pickLatest({ province, year, score, rank, of }: IndexFile['values'][number]) {
  return { province, year, score, rank, of }
}

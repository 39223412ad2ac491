import { fold } from '../search/vietnamese-text.ts'
import { Situation, SituationFile } from './content.schemas.ts'
import { type ContentFolder, readYaml } from './content-folder.ts'
import { SituationSummary } from './library.schemas.ts'
import type { LinkTo, SeedItem } from './seed-item.ts'

export function readSituations(folder: ContentFolder): SeedItem[] {
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

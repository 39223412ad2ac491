import type { z } from '@hono/zod-openapi'
import { fold } from '../search/vietnamese-text.ts'
import { Situation, SituationFile } from './content.schemas.ts'
import { defineKind, type KindProblem, linksTo, type Reference } from './kind.ts'
import { SituationSummary } from './library.schemas.ts'

type Tree = z.infer<typeof SituationFile>

export const situationKind = defineKind({
  kind: 'situation',
  written: SituationFile,
  reply: Situation,
  summary: SituationSummary.strip(),
  check: checkTree,
  publish(situation) {
    const { searchTerms, outcomes, ...shown } = situation
    return {
      slug: situation.slug,
      code: null,
      title: situation.title,
      sortKey: `${String(situation.homeOrder ?? 99).padStart(2, '0')} ${fold(situation.title)}`,
      section: null,
      references: outcomeReferences(outcomes),
      documentNumbers: [],
      codes: [],
      search: {
        type: 'situation',
        otherCodes: [],
        plainTitle: situation.title,
        summary: situation.summary,
        terms: searchTerms,
        body: Object.values(situation.questions)
          .map((question) => question.text)
          .join('\n'),
        listedOnly: false,
      },
      toReply: (look) => ({
        ...shown,
        outcomes: Object.fromEntries(
          Object.entries(outcomes).map(([key, outcome]) => [key, { ...outcome, links: linksTo(outcome.links, look) }]),
        ),
        ...look.standing,
      }),
      toSummary: () => shown,
    }
  },
})

function outcomeReferences(outcomes: Tree['outcomes']): Reference[] {
  return Object.entries(outcomes).flatMap(([key, { links, answers }]) => [
    ...links.map((to, at) => ({ to, path: ['outcomes', key, 'links', at] })),
    ...answers.map(({ procedure }, at) => ({ to: `procedure:${procedure}`, path: ['outcomes', key, 'answers', at] })),
  ])
}

/** Every answer leads to a question or an outcome that exists, none in a circle, and nothing stands unreached. */
function checkTree({ start, questions, outcomes }: Tree): KindProblem[] {
  const problems: KindProblem[] = []
  const reached = new Set<string>()
  function walk(at: string, from: KindProblem['path'], above: readonly string[]) {
    if (above.includes(at)) {
      problems.push({ path: from, code: 'circle', message: `"${at}" leads back to itself` })
      return
    }
    const seen = reached.has(at)
    reached.add(at)
    if (outcomes[at] !== undefined) return
    const question = questions[at]
    if (question === undefined) {
      problems.push({ path: from, code: 'leads_nowhere', message: `no question or outcome "${at}"` })
      return
    }
    if (seen) return
    question.options.forEach((option, index) => {
      walk(option.next, ['questions', at, 'options', index, 'next'], [...above, at])
    })
  }
  walk(start, ['start'], [])
  const unreached = [
    ...Object.keys(questions).map((key) => ['questions', key]),
    ...Object.keys(outcomes).map((key) => ['outcomes', key]),
  ].filter(([, key = '']) => !reached.has(key))
  return [...problems, ...unreached.map((path) => ({ path, code: 'never_reached', message: 'no answer leads here' }))]
}

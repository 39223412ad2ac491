import { defineKind, type KindProblem, linksTo, type Path, relatedReferences } from '../content/kind.ts'
import { fold } from '../search/vietnamese-text.ts'
import { Procedure, ProcedureFile, ProcedureSummary } from './procedures.schemas.ts'

export const procedureKind = defineKind({
  kind: 'procedure',
  written: ProcedureFile,
  reply: Procedure,
  summary: ProcedureSummary.strip(),
  check: checkConditions,
  publish(procedure) {
    const { searchTerms, related, ...shown } = procedure
    const isListed = procedure.detail === 'listed'
    return {
      slug: procedure.slug,
      code: procedure.code,
      title: procedure.plainName,
      // Full records come first in every list.
      sortKey: `${isListed ? '1' : '0'} ${fold(procedure.plainName)}`,
      section: procedure.field,
      references: relatedReferences(related),
      documentNumbers: procedure.legalBasis.map(({ number }) => number),
      codes: [
        { code: procedure.code, isCurrent: true, reason: null, position: 0 },
        ...procedure.predecessors.map(({ code, reason }, position) => ({ code, isCurrent: false, reason, position })),
      ],
      search: {
        type: isListed && procedure.slug.startsWith(CATALOGUE_SLUG) ? 'catalogue' : 'procedure',
        otherCodes: procedure.predecessors.map(({ code }) => code),
        plainTitle: procedure.plainName,
        summary: procedure.summary ?? procedure.timeSummary ?? procedure.field,
        terms: searchTerms,
        body: searchBody(procedure),
        listedOnly: isListed,
      },
      toReply: (look) => ({
        ...shown,
        related: linksTo(related, look),
        legalBasis: procedure.legalBasis.map((basis) => {
          const reference = look.documentOf(basis.number)
          return { ...basis, document: (reference === undefined ? undefined : look.linkTo(reference)) ?? null }
        }),
        ...look.standing,
      }),
      toSummary: () => shown,
    }
  },
})

/** Rows of the ministry's list that nobody has written out yet have an address of this form. */
export const CATALOGUE_SLUG = 'tthc-'

/** A condition that names a question nobody asks would hide a document from everybody. */
function checkConditions({ questions, channels, cases }: ProcedureFile): KindProblem[] {
  const asked = new Set(questions.map((question) => question.key))
  const conditions: { appliesWhen: { question: string } | null; path: Path }[] = [
    ...channels.flatMap(({ times, fees }, index) => [
      ...times.map((time, at) => ({ appliesWhen: time.appliesWhen, path: ['channels', index, 'times', at] })),
      ...fees.map((fee, at) => ({ appliesWhen: fee.appliesWhen, path: ['channels', index, 'fees', at] })),
    ]),
    ...cases.flatMap(({ documents }, index) =>
      documents.map((document, at) => ({ appliesWhen: document.appliesWhen, path: ['cases', index, 'documents', at] })),
    ),
  ]
  return conditions.flatMap(({ appliesWhen, path }) =>
    appliesWhen === null || asked.has(appliesWhen.question)
      ? []
      : {
          path: [...path, 'appliesWhen', 'question'],
          code: 'no_such_question',
          message: `no question "${appliesWhen.question}" in this procedure`,
        },
  )
}

function searchBody(procedure: ProcedureFile) {
  return [
    procedure.name,
    procedure.field,
    procedure.whoFor,
    procedure.whereToSubmit,
    procedure.changes,
    ...procedure.cases.flatMap((each) => each.documents.map((document) => document.name)),
    ...procedure.questions.map((question) => question.text),
    ...procedure.conditions,
    ...procedure.steps,
    ...procedure.results.map((result) => result.name),
    ...procedure.legalBasis.map((basis) => `${basis.number} ${basis.title ?? ''}`),
  ]
    .filter((text) => text !== null)
    .join('\n')
}

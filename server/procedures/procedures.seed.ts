import { type ContentFolder, readYaml } from '../content/content-folder.ts'
import type { SeedItem } from '../content/seed-item.ts'
import { fold } from '../search/vietnamese-text.ts'
import { CatalogueFile, Procedure, ProcedureFile, ProcedureSummary } from './procedures.schemas.ts'

type Written = ProcedureFile & { file: string; lineOf: (path: readonly PropertyKey[]) => number }

/** Procedures with a file of their own, then the catalogue's rows that have none. */
export function readProcedures(folder: ContentFolder): SeedItem[] {
  const written = folder
    .list('procedures', '.yaml')
    .filter((file) => !file.endsWith('catalogue.yaml'))
    .flatMap((file) =>
      readYaml(folder, ProcedureFile, file).map((parsed) => ({ ...parsed.value, file, lineOf: parsed.lineOf })),
    )
  for (const procedure of written) checkOwnNames(folder, procedure)
  const known = new Set(written.map((procedure) => procedure.code))
  const listed = readYaml(folder, CatalogueFile, 'procedures/catalogue.yaml').flatMap(({ value, lineOf }) =>
    value.rows
      .map((row, position) => ({
        ...fromCatalogue(row, value),
        file: 'procedures/catalogue.yaml',
        lineOf: () => lineOf(['rows', position]),
      }))
      .filter((row) => !known.has(row.code)),
  )
  const documentNumbers = folder.documentNumbers()
  return [...written, ...listed].map((procedure) => toSeedItem(procedure, documentNumbers))
}

/** A condition that names a question nobody asks would hide a document from everybody. */
function checkOwnNames(folder: ContentFolder, { questions, channels, cases, file, code, lineOf }: Written) {
  if (!file.endsWith(`/${code}.yaml`)) folder.problem(file, lineOf(['code']), `the file should be named ${code}.yaml`)
  const asked = new Set(questions.map((question) => question.key))
  const conditions = [
    ...channels.flatMap(({ times, fees }, index) => [
      ...times.map((time, at) => ({ appliesWhen: time.appliesWhen, path: ['channels', index, 'times', at] })),
      ...fees.map((fee, at) => ({ appliesWhen: fee.appliesWhen, path: ['channels', index, 'fees', at] })),
    ]),
    ...cases.flatMap(({ documents }, index) =>
      documents.map((document, at) => ({ appliesWhen: document.appliesWhen, path: ['cases', index, 'documents', at] })),
    ),
  ]
  for (const { appliesWhen, path } of conditions) {
    if (appliesWhen && !asked.has(appliesWhen.question)) {
      folder.problem(
        file,
        lineOf([...path, 'appliesWhen', 'question']),
        `no question "${appliesWhen.question}" in this procedure`,
      )
    }
  }
}

function toSeedItem(procedure: Written, documentNumbers: Map<string, string>): SeedItem {
  const { file, lineOf, searchTerms, related, ...shown } = procedure
  const isListed = procedure.detail === 'listed'
  const legalReference = (number: string) => {
    const slug = documentNumbers.get(number)
    return slug === undefined ? null : `document:${slug}`
  }
  return {
    kind: 'procedure',
    slug: procedure.slug,
    code: procedure.code,
    title: procedure.plainName,
    // Full records come first in every list.
    sortKey: `${isListed ? '1' : '0'} ${fold(procedure.plainName)}`,
    section: procedure.field,
    file,
    body: { ...shown, searchTerms, related },
    references: related.map((to, index) => ({ to, line: lineOf(['related', index]) })),
    codes: [
      { code: procedure.code, isCurrent: true, reason: null, position: 0 },
      ...procedure.predecessors.map(({ code, reason }, position) => ({ code, isCurrent: false, reason, position })),
    ],
    search: {
      type: file.endsWith('catalogue.yaml') ? 'catalogue' : 'procedure',
      otherCodes: procedure.predecessors.map(({ code }) => code),
      plainTitle: procedure.plainName,
      summary: procedure.summary ?? procedure.timeSummary ?? procedure.field,
      terms: searchTerms,
      body: searchBody(procedure),
      listedOnly: isListed,
    },
    toReply: (linkTo) =>
      Procedure.parse({
        ...shown,
        related: related.map(linkTo),
        legalBasis: procedure.legalBasis.map((basis) => {
          const reference = legalReference(basis.number)
          return { ...basis, document: reference === null ? null : linkTo(reference) }
        }),
      }),
    toSummary: () => ProcedureSummary.strip().parse(shown),
  }
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

function fromCatalogue(row: CatalogueFile['rows'][number], catalogue: CatalogueFile): ProcedureFile {
  return {
    code: row.code,
    slug: `tthc-${fold(row.code).replace(/[^a-z0-9]+/g, '-')}`,
    name: row.name,
    plainName: row.name.replace(/^Thủ tục /, '').replace(/^./u, (first) => first.toUpperCase()),
    summary: null,
    detail: 'listed',
    field: row.field,
    ministry: 'Bộ Giáo dục và Đào tạo',
    agency: row.agency,
    whereToSubmit: null,
    levels: [],
    audiences: [],
    targetUsers: [],
    whoFor: null,
    timeSummary: null,
    feeSummary: null,
    questions: [],
    channels: [],
    cases: [],
    steps: [],
    conditions: [],
    results: [],
    changes: null,
    warning: null,
    portalUrl: row.url,
    legalBasis: [],
    predecessors: [],
    searchTerms: [],
    related: [],
    sources: catalogue.sources,
    checkedOn: catalogue.checkedOn,
    reviewBy: catalogue.reviewBy,
    owner: catalogue.owner,
    unverified: catalogue.unverified,
  }
}

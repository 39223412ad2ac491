import { type ContentFolder, readYaml } from '../content/content-folder.ts'
import { readItems, type SeedItem, toSeedItem } from '../content/seed-item.ts'
import { fold } from '../search/vietnamese-text.ts'
import { CATALOGUE_SLUG, procedureKind } from './procedures.kind.ts'
import { CatalogueFile, type ProcedureFile } from './procedures.schemas.ts'

export const CATALOGUE = 'procedures/catalogue.yaml'

/** Procedures with a file of their own, then the catalogue's rows that have none. */
export function readProcedures(folder: ContentFolder): SeedItem[] {
  const files = folder.list('procedures', '.yaml').filter((file) => file !== CATALOGUE)
  const written = files.flatMap((file) => readItems(folder, procedureKind, file))
  for (const { file, code } of written) {
    if (!file.endsWith(`/${code}.yaml`)) folder.problem(file, 1, `the file should be named ${code}.yaml`)
  }
  const known = new Set(written.map((procedure) => procedure.code))
  const listed = readYaml(folder, CatalogueFile, CATALOGUE).flatMap(({ value, lineOf }) =>
    value.rows.flatMap((row, position) =>
      known.has(row.code)
        ? []
        : toSeedItem(folder, procedureKind, {
            file: CATALOGUE,
            value: fromCatalogue(row, value),
            lineOf: () => lineOf(['rows', position]),
          }),
    ),
  )
  return [...written, ...listed]
}

/** A row of the ministry's list as the little it tells of a procedure. */
export function fromCatalogue(
  row: CatalogueFile['rows'][number],
  catalogue: Omit<CatalogueFile, 'rows'>,
): ProcedureFile {
  return {
    code: row.code,
    slug: `${CATALOGUE_SLUG}${fold(row.code).replace(/[^a-z0-9]+/g, '-')}`,
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

/** The row a procedure would be, and what its file says of all rows. */
export function toCatalogueRow(procedure: ProcedureFile): {
  row: CatalogueFile['rows'][number]
  catalogue: Omit<CatalogueFile, 'rows'>
} {
  const { code, name, agency, field, portalUrl, sources, checkedOn, reviewBy, owner, unverified } = procedure
  return {
    row: { code, name, agency, field, url: portalUrl },
    catalogue: { sources, checkedOn, reviewBy, owner, unverified },
  }
}

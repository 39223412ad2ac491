import { isDeepStrictEqual } from 'node:util'
import { stringify } from 'yaml'
import type { Db } from '../db/database.ts'
import { ProcedureFile } from '../procedures/procedures.schemas.ts'
import { CATALOGUE, fromCatalogue, toCatalogueRow } from '../procedures/procedures.seed.ts'
import type { ContentKind } from './content.table.ts'
import { listLiveBodies } from './live.queries.ts'

export type ExportedFile = { file: string; text: string }
type Live = { kind: ContentKind; slug: string; value: Record<string, unknown> }

const FOLDERS: Partial<Record<ContentKind, string>> = {
  document: 'documents',
  index: 'indices',
  situation: 'situations',
  answer: 'answers',
  announcement: 'announcements',
  calendar: 'calendar',
}

/** Folders whose files an export replaces as a whole. */
export const EXPORTED_FOLDERS = ['articles', 'procedures', ...Object.values(FOLDERS)]

/** What people read now, as the files of a content folder that would publish the same. */
export async function exportContent(db: Db): Promise<ExportedFile[]> {
  const live = (await listLiveBodies(db)).map(({ kind, slug, body }): Live => ({ kind, slug, value: JSON.parse(body) }))
  const ofKind = (kind: ContentKind) => live.filter((each) => each.kind === kind).map(({ value }) => value)
  const files = live.flatMap(({ kind, slug, value }): ExportedFile[] => {
    if (kind === 'article') return [{ file: `articles/${slug}.md`, text: toMarkdown(value) }]
    const folder = FOLDERS[kind]
    return folder === undefined ? [] : [{ file: `${folder}/${slug}.yaml`, text: toYaml(value) }]
  })
  return [
    ...files,
    ...exportProcedures(ofKind('procedure').map((value) => ProcedureFile.parse(value))),
    { file: 'columns.yaml', text: toYaml(ofKind('column')) },
  ]
}

/** Rows of the catalogue that nobody has touched go back into its one file, the others into files of their own. */
function exportProcedures(procedures: ProcedureFile[]): ExportedFile[] {
  const rows = procedures.map((procedure) => ({ procedure, ...toCatalogueRow(procedure) }))
  const [first] = rows.filter(({ procedure, row, catalogue }) =>
    isDeepStrictEqual(procedure, fromCatalogue(row, catalogue)),
  )
  const isRow = ({ procedure, row }: (typeof rows)[number]) =>
    first !== undefined && isDeepStrictEqual(procedure, fromCatalogue(row, first.catalogue))
  const own = rows.filter((each) => !isRow(each))
  return [
    ...own.map(({ procedure }) => ({ file: `procedures/${procedure.code}.yaml`, text: toYaml(procedure) })),
    {
      file: CATALOGUE,
      text: toYaml({ ...first?.catalogue, rows: rows.filter(isRow).map(({ row }) => row) }),
    },
  ]
}

function toMarkdown({ body, ...fields }: Record<string, unknown>) {
  return `---\n${toYaml(fields)}---\n${String(body)}`
}

function toYaml(value: unknown) {
  return stringify(value, { lineWidth: 0 })
}

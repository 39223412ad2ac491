import { z } from '@hono/zod-openapi'
import { IsoDate } from '../content/provenance.schemas.ts'

export const IMPORT_PROBLEMS = [
  'missing_column',
  'unknown_column',
  'missing',
  'bad_code',
  'bad_name',
  'unknown_kind',
  'unknown_unit',
  'not_a_date',
  'not_a_count',
  'duplicate',
  'not_there_then',
  'parent_not_there',
  'cycle',
  'root_stays',
  'merged_row_changes',
  'forbidden',
] as const
export type ImportProblem = (typeof IMPORT_PROBLEMS)[number]

export const CHANGED_FIELDS = ['name', 'kind', 'parentId', 'official', 'teacher', 'student', 'mergedInto'] as const

export const ImportQuery = z.strictObject({ dryRun: z.enum(['true', 'false']).default('true') })

const ImportChange = z
  .strictObject({
    row: z.int(),
    unit: z.string(),
    field: z.enum(CHANGED_FIELDS),
    /** From which day it holds. */
    on: IsoDate,
    before: z.union([z.string(), z.number()]).nullable(),
    after: z.union([z.string(), z.number()]).nullable(),
  })
  .openapi('UnitImportChange')
export type ImportChange = z.infer<typeof ImportChange>

const ImportError = z
  .strictObject({ row: z.int(), column: z.string().nullable(), problem: z.enum(IMPORT_PROBLEMS) })
  .openapi('UnitImportError')
export type ImportError = z.infer<typeof ImportError>

export const ImportReport = z
  .strictObject({
    /** Whether the units were changed; never by a dry run. */
    applied: z.boolean(),
    adds: z.array(z.strictObject({ row: z.int(), unit: z.string(), name: z.string(), parentId: z.string() })),
    changes: z.array(ImportChange),
    errors: z.array(ImportError),
    unchanged: z.int(),
  })
  .openapi('UnitImportReport')

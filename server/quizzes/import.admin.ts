import { z } from '@hono/zod-openapi'
import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import { exportQuestions, writeTemplate } from './export.usecases.ts'
import { QuestionExportQuery, QuestionImportQuery, QuestionImportReport } from './import.schemas.ts'
import { importQuestions } from './import.usecases.ts'

const MOST_IMPORT_BYTES = 8 * 1024 * 1024
const reads = { access: { may: 'quizzes.read' }, reply: z.unknown() } as const

const take = route('POST /admin/api/question-imports', {
  summary: 'Questions from a file: what would come in and what is wrong; or all of them, as drafts',
  access: { may: 'quizzes.write' },
  query: QuestionImportQuery,
  reply: QuestionImportReport,
  mostBytes: MOST_IMPORT_BYTES,
  problems: [
    'question_file.unreadable',
    'question_file.too_large',
    'question_file.too_slow',
    'question_import.refused',
    'question_import.changed_meanwhile',
    'spreadsheet.unreadable',
    'spreadsheet.too_large',
    'spreadsheet.has_formula',
    'spreadsheet.too_slow',
    'spreadsheet.busy',
  ],
})
const template = route('GET /admin/api/question-imports/template', {
  ...reads,
  summary: 'The spreadsheet to fill in, with instructions and the words it takes',
})
const sheet = route('GET /admin/api/questions.xlsx', {
  ...reads,
  summary: 'The bank as a spreadsheet',
  query: QuestionExportQuery,
})
const moodle = route('GET /admin/api/questions.xml', {
  ...reads,
  summary: 'The bank as Moodle XML',
  query: QuestionExportQuery,
})
const gift = route('GET /admin/api/questions.gift', {
  ...reads,
  summary: 'The bank as GIFT',
  query: QuestionExportQuery,
})

export function questionFileDoors(api: StaffApi) {
  api.receive(take, (ctx, { bytes, query }) => importQuestions(ctx, bytes, query))
  api.download(template, (ctx) => writeTemplate(ctx))
  api.download(sheet, (ctx, { query }) => exportQuestions(ctx, 'xlsx', query))
  api.download(moodle, (ctx, { query }) => exportQuestions(ctx, 'xml', query))
  api.download(gift, (ctx, { query }) => exportQuestions(ctx, 'gift', query))
}

import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import type { FileFormat } from '../question-files/question-files.schemas.ts'
import type { WrittenQuestion } from '../question-files/read-question.ts'
import { writeGift } from '../question-files/write-gift.ts'
import { writeMoodleXml } from '../question-files/write-moodle-xml.ts'
import { writeQuestionSheet, writeQuestionTemplate } from '../question-files/write-question-sheet.ts'
import { XLSX } from '../spreadsheets/write-spreadsheet.ts'
import { requirePermission, unitsFor } from '../staff/access.rules.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { listToExport } from './import.queries.ts'
import type { QuestionExportQuery } from './import.schemas.ts'
import { listTopics } from './questions.queries.ts'
import { toBody } from './questions.rules.ts'

const MOST_QUESTIONS = 5_000

type ExportFormat = Exclude<FileFormat, 'docx'>
/** Moodle asks for a text file. */
const ENDINGS: Record<ExportFormat, string> = { xlsx: 'xlsx', xml: 'xml', gift: 'txt' }
const WRITERS: Record<
  ExportFormat,
  { type: string; write: (questions: WrittenQuestion[]) => Buffer | Promise<Buffer> }
> = {
  xlsx: { type: XLSX, write: writeQuestionSheet },
  xml: { type: 'application/xml', write: writeMoodleXml },
  gift: { type: 'text/plain; charset=utf-8', write: writeGift },
}

/** The bank of one's units as a file, keys and all. That it left is written down with what was chosen. */
export async function exportQuestions(
  ctx: Ctx<Staff>,
  format: ExportFormat,
  query: z.output<typeof QuestionExportQuery>,
) {
  requirePermission(ctx, 'quizzes.read')
  const unitIds = unitsFor(ctx.actor, 'quizzes.read')
  const names = new Map((await listTopics(ctx.db)).map(({ id, name }) => [id, name]))
  const rows = await listToExport(ctx.db, { ...query, unitIds, limit: MOST_QUESTIONS })
  const { type, write } = WRITERS[format]
  const bytes = await write(
    rows.map(({ code, version, key }): WrittenQuestion => {
      const { topic, ...body } = toBody(version, key)
      return { ...body, code, topic: names.get(topic) ?? topic }
    }),
  )
  await ctx.write((tx) =>
    recordAudit(tx, ctx, {
      action: 'question.export',
      subject: { kind: 'table', id: 'cau-hoi' },
      after: { format, ...query, questions: rows.length },
    }),
  )
  return { bytes, type, fileName: `cau-hoi-${vietnamDate(ctx.now())}.${ENDINGS[format]}` }
}

/** An empty spreadsheet with how it is filled in and the words it takes. */
export async function writeTemplate(ctx: Ctx<Staff>) {
  requirePermission(ctx, 'quizzes.read')
  return { bytes: await writeQuestionTemplate(await listTopics(ctx.db)), type: XLSX, fileName: 'mau-cau-hoi.xlsx' }
}

import type { Cell } from '../spreadsheets/cell.ts'
import { writeSpreadsheet, writeWorkbook } from '../spreadsheets/write-spreadsheet.ts'
import { letterOf } from './check-question.ts'
import { writeSource } from './explanation-lines.ts'
import type { WrittenQuestion } from './read-question.ts'
import { COLUMN_HELP, columnsOfSheet, SHEET_COLUMNS, SHEET_NAME, type SheetColumn } from './sheet-columns.ts'
import { AUDIENCE_NAMES, DIFFICULTY_NAMES, KIND_NAMES } from './words.ts'

export function writeQuestionSheet(questions: readonly WrittenQuestion[]): Promise<Buffer> {
  return writeSpreadsheet({ sheet: SHEET_NAME, columns: columnsOfSheet(), rows: questions.map(toRow) })
}

/** The empty sheet, how it is filled in, and the words some of its columns take. */
export function writeQuestionTemplate(topics: { id: string; name: string }[]): Promise<Buffer> {
  const difficulties = Object.values(DIFFICULTY_NAMES)
  const kinds = Object.values(KIND_NAMES)
  const audiences = Object.values(AUDIENCE_NAMES)
  const longest = Math.max(topics.length, difficulties.length, kinds.length, audiences.length)
  const rows = Array.from({ length: longest }, (_, at): Cell[] => [
    topics[at]?.id ?? null,
    topics[at]?.name ?? null,
    difficulties[at] ?? null,
    kinds[at] ?? null,
    audiences[at] ?? null,
  ])
  return writeWorkbook([
    { sheet: SHEET_NAME, columns: columnsOfSheet(), rows: [] },
    {
      sheet: 'Hướng dẫn',
      columns: [
        { title: 'Cột', width: 16 },
        { title: 'Cách ghi', width: 90 },
      ],
      rows: COLUMN_HELP,
    },
    {
      sheet: 'Danh mục',
      columns: [
        { title: 'Mã chủ đề', width: 20 },
        { title: 'Tên chủ đề', width: 40 },
        { title: 'Mức độ', width: 14 },
        { title: 'Loại', width: 16 },
        { title: 'Đối tượng', width: 14 },
      ],
      rows,
    },
  ])
}

function toRow(question: WrittenQuestion): Cell[] {
  const { kind, options, key, difficulty, audiences = [] } = question
  const cells: Partial<Record<SheetColumn, string>> = {
    text: question.text,
    kind: KIND_NAMES[kind],
    key: key.map(letterOf).join(', '),
    explanation: question.explanation,
    legalSource: question.legalSource ?? '',
    documentNumber: question.documentNumber ?? '',
    sources: question.sources.map(writeSource).join('\n'),
    topic: question.topic,
    difficulty: difficulty ? DIFFICULTY_NAMES[difficulty] : '',
    audiences: audiences.map((audience) => AUDIENCE_NAMES[audience]).join(', '),
    ...Object.fromEntries(options.map((option, place) => [letterOf(place), option])),
  }
  return (Object.keys(SHEET_COLUMNS) as SheetColumn[]).map((column) => cells[column] || null)
}

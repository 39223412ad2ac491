import { AppError } from '../errors.ts'
import { readGift } from './gift.ts'
import { readMoodleXml } from './moodle-xml.ts'
import type { FileFormat } from './question-files.schemas.ts'
import { readQuestionSheet } from './question-sheet.ts'
import type { ReadFile } from './read-question.ts'
import { readWordFile } from './word-file.ts'

const MOST_GIFT_BYTES = 2 * 1024 * 1024

const READERS: Record<FileFormat, (bytes: Buffer) => Promise<ReadFile>> = {
  docx: readWordFile,
  xlsx: readQuestionSheet,
  xml: readMoodleXml,
  gift: async (bytes) => readGift(decode(bytes)),
}

export const readQuestionFile = (format: FileFormat, bytes: Buffer): Promise<ReadFile> => READERS[format](bytes)

function decode(bytes: Buffer): string {
  if (bytes.length > MOST_GIFT_BYTES) throw new AppError('question_file.too_large')
  if (bytes.includes(0)) throw new AppError('question_file.unreadable')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new AppError('question_file.unreadable', {}, { cause })
  }
}

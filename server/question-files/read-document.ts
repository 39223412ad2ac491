import { fileURLToPath } from 'node:url'
import { AppError } from '../errors.ts'
import { readInProcess } from '../spreadsheets/reading-process.ts'
import { takeTurns } from '../spreadsheets/turns.ts'

const PROCESS = fileURLToPath(new URL('./document-process.mjs', import.meta.url))
export const MOST_BYTES = 8 * 1024 * 1024
const LONGEST_MS = 8_000
/** Enough for 1,000 questions; a file that unpacks to more is given up, not waited for. */
const HEAP_MB = 160

const inTurn = takeTurns({ atOnce: 1, mostWaiting: 10 })

/** The parts of a document, opened where it can do no harm. */
export function readDocument<Part>(format: 'docx' | 'xml', bytes: Buffer): Promise<Part[]> {
  if (bytes.length > MOST_BYTES) throw new AppError('question_file.too_large')
  return inTurn(async () => {
    const all: Part[] = []
    await readInProcess<{ parts: Part[] }>(bytes, {
      script: PROCESS,
      args: [format],
      heapMb: HEAP_MB,
      longestMs: LONGEST_MS,
      problems: {
        unreadable: 'question_file.unreadable',
        tooLarge: 'question_file.too_large',
        tooSlow: 'question_file.too_slow',
        busy: 'spreadsheet.busy',
      },
      onPart: ({ parts }) => all.push(...parts),
    })
    return all
  })
}

import { fileURLToPath } from 'node:url'
import { AppError, type ProblemCode, type ProblemDetails } from '../errors.ts'
import type { Cell } from './cell.ts'
import { readInProcess } from './reading-process.ts'
import { takeTurns } from './turns.ts'

/** What the process that reads says: rows in batches, then that they were all, or why it refused the file. */
export type SpreadsheetMessage =
  | { rows: Cell[][] }
  | { end: true }
  | { refused: Extract<ProblemCode, `spreadsheet.${string}`>; details?: ProblemDetails }

const PROCESS = fileURLToPath(new URL('./spreadsheet-process.mjs', import.meta.url))
const MOST_BYTES = 8 * 1024 * 1024
const ZIP_SIGNATURE = Buffer.from('PK\x03\x04')
const LONGEST_MS = 5_000
/** Enough for 10,000 rows of 20 cells, and no file takes 150 MB; bench/spreadsheet-bombs.ts measures both. */
const HEAP_MB = 36

const inTurn = takeTurns({ atOnce: 2, mostWaiting: 10 })

/**
 * The first sheet of an .xlsx file that nobody vouches for, without its trailing empty rows. The file is opened
 * in a process with little memory, no secrets and 5 seconds to live, so the worst it can do is to be refused.
 */
export async function readSpreadsheet(bytes: Buffer): Promise<Cell[][]> {
  if (bytes.length > MOST_BYTES) throw new AppError('spreadsheet.too_large')
  if (!bytes.subarray(0, ZIP_SIGNATURE.length).equals(ZIP_SIGNATURE)) throw new AppError('spreadsheet.unreadable')
  return inTurn(() => readRows(bytes))
}

async function readRows(bytes: Buffer): Promise<Cell[][]> {
  const rows: Cell[][] = []
  await readInProcess<{ rows: Cell[][] }>(bytes, {
    script: PROCESS,
    heapMb: HEAP_MB,
    longestMs: LONGEST_MS,
    problems: {
      unreadable: 'spreadsheet.unreadable',
      tooLarge: 'spreadsheet.too_large',
      tooSlow: 'spreadsheet.too_slow',
      busy: 'spreadsheet.busy',
    },
    onPart: (part) => rows.push(...part.rows),
  })
  return rows
}

import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { AppError, type ProblemCode, type ProblemDetails } from '../errors.ts'
import type { Cell } from './cell.ts'
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
  return inTurn(() => readInProcess(bytes))
}

function readInProcess(bytes: Buffer): Promise<Cell[][]> {
  const reading = fork(PROCESS, {
    execArgv: [`--max-old-space-size=${HEAP_MB}`, '--max-semi-space-size=1', '--expose-gc'],
    env: {},
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  })
  return new Promise((resolve, reject) => {
    const rows: Cell[][] = []
    let problem: AppError | undefined
    let isWhole = false
    const stuck = setTimeout(() => {
      problem = new AppError('spreadsheet.too_slow')
      reading.kill('SIGKILL')
    }, LONGEST_MS)
    reading.on('message', (message: SpreadsheetMessage) => {
      if ('rows' in message) rows.push(...message.rows)
      else if ('end' in message) isWhole = true
      else problem = new AppError(message.refused, message.details)
    })
    reading.once('error', (cause) => {
      problem = new AppError('spreadsheet.busy', {}, { cause })
      if (reading.pid === undefined) settle()
    })
    reading.once('close', (_code, signal) => {
      // V8 aborts a process that has used up its heap.
      if (signal === 'SIGABRT') problem ??= new AppError('spreadsheet.too_large')
      settle()
    })
    // The process may refuse the file, or be killed, before it has taken all of it.
    reading.stdin?.on('error', () => {})
    reading.stdin?.end(bytes)

    function settle() {
      clearTimeout(stuck)
      if (problem) reject(problem)
      else if (isWhole) resolve(rows)
      else reject(new AppError('spreadsheet.unreadable'))
    }
  })
}

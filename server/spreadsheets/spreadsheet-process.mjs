// @ts-check
// Plain JavaScript: the TypeScript loader would cost this process a third of its memory and of its time.
import { setPriority } from 'node:os'
import { buffer } from 'node:stream/consumers'
import { readSheet } from 'read-excel-file/node'
import { keepSafeParts, MOST_COLUMNS, MOST_ROWS } from './check-parts.mjs'
import { Refusal } from './refusal.mjs'

/** @typedef {import('./cell.ts').Cell} Cell */
/** @typedef {import('./read-spreadsheet.ts').SpreadsheetMessage} SpreadsheetMessage */

/** One long text may stand in every cell; this is the length of all of them. */
const MOST_CHARACTERS = 10_000_000
/** Small, so that the server takes each in without keeping anybody waiting. */
const BATCH_ROWS = 200
const BATCH_CHARACTERS = 100_000
const LOWER_THAN_THE_SERVER = 10

setPriority(LOWER_THAN_THE_SERVER)
process.once('disconnect', () => process.exit())
try {
  const safe = keepSafeParts(await buffer(process.stdin))
  global.gc?.()
  for (const rows of batches(check(await readSheet(safe)))) await say({ rows })
  await say({ end: true })
} catch (error) {
  await say(
    error instanceof Refusal ? { refused: error.code, details: error.details } : { refused: 'spreadsheet.unreadable' },
  )
}
process.disconnect()

/** @param {SpreadsheetMessage} message @returns {Promise<void>} */
function say(message) {
  return new Promise((resolve) => process.send?.(message, undefined, undefined, () => resolve()))
}

/** The library types a date as its constructor. @param {unknown[][]} sheet */
function check(sheet) {
  const rows = /** @type {Cell[][]} */ (sheet)
  while (rows.at(-1)?.every((cell) => cell === null)) rows.pop()
  if (rows.length > MOST_ROWS || rows.some((row) => row.length > MOST_COLUMNS))
    throw new Refusal('spreadsheet.too_large')
  const cells = rows.flat()
  if (cells.some(isBroken)) throw new Refusal('spreadsheet.unreadable')
  if (characters(cells) > MOST_CHARACTERS) throw new Refusal('spreadsheet.too_large')
  return rows
}

/** @param {Cell} cell */
function isBroken(cell) {
  if (cell instanceof Date) return Number.isNaN(cell.getTime())
  return typeof cell === 'number' && !Number.isFinite(cell)
}

/** @param {Cell[]} cells */
function characters(cells) {
  let total = 0
  for (const cell of cells) if (typeof cell === 'string') total += cell.length
  return total
}

/** @param {Cell[][]} rows */
function* batches(rows) {
  /** @type {Cell[][]} */
  let batch = []
  let length = 0
  for (const row of rows) {
    batch.push(row)
    length += characters(row)
    if (batch.length < BATCH_ROWS && length < BATCH_CHARACTERS) continue
    yield batch
    batch = []
    length = 0
  }
  if (batch.length > 0) yield batch
}

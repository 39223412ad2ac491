// @ts-check
// Plain JavaScript: the TypeScript loader would cost this process a third of its memory and of its time.
import { setPriority } from 'node:os'
import { buffer } from 'node:stream/consumers'
import { Refusal } from '../spreadsheets/refusal.mjs'
import { readMoodleQuestions } from './moodle-elements.mjs'
import { readWordBlocks } from './word-blocks.mjs'

const LOWER_THAN_THE_SERVER = 10
/** Small, so that the server takes each in without keeping anybody waiting. */
const BATCH = 200

/** @type {Record<string, (bytes: Buffer) => unknown[]>} */
const READERS = { docx: readWordBlocks, xml: readMoodleQuestions }

setPriority(LOWER_THAN_THE_SERVER)
process.once('disconnect', () => process.exit())
try {
  const read = READERS[process.argv[2] ?? '']
  const parts = read?.(await buffer(process.stdin)) ?? []
  for (let at = 0; at < parts.length; at += BATCH) await say({ parts: parts.slice(at, at + BATCH) })
  await say({ end: true })
} catch (error) {
  const isTooLarge = error instanceof Refusal && error.code === 'spreadsheet.too_large'
  await say({ refused: isTooLarge ? 'question_file.too_large' : 'question_file.unreadable' })
}
process.disconnect()

/** @param {object} message @returns {Promise<void>} */
function say(message) {
  return new Promise((resolve) => process.send?.(message, undefined, undefined, () => resolve()))
}

import { type Answers, answersOfLine, answersOfTable, lettersOf } from './azota-answers.ts'
import { type Draft, finishAzota } from './azota-finish.ts'
import { type Line, linesOfBlock, type OptionPiece, splitOptions } from './azota-lines.ts'
import { MOST_QUESTIONS, type ReadFile } from './read-question.ts'
import type { WordBlock } from './word-file.ts'

const QUESTION = /^\s*Câu\s{0,3}(\d{1,4})\s{0,3}[.:)]?\s*/iu
const ANSWER_TABLE = /^\s*(?:bảng\s+)?đáp\s+án\s{0,9}[.:]?\s{0,9}$|^\s*bảng\s+đáp\s+án/iu
const EXPLANATION = /^\s*(?:lời giải|hướng dẫn giải|hướng dẫn|giải thích|hd giải)(?:\s+chi\s+tiết)?\s*(?:[.:]\s*|$)/iu
const ANSWER =
  /^\s*(?:đáp án(?:\s+đúng)?|chọn(?:\s+đáp\s+án)?)\s{0,3}[:.]?\s{0,3}([A-H](?:\s{0,2}[A-H]|\s{0,2}[,;]\s{0,2}[A-H])*)\s{0,3}\.?\s*$/iu
const HEADING = /^\s*(?:phần|nhóm|chương|chủ đề)\s{1,3}(?:(?:\d{1,3}|[IVXL]{1,7})\s*(?:[.:–-]\s*|$)|[.:]\s*)/iu
const NAMED_HEADING = /^\s*(?:phần|nhóm|chương|chủ đề)\s*:\s*/iu

type Place = 'before' | 'text' | 'options' | 'explanation' | 'answers'
type Reading = { drafts: Draft[]; answers: Answers; at: Place; heading: string | undefined; explainsAll: boolean }

/** Reads the lines of a file as a teacher would: "Câu 1", its options, its key, why; and the answers at the end. */
export function readAzota(blocks: WordBlock[]): ReadFile {
  const reading: Reading = { drafts: [], answers: [], at: 'before', heading: undefined, explainsAll: false }
  for (const block of blocks) {
    if (reading.drafts.length > MOST_QUESTIONS) break
    const answers = 'rows' in block ? answersOfTable(block) : []
    if (answers.length > 0) reading.answers.push(...answers)
    else for (const line of linesOfBlock(block)) readLine(reading, line)
  }
  return finishAzota(reading.drafts, reading.answers)
}

function readLine(reading: Reading, line: Line) {
  const { text } = line
  const draft = reading.drafts.at(-1)
  if (draft && line.hasPicture && reading.at !== 'answers') draft.hasPicture = true
  if (text.trim() === '') return
  if (beginSection(reading, text)) return
  const question = QUESTION.exec(text)
  if (question && !isExplained(reading, Number(question[1]), text.slice(question[0].length)))
    beginQuestion(reading, line, question)
  else if (!question) goOn(reading, line, draft)
}

/** Headings and tables of answers stand outside of any question. */
function beginSection(reading: Reading, text: string): boolean {
  if (ANSWER_TABLE.test(text)) {
    reading.at = 'answers'
    reading.answers.push(...answersOfLine(text.replace(/^[^:]*:?/, '')))
    return true
  }
  const heading = HEADING.exec(text) ?? NAMED_HEADING.exec(text)
  if (heading && !reading.explainsAll) {
    reading.heading = text.slice(heading[0].length).trim()
    reading.at = 'before'
    return true
  }
  const answers = answersOfLine(text)
  if (answers.length > 0 && reading.at === 'answers') reading.answers.push(...answers)
  else if (answers.length > 1) reading.answers.push(...answers)
  return answers.length > 1 || (answers.length > 0 && reading.at === 'answers')
}

/** After the answers, "Câu 3: …" under "Lời giải chi tiết" tells why, of a question that stood above. */
function isExplained(reading: Reading, number: number, rest: string): boolean {
  const known = reading.drafts.find((draft) => draft.number === number)
  if (!reading.explainsAll || !known) return false
  reading.at = 'explanation'
  reading.drafts = [...reading.drafts.filter((draft) => draft !== known), known]
  if (rest.trim() !== '') explain(known, rest)
  return true
}

function beginQuestion(reading: Reading, line: Line, question: RegExpExecArray) {
  const draft: Draft = {
    number: Number(question[1]),
    order: reading.drafts.length,
    text: [],
    options: [],
    explanation: [],
    said: undefined,
    hasPicture: line.hasPicture,
    heading: reading.heading,
  }
  reading.drafts.push(draft)
  reading.at = 'text'
  goOn(reading, cut(line, question[0].length), draft, { isText: true })
}

function goOn(reading: Reading, line: Line, draft: Draft | undefined, { isText = false } = {}) {
  const explanation = EXPLANATION.exec(line.text)
  if (explanation && /chi\s+tiết/i.test(explanation[0]) && reading.at === 'answers') reading.explainsAll = true
  if (!draft || reading.at === 'before') return
  if (explanation && !isText) {
    reading.at = 'explanation'
    explain(draft, line.text.slice(explanation[0].length))
    return
  }
  const said = ANSWER.exec(line.text)
  if (said && draft.options.length > 0) {
    draft.said = lettersOf(said[1] ?? '')
    return
  }
  if (reading.at === 'explanation') explain(draft, line.text)
  else if (reading.at !== 'answers') addToQuestion(reading, line, draft)
}

function addToQuestion(reading: Reading, line: Line, draft: Draft) {
  const { before, options } = splitOptions(line, draft.options.at(-1)?.letter)
  if (before.trim() !== '') continueWith(draft, before)
  draft.options.push(...options)
  if (options.length > 0) reading.at = 'options'
}

function continueWith(draft: Draft, text: string) {
  const last: OptionPiece | undefined = draft.options.at(-1)
  if (last) last.text = `${last.text}\n${text}`
  else draft.text.push(text)
}

function explain(draft: Draft, text: string) {
  const said = ANSWER.exec(text)
  if (said && draft.explanation.length === 0) draft.said = lettersOf(said[1] ?? '')
  else if (text.trim() !== '') draft.explanation.push(text)
}

function cut(line: Line, length: number): Line {
  return { ...line, text: line.text.slice(length), underlined: line.underlined.slice(length) }
}

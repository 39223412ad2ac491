import { MOST_OPTIONS } from '../quizzes/questions.schemas.ts'
import { fold } from '../search/vietnamese-text.ts'
import type { FileProblem } from './question-files.schemas.ts'
import type { FileQuestion, ReadFile, ReadProblem, ReadQuestion } from './read-question.ts'
import { MOST_QUESTIONS, TRUE_FALSE } from './read-question.ts'

const SHORTEST_TEXT = 5
const LONGEST = { text: 2_000, option: 500, explanation: 2_000, legalSource: 300 }

export const LETTERS = 'ABCDEFGH'
export const letterOf = (place: number) => LETTERS[place] ?? String(place + 1)

/** What is wrong with a question whatever file it came in; nothing when it may be taken in. */
export function findProblems({ number, text, options, key, explanation, legalSource }: ReadQuestion): ReadProblem[] {
  const found: ReadProblem[] = []
  const say = (code: FileProblem, detail?: string) =>
    found.push(detail === undefined ? { number, code } : { number, code, detail })
  if (text.length < SHORTEST_TEXT) say('text_missing')
  if (text.length > LONGEST.text) say('text_too_long')
  if (options.length < 2) say('one_option')
  if (options.length > MOST_OPTIONS) say('too_many_options')
  options.forEach((option, place) => {
    if (option === '') say('empty_option', letterOf(place))
    if (option.length > LONGEST.option) say('option_too_long', letterOf(place))
    const same = options.findIndex((other) => other !== '' && comparable(other) === comparable(option))
    if (same >= 0 && same < place) say('duplicate_option', `${letterOf(same)}, ${letterOf(place)}`)
  })
  if (key.length === 0) say('no_key')
  if (explanation.length > LONGEST.explanation) say('explanation_too_long')
  if ((legalSource ?? '').length > LONGEST.legalSource) say('legal_source_too_long')
  return found
}

/** Marks are kept: "mờ" and "mở" are two answers; case and spaces are not. */
const comparable = (text: string) => text.normalize('NFC').toLowerCase().split(/\s+/).join(' ').trim()

/** A question of the two options Đúng and Sai, in whichever order they stood, is one of true or false. */
export function asTrueFalse<Q extends Pick<FileQuestion, 'kind' | 'options' | 'key'>>(question: Q): Q {
  const folded = question.options.map((option) => fold(option.trim()).replace(/[.!]$/, ''))
  const isTrueFalse = folded.length === 2 && folded.includes('dung') && folded.includes('sai')
  if (!isTrueFalse || question.key.length > 1 || question.kind === 'ordering') return question
  const key = question.key.map((place) => (folded[place] === 'dung' ? 0 : 1))
  return { ...question, kind: 'true_false', options: [...TRUE_FALSE], key }
}

/** Only questions without any problem are handed on; those of the reader come first. */
export function finishFile(read: ReadQuestion[], problems: ReadProblem[]): ReadFile {
  const all = [...problems, ...read.flatMap(findProblems)]
  if (read.length > MOST_QUESTIONS) all.push({ number: null, code: 'too_many_questions', detail: String(read.length) })
  if (read.length === 0 && all.length === 0) all.push({ number: null, code: 'no_questions' })
  const refused = new Set(all.map(({ number }) => number))
  const inOrder = all.map((problem, at) => ({ problem, at }))
  inOrder.sort((a, b) => (a.problem.number ?? 0) - (b.problem.number ?? 0) || a.at - b.at)
  return {
    questions: read.filter(({ number }) => !refused.has(number)),
    problems: inOrder.map(({ problem }) => problem),
  }
}

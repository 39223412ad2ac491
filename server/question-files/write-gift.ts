import { joinExplanation } from './explanation-lines.ts'
import { pathOf, shareOf, tagsOf } from './moodle-words.ts'
import type { WrittenQuestion } from './read-question.ts'

/** A file in Moodle's GIFT; every text is told to be plain, so that no sign in it means anything. */
export function writeGift(questions: readonly WrittenQuestion[]): Buffer {
  const blocks = questions.flatMap((question, at) => [
    ...(questions[at - 1]?.topic === question.topic ? [] : [`$CATEGORY: ${escaped(pathOf(question.topic))}`]),
    questionOf(question),
  ])
  return Buffer.from(`${blocks.join('\n\n')}\n`)
}

function questionOf(question: WrittenQuestion): string {
  const tags = [`[id:${question.code}]`, ...tagsOf(question).map((tag) => `[tag:${tag}]`)]
  const explanation = joinExplanation(question)
  return [
    `// ${tags.join(' ')}`,
    `::${escaped(question.code)}::[plain]${escaped(question.text)}{`,
    ...ANSWERS[question.kind](question),
    ...(explanation === '' ? [] : [`####${text(explanation)}`]),
    '}',
  ].join('\n')
}

const ANSWERS: Record<WrittenQuestion['kind'], (question: WrittenQuestion) => string[]> = {
  single: ({ options, key }) =>
    options.map((option, place) => (key.includes(place) ? `\t=${text(option)}` : `\t~${wrong(option)}`)),
  multiple: ({ options, key }) =>
    options.map((option, place) => `\t~%${key.includes(place) ? shareOf(key.length) : '-100'}%${text(option)}`),
  true_false: ({ key }) => [key.includes(0) ? '\tTRUE' : '\tFALSE'],
  ordering: ({ options, key }) => [
    `>${key.length} ALL VERTICAL ALL_OR_NOTHING`,
    ...key.map((place) => text(options[place] ?? '')),
  ],
}

/** A wrong one that begins with a percent sign would be read as its share. */
const wrong = (option: string) => (option.startsWith('%') ? `%0%${text(option)}` : text(option))

/** Brackets at the start would be read as a format, two slashes as a remark. */
const text = (words: string) => (/^\[|^\/\//.test(words) ? `[plain]${escaped(words)}` : escaped(words))

const escaped = (words: string) => words.replace(/[~=#{}:\\]/g, '\\$&').replaceAll('\n', '\\n')

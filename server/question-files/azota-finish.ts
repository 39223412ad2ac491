import type { Answers } from './azota-answers.ts'
import type { OptionPiece } from './azota-lines.ts'
import { asTrueFalse, finishFile, LETTERS } from './check-question.ts'
import { splitExplanation } from './explanation-lines.ts'
import { tidy } from './html-text.ts'
import type { ReadFile, ReadProblem, ReadQuestion } from './read-question.ts'

/** A question as its lines told it. */
export type Draft = {
  number: number
  order: number
  text: string[]
  options: OptionPiece[]
  explanation: string[]
  /** "Chọn B" below the question. */
  said: string[] | undefined
  hasPicture: boolean
  heading: string | undefined
}

export function finishAzota(drafts: Draft[], answers: Answers): ReadFile {
  const problems: ReadProblem[] = []
  const told = new Map(answers.map(({ number, letters }) => [number, letters]))
  const inOrder = [...drafts].sort((a, b) => a.order - b.order)
  const questions = inOrder.map((draft) => {
    return finishQuestion(draft, told.get(draft.number) ?? draft.said, problems)
  })
  const counted = new Map<number, number>()
  for (const { number } of inOrder) counted.set(number, (counted.get(number) ?? 0) + 1)
  for (const [number, times] of counted) if (times > 1) problems.push({ number, code: 'repeated_number' })
  for (const number of told.keys()) if (!counted.has(number)) problems.push({ number, code: 'answer_without_question' })
  return finishFile(questions, problems)
}

function finishQuestion(draft: Draft, told: string[] | undefined, problems: ReadProblem[]): ReadQuestion {
  const { number, options, hasPicture, heading } = draft
  const letters = options.map(({ letter }) => letter)
  const gap = letters.findIndex((letter, place) => letter !== LETTERS[place])
  if (gap >= 0) problems.push({ number, code: 'letter_gap', detail: LETTERS[gap] ?? '' })
  if (hasPicture) problems.push({ number, code: 'has_picture' })
  const underlined = underlinedOf(options)
  if (told && underlined.length > 0 && told.join() !== underlined.join())
    problems.push({ number, code: 'underline_differs', detail: `${underlined.join(', ')} / ${told.join(', ')}` })
  const right = told ?? underlined
  const strange = right.filter((letter) => !letters.includes(letter))
  if (strange.length > 0) problems.push({ number, code: 'key_not_an_option', detail: strange.join(', ') })
  const key = right.flatMap((letter) => (letters.includes(letter) ? [letters.indexOf(letter)] : []))
  return asTrueFalse({
    number,
    kind: key.length > 1 ? 'multiple' : 'single',
    text: tidy(draft.text.join('\n')),
    options: options.map(({ text }) => tidy(text)),
    key,
    ...splitExplanation(tidy(draft.explanation.join('\n'))),
    ...(heading ? { heading } : {}),
  })
}

/** The letter is underlined; where none is, the whole option: a word within it is part of what is asked. */
function underlinedOf(options: OptionPiece[]): string[] {
  const marked = options.filter(({ isMarkUnderlined }) => isMarkUnderlined)
  const chosen = marked.length > 0 ? marked : options.filter(({ isWhollyUnderlined }) => isWhollyUnderlined)
  return chosen.length === options.length && options.length > 1 ? [] : chosen.map(({ letter }) => letter).sort()
}

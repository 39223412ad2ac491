import { asTrueFalse, finishFile } from './check-question.ts'
import { splitExplanation } from './explanation-lines.ts'
import { hasPicture, textOfHtml, tidy } from './html-text.ts'
import { lastOfPath, readTags } from './moodle-words.ts'
import { readDocument } from './read-document.ts'
import { type ReadFile, type ReadProblem, type ReadQuestion, TRUE_FALSE } from './read-question.ts'

type Formatted = { text: string; isPlain: boolean; hasFile: boolean }
export type MoodleQuestion = {
  type: string
  category: string
  text: Formatted
  feedback: Formatted
  isSingle: boolean
  answers: (Formatted & { fraction: number })[]
  tags: string[]
}

/** Moodle XML: multichoice, truefalse and ordering; anything else is told and left. */
export async function readMoodleXml(bytes: Buffer): Promise<ReadFile> {
  const problems: ReadProblem[] = []
  const questions: ReadQuestion[] = []
  let heading = ''
  let number = 0
  for (const element of await readDocument<MoodleQuestion>('xml', bytes)) {
    if (element.type === 'category') {
      heading = lastOfPath(element.category)
      continue
    }
    number += 1
    const question = toQuestion(element, number, problems)
    if (question) questions.push({ ...question, ...(heading === '' ? {} : { heading }) })
  }
  return finishFile(questions, problems)
}

function toQuestion(element: MoodleQuestion, number: number, problems: ReadProblem[]): ReadQuestion | undefined {
  const answers = READERS[element.type]?.(element) ?? 'unsupported_kind'
  if (typeof answers === 'string') {
    problems.push({
      number,
      code: answers,
      ...(answers === 'unsupported_kind' ? { detail: element.type.slice(0, 40) } : {}),
    })
    return undefined
  }
  if ([element.text, ...element.answers].some(isPictured)) problems.push({ number, code: 'has_picture' })
  return asTrueFalse({
    number,
    ...answers,
    text: shown(element.text),
    ...splitExplanation(shown(element.feedback)),
    ...readTags(element.tags),
  })
}

type Answers = Pick<ReadQuestion, 'kind' | 'options' | 'key'>

const READERS: Record<string, ((element: MoodleQuestion) => Answers | 'ambiguous_key') | undefined> = {
  multichoice: ({ answers, isSingle }) => {
    const right = answers.flatMap(({ fraction }, place) => (fraction > 0 ? [place] : []))
    const whole = right.filter((place) => (answers[place]?.fraction ?? 0) >= 100)
    if (isSingle && (whole.length > 1 || (whole.length === 0 && right.length > 0))) return 'ambiguous_key'
    return {
      kind: isSingle ? 'single' : 'multiple',
      options: answers.map(shown),
      key: isSingle ? whole : right,
    }
  },
  truefalse: ({ answers }) => {
    const right = answers.find(({ fraction }) => fraction > 0)
    const word = right?.text.trim().toLowerCase()
    const key = word === 'true' || word === 'đúng' ? [0] : word === 'false' || word === 'sai' ? [1] : []
    return { kind: 'true_false', options: [...TRUE_FALSE], key }
  },
  /** The fraction is the place in the right order, not a share. */
  ordering: ({ answers }) => {
    const inOrder = [...answers].sort((a, b) => a.fraction - b.fraction)
    return { kind: 'ordering', options: inOrder.map(shown), key: inOrder.map((_, place) => place) }
  },
}

const shown = ({ text, isPlain }: Formatted) => (isPlain ? tidy(text) : textOfHtml(text))
const isPictured = ({ text, isPlain, hasFile }: Formatted) => hasFile || (!isPlain && hasPicture(text))

import type { components } from '../../api/schema.gen.ts'

type Procedure = components['schemas']['Procedure']
type Case = components['schemas']['ProcedureCase']
type RequiredDocument = components['schemas']['RequiredDocument']
type Condition = RequiredDocument['appliesWhen']

export type Answers = Record<string, 'yes' | 'no'>

/** What a person has told the checklist of one procedure, kept on their device. */
export type Kept = {
  answers: Answers
  ticked: string[]
  /** The documents as they stood then, so that a change can be announced. */
  seen: string | null
}

export const NOTHING_KEPT: Kept = { answers: {}, ticked: [], seen: null }

export type Applies = 'yes' | 'no' | 'unanswered'

/** A line without a condition is for everybody; one with an unanswered question may be. */
export function applies(condition: Condition, answers: Answers): Applies {
  if (condition === null) return 'yes'
  const answer = answers[condition.question]
  if (answer === undefined) return 'unanswered'
  return answer === condition.answer ? 'yes' : 'no'
}

export type Checklist = {
  needed: RequiredDocument[]
  /** Whether these are needed hangs on a question not yet answered. */
  maybe: RequiredDocument[]
  done: number
}

export function makeChecklist({ documents }: Case, { answers, ticked }: Kept): Checklist {
  const needed = documents.filter((document) => applies(document.appliesWhen, answers) === 'yes')
  const maybe = documents.filter((document) => applies(document.appliesWhen, answers) === 'unanswered')
  return { needed, maybe, done: needed.filter((document) => ticked.includes(document.name)).length }
}

/** What would make yesterday's ticks wrong when it changes. */
export function fingerprint({ cases }: Procedure): string {
  return cases.flatMap((each) => each.documents.map((document) => document.name)).join('|')
}

/** Questions that decide something about the chosen case's documents, the times or the fees. */
export function openQuestions(procedure: Procedure) {
  const used = new Set(
    [
      ...procedure.cases.flatMap((each) => each.documents),
      ...procedure.channels.flatMap((channel) => [...channel.times, ...channel.fees]),
    ].flatMap((line) => (line.appliesWhen ? [line.appliesWhen.question] : [])),
  )
  return procedure.questions.filter((question) => used.has(question.key))
}

/** `khac-tinh.yes~nop-thay.no` in an address, as a decision tree hands its answers over. */
export function readAnswers(text: string | null): Answers {
  if (text === null) return {}
  return Object.fromEntries(
    text.split('~').flatMap((part) => {
      const [key, answer] = part.split('.')
      return key && (answer === 'yes' || answer === 'no') ? [[key, answer]] : []
    }),
  )
}

export function writeAnswers(answers: { question: string; answer: 'yes' | 'no' }[]): string {
  return answers.map(({ question, answer }) => `${question}.${answer}`).join('~')
}

/** Lines in force on a day; a fee or a time may be dated. */
export function inForce<T extends { validFrom: string | null; validTo: string | null }>(
  lines: T[],
  today: string,
): T[] {
  return lines.filter(
    ({ validFrom, validTo }) => (validFrom === null || validFrom <= today) && (validTo === null || today <= validTo),
  )
}

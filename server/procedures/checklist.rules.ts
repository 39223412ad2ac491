import type { z } from '@hono/zod-openapi'
import type { Procedure, ProcedureCase, RequiredDocument } from './procedures.schemas.ts'

type Document = z.infer<typeof RequiredDocument>
type Case = z.infer<typeof ProcedureCase>
export type Answers = Record<string, 'yes' | 'no'>

/** The Mini App decides the same (src/features/procedures/checklist.ts): a line without a condition is for everybody. */
export function applies(condition: Document['appliesWhen'], answers: Answers): 'yes' | 'no' | 'unanswered' {
  if (condition === null) return 'yes'
  const answer = answers[condition.question]
  if (answer === undefined) return 'unanswered'
  return answer === condition.answer ? 'yes' : 'no'
}

/** What must be brought, and what may have to be, as long as a question is open. */
export function makeChecklist({ documents }: Case, answers: Answers): { needed: Document[]; maybe: Document[] } {
  return {
    needed: documents.filter((document) => applies(document.appliesWhen, answers) === 'yes'),
    maybe: documents.filter((document) => applies(document.appliesWhen, answers) === 'unanswered'),
  }
}

/** Questions that decide something about documents, times or fees. */
export function openQuestions({ questions, cases, channels }: Procedure) {
  const lines = [
    ...cases.flatMap((each) => each.documents),
    ...channels.flatMap((channel) => [...channel.times, ...channel.fees]),
  ]
  const used = new Set(lines.flatMap(({ appliesWhen }) => (appliesWhen ? [appliesWhen.question] : [])))
  return questions.filter((question) => used.has(question.key))
}

/** `khac-tinh.yes~nop-thay.no`, as the Mini App's addresses and the lines of a chat hand answers over. */
export function readAnswers(text: string): Answers {
  const pairs = text.split('~').flatMap((part): [string, 'yes' | 'no'][] => {
    const [key, answer] = part.split('.')
    return key && (answer === 'yes' || answer === 'no') ? [[key, answer]] : []
  })
  return Object.fromEntries(pairs)
}

export function writeAnswers(answers: Answers): string {
  return Object.entries(answers)
    .map(([question, answer]) => `${question}.${answer}`)
    .join('~')
}

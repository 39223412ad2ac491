import type { components } from '../../api/schema.gen.ts'

type Situation = components['schemas']['Situation']

export type Step =
  | { kind: 'question'; key: string; question: Situation['questions'][string]; asked: number }
  | { kind: 'outcome'; key: string; outcome: Situation['outcomes'][string] }

/** Where the answers of an address lead; an answer that no longer exists stops the walk at its question. */
export function walk(situation: Situation, answers: string[]): Step {
  let at = situation.start
  for (const [asked, answer] of [...answers, undefined].entries()) {
    const outcome = situation.outcomes[at]
    if (outcome) return { kind: 'outcome', key: at, outcome }
    const question = situation.questions[at]
    if (!question) break
    const option = question.options.find((each) => each.key === answer)
    if (!option) return { kind: 'question', key: at, question, asked }
    at = option.next
  }
  const outcome = situation.outcomes[at]
  if (outcome) return { kind: 'outcome', key: at, outcome }
  throw new Error(`${situation.slug}: ${at} is neither a question nor an outcome`)
}

/** What was answered so far, in words. */
export function trail(situation: Situation, answers: string[]): { question: string; answer: string }[] {
  const told: { question: string; answer: string }[] = []
  let at = situation.start
  for (const answer of answers) {
    const question = situation.questions[at]
    const option = question?.options.find((each) => each.key === answer)
    if (!question || !option) break
    told.push({ question: question.text, answer: option.label })
    at = option.next
  }
  return told
}

import type { Job } from '../scheduler/scheduler.ts'
import type { AnswerQuestions } from './answer-checks.seed.ts'
import { checkAnswers } from './answer-checks.usecases.ts'
import { returnSilent } from './handoff.usecases.ts'

/** The questions are asked soon after something was published, whoever published it. */
export const conversationJobs = (questions: AnswerQuestions): Job[] => [
  { name: 'conversations.return-silent', schedule: '* * * * *', runsAtStop: false, run: returnSilent },
  {
    name: 'conversations.check-answers',
    schedule: '*/2 * * * *',
    runsAtStop: false,
    run: (ctx) => checkAnswers(ctx, questions),
  },
]

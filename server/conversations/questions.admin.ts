import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import { AnswerChecks } from './answer-checks.schemas.ts'
import { showAnswerChecks } from './answer-checks.usecases.ts'
import { showChatFigures } from './chat-figures.usecases.ts'
import { ChatFigures, Period, QuestionGroups, Settled, Settling } from './questions.schemas.ts'
import { listQuestionGroups, settleGroup } from './questions.usecases.ts'

const figures = { access: { may: 'figures.read' } } as const

const groups = route('GET /admin/api/chat-questions', {
  ...figures,
  summary: 'What the bot could not answer, questions alike together and counted',
  query: Period,
  reply: QuestionGroups,
})
const settle = route('POST /admin/api/chat-questions/settle', {
  access: { may: 'content.write' },
  summary: 'Take questions off the list: they are answered now, or need no answer',
  body: Settling,
  reply: Settled,
})
const show = route('GET /admin/api/chat-figures', {
  ...figures,
  summary: 'How the chat fares: questions, waits for an officer, votes, messages that did not arrive',
  query: Period,
  reply: ChatFigures,
})
const checks = route('GET /admin/api/answer-checks', {
  access: { may: 'content.read' },
  summary: 'How well the reviewed questions find what is published, each time it has changed',
  reply: AnswerChecks,
})

export function chatQuestionDoors(api: StaffApi) {
  api.serve(groups, (ctx, { query }) => listQuestionGroups(ctx, query))
  api.serve(settle, (ctx, { body }) => settleGroup(ctx, body))
  api.serve(show, (ctx, { query }) => showChatFigures(ctx, query))
  api.serve(checks, (ctx) => showAnswerChecks(ctx))
}

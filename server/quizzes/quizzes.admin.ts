import { z } from '@hono/zod-openapi'
import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import {
  BankPage,
  BankQuery,
  BankTopics,
  KeyCorrection,
  ManyPublished,
  ManyToPublish,
  NewQuestion,
  PoolMove,
  QuestionDraft,
  QuestionId,
  QuestionView,
  Retirement,
} from './bank.schemas.ts'
import { listBankTopics, listQuestions, showQuestion } from './bank.usecases.ts'
import {
  bringBack,
  correctKey,
  movePool,
  publishMany,
  publishQuestion,
  retireQuestion,
} from './question-steps.usecases.ts'
import { createQuestion, discardDraft, saveQuestion } from './questions.usecases.ts'

const params = z.object({ id: QuestionId })
const read = { access: { may: 'quizzes.read' } } as const
const write = { access: { may: 'quizzes.write' }, params, reply: QuestionView, needsIfMatch: true } as const
const publish = { ...write, access: { may: 'quizzes.publish' } } as const
const meanwhile = ['question.not_found', 'question.changed_meanwhile'] as const

const topics = route('GET /admin/api/quiz-topics', {
  ...read,
  summary: 'Topics, with how many questions each has',
  reply: BankTopics,
})
const list = route('GET /admin/api/questions', {
  ...read,
  summary: 'The bank, last changed first',
  query: BankQuery,
  reply: BankPage,
  problems: ['cursor.invalid'],
})
const create = route('POST /admin/api/questions', {
  access: { may: 'quizzes.write' },
  summary: 'Write a new question, as a draft',
  body: NewQuestion,
  reply: QuestionView,
  status: 201,
  problems: ['question.code_taken'],
})
const many = route('POST /admin/api/questions/publish', {
  access: { may: 'quizzes.publish' },
  summary: 'Publish many drafts; each succeeds or is refused on its own',
  body: ManyToPublish,
  reply: ManyPublished,
})
const show = route('GET /admin/api/questions/{id}', {
  ...read,
  summary: 'One question with all its versions and keys',
  params,
  reply: QuestionView,
  problems: ['question.not_found'],
})
const save = route('PUT /admin/api/questions/{id}/draft', {
  ...write,
  summary: 'Write the draft; editing a published question opens its next version',
  body: QuestionDraft,
  problems: [...meanwhile, 'question.retired'],
})
const discard = route('POST /admin/api/questions/{id}/discard', {
  ...write,
  summary: 'Throw the draft away',
  problems: [...meanwhile, 'question.no_draft'],
})
const publishOne = route('POST /admin/api/questions/{id}/publish', {
  ...publish,
  summary: 'Publish the draft of somebody else',
  problems: [...meanwhile, 'question.no_draft', 'question.own_work', 'question.not_ready', 'question.retired'],
})
const key = route('POST /admin/api/questions/{id}/key', {
  ...publish,
  summary: 'Correct the key of the published version, with a reason',
  body: KeyCorrection,
  problems: [...meanwhile, 'question.not_published', 'question.own_work', 'question.not_ready'],
})
const retire = route('POST /admin/api/questions/{id}/retire', {
  ...publish,
  summary: 'Take a question out of use',
  body: Retirement,
  problems: [...meanwhile, 'question.retired', 'question.not_published'],
})
const back = route('POST /admin/api/questions/{id}/bring-back', {
  ...publish,
  summary: 'Bring a question back into use',
  problems: [...meanwhile, 'question.not_retired'],
})
const pool = route('POST /admin/api/questions/{id}/pool', {
  ...publish,
  summary: 'Move a question between practice and contests',
  body: PoolMove,
  problems: [...meanwhile, 'question.not_published', 'question.in_contest'],
})

export function quizAdminDoors(api: StaffApi) {
  api.serve(topics, (ctx) => listBankTopics(ctx))
  api.serve(list, (ctx, { query }) => listQuestions(ctx, query))
  api.serve(create, (ctx, { body }) => createQuestion(ctx, body))
  api.serve(many, (ctx, { body }) => publishMany(ctx, body))
  api.serve(show, (ctx, { params }) => showQuestion(ctx, params.id))
  api.serve(save, (ctx, { params, ifMatch, body }) => saveQuestion(ctx, { id: params.id, version: ifMatch }, body))
  api.serve(discard, (ctx, { params, ifMatch }) => discardDraft(ctx, { id: params.id, version: ifMatch }))
  api.serve(publishOne, (ctx, { params, ifMatch }) => publishQuestion(ctx, { id: params.id, version: ifMatch }))
  api.serve(key, (ctx, { params, ifMatch, body }) => correctKey(ctx, { id: params.id, version: ifMatch }, body))
  api.serve(retire, (ctx, { params, ifMatch, body }) => retireQuestion(ctx, { id: params.id, version: ifMatch }, body))
  api.serve(back, (ctx, { params, ifMatch }) => bringBack(ctx, { id: params.id, version: ifMatch }))
  api.serve(pool, (ctx, { params, ifMatch, body }) => movePool(ctx, { id: params.id, version: ifMatch }, body))
}

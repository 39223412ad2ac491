import { z } from '@hono/zod-openapi'
import {
  DIFFICULTIES,
  QUESTION_FLAGS,
  QUESTION_KINDS,
  QUESTION_POOLS,
  QUIZ_AUDIENCES,
  QuestionBody,
  QuestionCode,
  TopicId,
  VERSION_STATES,
} from './questions.schemas.ts'

export const BANK_LISTS = ['published', 'draft', 'retired'] as const
export type BankList = (typeof BANK_LISTS)[number]

/** What may be done with a question now, by whoever asks. */
export const QUESTION_STEPS = [
  'edit',
  'discard',
  'publish',
  'correct_key',
  'move_pool',
  'retire',
  'bring_back',
] as const
export type QuestionStep = (typeof QUESTION_STEPS)[number]

export const QuestionId = z.string().min(1).max(60)

export const BankQuery = z.object({
  state: z.enum(BANK_LISTS).default('published'),
  topic: TopicId.optional(),
  difficulty: z.enum(DIFFICULTIES).optional(),
  audience: z.enum(QUIZ_AUDIENCES).optional(),
  pool: z.enum(QUESTION_POOLS).optional(),
  flag: z.enum(QUESTION_FLAGS).optional(),
  /** Words of the question or its options, or its code. */
  q: z.string().trim().max(100).optional(),
  cursor: z.string().max(200).optional(),
})

const BankRow = z
  .strictObject({
    id: z.string(),
    code: z.string(),
    unitId: z.string(),
    number: z.int(),
    kind: z.enum(QUESTION_KINDS),
    topic: z.string(),
    difficulty: z.enum(DIFFICULTIES),
    pool: z.enum(QUESTION_POOLS),
    audiences: z.array(z.enum(QUIZ_AUDIENCES)),
    text: z.string(),
    flag: z.enum(QUESTION_FLAGS).nullable(),
    reviewBy: z.string(),
    updatedAt: z.string(),
    /** Of the question, for `If-Match`. */
    version: z.int(),
    /** What keeps the draft from being published, by anybody. */
    problems: z.int(),
  })
  .openapi('BankRow')

/** A page may hold few or none though more follow: each looks through a bounded part of the bank. */
export const BankPage = z
  .strictObject({ items: z.array(BankRow), nextCursor: z.string().nullable() })
  .openapi('BankPage')

export const BankTopics = z
  .strictObject({
    items: z.array(z.strictObject({ id: TopicId, name: z.string(), published: z.int(), drafts: z.int() })),
  })
  .openapi('BankTopics')

const KeyVersion = z.strictObject({
  number: z.int(),
  key: z.array(z.int()),
  explanation: z.string(),
  byName: z.string().nullable(),
  at: z.string(),
  reason: z.string().nullable(),
})

const QuestionProblem = z.strictObject({ field: z.string(), problem: z.string() }).openapi('QuestionProblem')
export type QuestionProblem = z.output<typeof QuestionProblem>

const QuestionVersionView = z
  .strictObject({
    number: z.int(),
    state: z.enum(VERSION_STATES),
    origin: z.enum(['file', 'staff', 'import']),
    /** With the key that counts now. */
    body: QuestionBody,
    /** The newest first. */
    keys: z.array(KeyVersion),
    authorNames: z.array(z.string()),
    createdAt: z.string(),
    updatedAt: z.string(),
    publishedAt: z.string().nullable(),
    publishedByName: z.string().nullable(),
  })
  .openapi('QuestionVersionView')

export const QuestionView = z
  .strictObject({
    id: z.string(),
    code: z.string(),
    unitId: z.string(),
    unitName: z.string(),
    flag: z.enum(QUESTION_FLAGS).nullable(),
    retiredAt: z.string().nullable(),
    version: z.int(),
    steps: z.array(z.enum(QUESTION_STEPS)),
    /** What is missing in the draft before it can be published. */
    problems: z.array(QuestionProblem),
    /** The newest first. */
    versions: z.array(QuestionVersionView),
  })
  .openapi('QuestionView')

export const NewQuestion = z
  .strictObject({
    unitId: z.string().min(1).max(60),
    /** Ours is given when none is named. */
    code: QuestionCode.optional(),
    body: QuestionBody,
  })
  .openapi('NewQuestion')

export const QuestionDraft = z.strictObject({ body: QuestionBody }).openapi('QuestionDraft')

const Reason = z.string().trim().min(5).max(500)

export const KeyCorrection = z
  .strictObject({
    key: QuestionBody.shape.key,
    explanation: z.string().trim().min(5).max(2_000),
    reason: Reason,
  })
  .openapi('KeyCorrection')

export const Retirement = z.strictObject({ reason: Reason }).openapi('Retirement')
export const PoolMove = z.strictObject({ pool: z.enum(QUESTION_POOLS) }).openapi('PoolMove')

export const MOST_AT_ONCE = 100
export const ManyToPublish = z
  .strictObject({
    questions: z
      .array(z.strictObject({ id: QuestionId, version: z.int().min(1) }))
      .min(1)
      .max(MOST_AT_ONCE),
  })
  .openapi('ManyToPublish')

export const ManyPublished = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: z.string(),
        code: z.string().nullable(),
        /** The problem's code, or nothing when it is published. */
        problem: z.string().nullable(),
      }),
    ),
  })
  .openapi('ManyPublished')

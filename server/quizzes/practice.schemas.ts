import { z } from '@hono/zod-openapi'
import { IsoDate, Link, Source } from '../content/provenance.schemas.ts'
import { DIFFICULTIES, QUESTION_KINDS, QUIZ_AUDIENCES, QuestionCode, TopicId } from './questions.schemas.ts'

export const PracticeTopics = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: TopicId,
        name: z.string(),
        /** Published questions of practice. */
        questions: z.int(),
        audiences: z.array(z.enum(QUIZ_AUDIENCES)),
      }),
    ),
  })
  .openapi('PracticeTopics')

/** Whole with its key and why: practice is marked on the phone, with or without a network. */
export const PracticeQuestion = z
  .strictObject({
    code: QuestionCode,
    /** Grows when the question is corrected, so that a phone forgets what it knew of the old one. */
    number: z.int(),
    kind: z.enum(QUESTION_KINDS),
    difficulty: z.enum(DIFFICULTIES),
    audiences: z.array(z.enum(QUIZ_AUDIENCES)),
    text: z.string(),
    options: z.array(z.string()),
    key: z.array(z.int()),
    explanation: z.string(),
    legalSource: z.string().nullable(),
    sources: z.array(Source),
    related: z.array(Link),
    checkedOn: IsoDate,
    reviewBy: IsoDate,
  })
  .openapi('PracticeQuestion')

export const PracticeSet = z
  .strictObject({ topic: TopicId, name: z.string(), questions: z.array(PracticeQuestion) })
  .openapi('PracticeSet')

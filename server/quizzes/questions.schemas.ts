import { z } from '@hono/zod-openapi'
import { IsoDate, Source } from '../content/provenance.schemas.ts'

/** `true_false` has the two options Đúng and Sai; `ordering` asks for all options in the right order. */
export const QUESTION_KINDS = ['single', 'multiple', 'true_false', 'ordering'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const
export type Difficulty = (typeof DIFFICULTIES)[number]

/** Whom a question is for: người dân, học sinh, cán bộ. */
export const QUIZ_AUDIENCES = ['citizen', 'student', 'official'] as const
export type QuizAudience = (typeof QUIZ_AUDIENCES)[number]

/** `practice` is shown with its key to everybody; `contest` is kept secret until staff move it. */
export const QUESTION_POOLS = ['practice', 'contest'] as const
export type QuestionPool = (typeof QUESTION_POOLS)[number]

/** The life of one version: at most one is published and at most one is being written. */
export const VERSION_STATES = ['draft', 'published', 'superseded', 'discarded'] as const

/** Why a published question has to be looked at again. */
export const QUESTION_FLAGS = ['source_superseded', 'review_due', 'key_doubted'] as const
export type QuestionFlag = (typeof QUESTION_FLAGS)[number]

export const TopicId = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
/** What staff quote: letters and digits, such as `CCHC-001`. */
export const QuestionCode = z
  .string()
  .max(24)
  .regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/)

/** A to H, as teachers' files have them. */
export const MOST_OPTIONS = 8

/** A question as it is written, key and all; `key` names options by their place, from 0. */
export const QuestionBody = z
  .strictObject({
    kind: z.enum(QUESTION_KINDS),
    topic: TopicId,
    difficulty: z.enum(DIFFICULTIES),
    audiences: z.array(z.enum(QUIZ_AUDIENCES)).min(1),
    pool: z.enum(QUESTION_POOLS),
    text: z.string().trim().min(5).max(2_000),
    options: z.array(z.string().trim().min(1).max(500)).min(2).max(MOST_OPTIONS),
    /** One place for single and true_false, the set for multiple, all places in the right order for ordering. */
    key: z
      .array(
        z
          .int()
          .min(0)
          .max(MOST_OPTIONS - 1),
      )
      .min(1)
      .max(MOST_OPTIONS),
    explanation: z.string().trim().max(2_000),
    /** What the key stands on, as people quote it: "NQ 76/NQ-CP, điều 3". */
    legalSource: z.string().trim().max(300).nullable(),
    /** The document's number, by which a superseded one is noticed. */
    documentNumber: z.string().trim().max(60).nullable(),
    sources: z.array(Source),
    /** What to read next: `procedure:…`, `article:…`, `document:…`. */
    related: z.array(z.string().regex(/^[a-z]+:[\w.-]+$/)).max(5),
    checkedOn: IsoDate,
    reviewBy: IsoDate,
    /** What in it nobody has confirmed; a question with any is not published. */
    unverified: z.array(z.string().min(3).max(500)),
  })
  .openapi('QuestionBody')
export type QuestionBody = z.output<typeof QuestionBody>

import { z } from '@hono/zod-openapi'
import { IsoDate } from '../content/provenance.schemas.ts'
import { FILE_FORMATS, FILE_PROBLEMS } from '../question-files/question-files.schemas.ts'
import { DIFFICULTIES, QUESTION_KINDS, QUESTION_POOLS, QUIZ_AUDIENCES, TopicId } from './questions.schemas.ts'

/** What the file does not say of a question: each of these holds where it says nothing. */
export const QuestionImportQuery = z.strictObject({
  dryRun: z.enum(['true', 'false']).default('true'),
  format: z.enum(FILE_FORMATS),
  unitId: z.string().min(1).max(60),
  pool: z.enum(QUESTION_POOLS),
  topic: TopicId,
  difficulty: z.enum(DIFFICULTIES),
  audience: z.enum([...QUIZ_AUDIENCES, 'everybody']),
  sourceTitle: z.string().trim().min(3).max(200).optional(),
  sourceUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  reviewBy: IsoDate,
})

const QuestionImportProblem = z
  .strictObject({
    /** As the file counts its questions; nothing where the whole file is meant. */
    number: z.int().nullable(),
    code: z.enum(FILE_PROBLEMS),
    /** The letter, word or code it is about. */
    detail: z.string().optional(),
  })
  .openapi('QuestionImportProblem')

export const QuestionImportReport = z
  .strictObject({
    /** Whether the questions are in the bank now; never by a dry run. */
    applied: z.boolean(),
    questions: z.array(
      z.strictObject({
        number: z.int(),
        /** Given when it is taken in. */
        code: z.string().nullable(),
        kind: z.enum(QUESTION_KINDS),
        topic: TopicId,
        difficulty: z.enum(DIFFICULTIES),
        text: z.string(),
        options: z.array(z.string()),
        key: z.array(z.int()),
        explanation: z.string(),
      }),
    ),
    problems: z.array(QuestionImportProblem),
    /** Questions of the bank that ask the same with other options: worth a look, no reason to refuse. */
    alike: z.array(z.strictObject({ number: z.int(), code: z.string() })),
  })
  .openapi('QuestionImportReport')

export const QuestionExportQuery = z.strictObject({
  state: z.enum(['published', 'draft']).default('published'),
  topic: TopicId.optional(),
  difficulty: z.enum(DIFFICULTIES).optional(),
  audience: z.enum(QUIZ_AUDIENCES).optional(),
  pool: z.enum(QUESTION_POOLS).optional(),
})

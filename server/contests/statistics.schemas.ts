import { z } from '@hono/zod-openapi'
import { QUESTION_KINDS } from '../quizzes/questions.schemas.ts'
import { PublicName } from './public-name.schemas.ts'

export const STATISTIC_FLAGS = [
  'low_efficiency',
  'negative_discrimination',
  'key_chosen_less',
  'unused_distractor',
] as const

const Percent = z.number().nullable()

export const QuestionStatistics = z
  .strictObject({
    blockId: z.string(),
    versionId: z.string(),
    topic: z.string(),
    kind: z.enum(QUESTION_KINDS),
    text: z.string(),
    isVoid: z.boolean(),
    attempts: z.int(),
    /** In percent, by Moodle's formulas; nothing where everybody answered alike. */
    facility: Percent,
    discrimination: Percent,
    efficiency: Percent,
    options: z.array(z.strictObject({ text: z.string(), isKey: z.boolean(), chosen: z.int() })),
    /** None under 30 first attempts. */
    flags: z.array(z.enum(STATISTIC_FLAGS)),
  })
  .openapi('QuestionStatistics')
export const RoundStatistics = z
  .strictObject({ round: z.int(), papers: z.int(), items: z.array(QuestionStatistics) })
  .openapi('RoundStatistics')

export const SimilarityQuery = z.strictObject({ unitId: z.string().max(60) })
export const SimilarPapers = z
  .strictObject({
    round: z.int(),
    unitName: z.string(),
    /** Papers that were held against each other; `leftOut` were too many to be. */
    papers: z.int(),
    leftOut: z.int(),
    /** Pairs of the whole round, by which the bar is set: one false alarm in a hundred contests. */
    pairs: z.int(),
    alpha: z.number(),
    /** How many of a hundred who copied all, or seven of ten, would be named here: nothing named proves nothing. */
    power: z.strictObject({ whole: z.number().nullable(), mostly: z.number().nullable() }),
    items: z.array(
      z.strictObject({
        one: PublicName,
        other: PublicName,
        blockId: z.string(),
        shared: z.int(),
        matches: z.int(),
        expected: z.number(),
        /** Between two who know nothing of each other. */
        chance: z.number(),
      }),
    ),
  })
  .openapi('SimilarPapers')

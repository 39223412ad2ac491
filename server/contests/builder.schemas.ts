import { z } from '@hono/zod-openapi'
import { IsoDate, Source } from '../content/provenance.schemas.ts'
import { DIFFICULTIES, QUESTION_KINDS, QUIZ_AUDIENCES } from '../quizzes/questions.schemas.ts'
import { UnitId } from '../units/units.schemas.ts'
import { CONTEST_STATES, ContestSettings } from './contests.schemas.ts'

const Id = z.string().max(40)
export const ContestParams = z.object({ id: Id })

export const PRESET_IDS = ['hue-2025', 'hai-duong-2024'] as const
export type Preset = (typeof PRESET_IDS)[number]

export const PresetList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: z.enum(PRESET_IDS),
        title: z.string(),
        source: Source,
        /** Settings that its published rules do not speak of. */
        unsaid: z.array(z.string()),
      }),
    ),
  })
  .openapi('ContestPresetList')

export const NewContest = z
  .strictObject({
    unitId: UnitId,
    name: z.string().trim().min(5).max(160),
    /** In Vietnam, the day on which the first round opens. */
    firstDay: IsoDate,
    from: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('blank') }),
      z.strictObject({ kind: z.literal('preset'), preset: z.enum(PRESET_IDS) }),
      z.strictObject({ kind: z.literal('contest'), contestId: Id }),
    ]),
  })
  .openapi('NewContest')

export const CONTEST_STEPS = ['review', 'return', 'schedule', 'unschedule', 'archive'] as const
export type ContestStep = (typeof CONTEST_STEPS)[number]
export const StepParams = z.object({ id: Id, step: z.enum(CONTEST_STEPS) })
export const ContestStepSaid = z
  .strictObject({ remark: z.string().trim().min(3).max(500).optional() })
  .openapi('ContestStepSaid')

export const RoundParams = z.object({ id: Id, number: z.coerce.number().int().min(1).max(20) })
export const LaterClosing = z
  .strictObject({ closesAt: z.iso.datetime(), reason: z.string().trim().min(5).max(500) })
  .openapi('LaterClosing')

const StaffRound = z
  .strictObject({
    number: z.int(),
    name: z.string(),
    opensAt: z.string(),
    closesAt: z.string(),
    state: z.enum(CONTEST_STATES),
    complaintsUntil: z.string().nullable(),
  })
  .openapi('StaffContestRound')

const summary = {
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  state: z.enum(CONTEST_STATES),
  rounds: z.array(StaffRound),
  /** Of the reader's own units, not only one that reaches down to them. */
  isOwn: z.boolean(),
  updatedAt: z.string(),
}
export const StaffContestList = z
  .strictObject({ items: z.array(z.strictObject(summary).openapi('StaffContestSummary')), now: z.string() })
  .openapi('StaffContestList')

export const StaffContest = z
  .strictObject({
    ...summary,
    version: z.int(),
    settings: ContestSettings,
    authors: z.array(z.string()),
    reviewedBy: z.string().nullable(),
    /** Published when it is scheduled. */
    drawCommitment: z.string().nullable(),
    /** What the reader may do with it as it stands. */
    mayEdit: z.boolean(),
    steps: z.array(z.enum(CONTEST_STEPS)),
    /** Newest first; empty for whoever it only reaches down to. */
    history: z.array(
      z.strictObject({
        id: z.string(),
        at: z.string(),
        actorName: z.string(),
        action: z.string(),
        remark: z.string().nullable(),
      }),
    ),
    now: z.string(),
  })
  .openapi('StaffContest')

/** What keeps a contest from being scheduled (`stops`), and what somebody should know before (`warns`). */
export const CONTEST_PROBLEMS = [
  'no_sources',
  'no_intro',
  'block_repeats',
  'ages_reversed',
  'pool_too_small',
  'part_lacks',
  'parts_cross',
  'round_past',
  'rounds_overlap',
  'round_too_short',
  'closeness_without_prediction',
  'prize_unproved',
  'leaks',
  'answers_reused',
  'practice_included',
  'ties_remain',
  'no_headcount',
] as const
export type ContestProblem = (typeof CONTEST_PROBLEMS)[number]

export const FoundProblem = z
  .strictObject({
    problem: z.enum(CONTEST_PROBLEMS),
    weight: z.enum(['stops', 'warns']),
    /** Where it is, as far as it has a place. */
    blockId: z.string().nullable(),
    round: z.int().nullable(),
    /** Of the block's blueprint, from 0. */
    part: z.int().nullable(),
    has: z.int().nullable(),
    needs: z.int().nullable(),
  })
  .openapi('ContestProblem')
export type FoundProblem = z.infer<typeof FoundProblem>

export const ContestCheck = z
  .strictObject({
    problems: z.array(FoundProblem),
    pools: z.array(
      z.strictObject({
        blockId: z.string(),
        /** Questions a paper of the block can be drawn from, in one round. */
        pool: z.int(),
        paper: z.int(),
        /** How many questions two people of a round have in common, on average. */
        shared: z.number(),
        /** From which on it warns. */
        sharedLimit: z.number(),
        /** Whether each round has questions of its own. */
        splitByRound: z.boolean(),
        parts: z.array(z.strictObject({ count: z.int(), pool: z.int() })),
      }),
    ),
    /** What the bank has to draw from, for whoever writes a blueprint. */
    bank: z.array(
      z.strictObject({
        audience: z.enum(QUIZ_AUDIENCES),
        topic: z.string(),
        topicName: z.string(),
        difficulty: z.enum(DIFFICULTIES),
        questions: z.int(),
      }),
    ),
  })
  .openapi('ContestCheck')

export const PreviewQuery = z.strictObject({
  blockId: z.string().max(40),
  /** Another number, another paper. */
  draw: z.coerce.number().int().min(0).max(9_999).default(0),
})
export const PaperPreview = z
  .strictObject({
    blockId: z.string(),
    questions: z.array(
      z.strictObject({
        kind: z.enum(QUESTION_KINDS),
        topic: z.string(),
        difficulty: z.string(),
        text: z.string(),
        options: z.array(z.string()),
      }),
    ),
  })
  .openapi('PaperPreview')

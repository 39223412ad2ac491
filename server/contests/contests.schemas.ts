import { z } from '@hono/zod-openapi'
import { Slug, Source } from '../content/provenance.schemas.ts'
import { DIFFICULTIES, QUIZ_AUDIENCES, TopicId } from '../quizzes/questions.schemas.ts'

/**
 * One chain. A contest goes through the first three whole; from `scheduled` on each round goes by itself, and the
 * contest stands where the round that has come least far stands.
 */
export const CONTEST_STATES = [
  'draft',
  'reviewed',
  'scheduled',
  'open',
  'closed',
  'provisional',
  'complaints',
  'official',
  'archived',
] as const
export type ContestState = (typeof CONTEST_STATES)[number]

/** Which of several attempts in a round counts; `best` of equal scores is the earliest. */
export const COUNTING = ['best', 'first', 'last'] as const
/** What people are asked to foretell; it is never scored. */
export const PREDICTIONS = ['none', 'entrants', 'all_correct'] as const
/** What places two people whose score is equal, in the order the contest announces. */
export const TIE_BREAKS = ['closeness', 'time_taken', 'earlier_submission', 'draw'] as const
export type TieBreak = (typeof TIE_BREAKS)[number]

/** Of a unit's headcount register: whom the participation of a block is counted against. */
export const HEADCOUNTS = ['official', 'teacher', 'student', 'official_and_teacher'] as const

const Instant = z.iso.datetime()

/** So many questions of a topic and a difficulty; nothing stands for any. */
export const BlueprintPart = z.strictObject({
  topic: TopicId.nullable(),
  difficulty: z.enum(DIFFICULTIES).nullable(),
  count: z.int().min(1).max(100),
})
export type BlueprintPart = z.output<typeof BlueprintPart>

/** People who get papers of the same bank and are ranked among themselves. */
export const Block = z.strictObject({
  id: Slug.max(40),
  name: z.string().trim().min(2).max(80),
  /** The bank: published questions for this audience. */
  audience: z.enum(QUIZ_AUDIENCES),
  blueprint: z.array(BlueprintPart).min(1).max(40),
  /** Whole years on the day of entering; nothing where the rules say nothing. */
  minAge: z.int().min(6).max(100).nullable(),
  maxAge: z.int().min(6).max(100).nullable(),
  /** A unit has to be named, and ranks among units. */
  needsUnit: z.boolean(),
  /** Only people on a list that a unit has uploaded, by their code. */
  needsCode: z.boolean(),
  /** Whom participation is counted against; nothing where the block has no units. */
  headcount: z.enum(HEADCOUNTS).nullable(),
})
export type Block = z.output<typeof Block>

export const RoundWish = z
  .strictObject({ name: z.string().trim().min(2).max(80), opensAt: Instant, closesAt: Instant })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, { path: ['closesAt'], error: 'ends before it begins' })

/** Everything in which rules of contests differ. */
export const ContestSettings = z
  .strictObject({
    name: z.string().trim().min(5).max(160),
    /** Read by entrants before they begin; plain paragraphs. */
    intro: z.string().trim().max(4_000),
    /** The decision and the rules the contest stands on. */
    sources: z.array(Source),
    blocks: z.array(Block).min(1).max(8),
    rounds: z.array(RoundWish).min(1).max(20),
    /** `contest`: secret questions alone; `all`: those of practice too. */
    drawsFrom: z.enum(['contest', 'all']),
    minutes: z.int().min(1).max(180),
    /** For the network, after the limit. */
    graceSeconds: z.int().min(0).max(60),
    attemptsPerRound: z.int().min(1).max(10),
    counts: z.enum(COUNTING),
    prediction: z.enum(PREDICTIONS),
    tieBreaks: z.array(z.enum(TIE_BREAKS)).max(4),
    /** What a person is told when the paper is in, and what when the results are. */
    tells: z.strictObject({
      afterSubmitting: z.enum(['nothing', 'score']),
      afterClosing: z.enum(['score', 'answers']),
    }),
    units: z.strictObject({
      /** Headcount under which a unit is listed apart. */
      minSize: z.int().min(0).max(10_000),
      /** Share of the headcount, in percent, under which a unit is listed apart. */
      minParticipation: z.int().min(0).max(100),
    }),
    /** Days of calendar in which a result may be disputed. */
    complaintDays: z.int().min(0).max(30),
    /** Names in public rankings: whole for adults who agree, or masked for everybody. */
    names: z.enum(['whole', 'masked']),
  })
  .openapi('ContestSettings')
export type ContestSettings = z.output<typeof ContestSettings>

/** Without a consent of the parents (NĐ 356/2025): shown as initials and unit. */
export const GUARDIAN_UNDER_AGE = 16
export const ADULT_AGE = 18

/** `held`: a second person with the same code, until staff have looked. `practice`: organisers, never ranked. */
export const ENTRY_STATUSES = ['counted', 'held', 'practice', 'removed'] as const
export type EntryStatus = (typeof ENTRY_STATUSES)[number]
export const AGE_BANDS = ['under_16', 'under_18', 'adult'] as const
export type AgeBand = (typeof AGE_BANDS)[number]

export const ATTEMPT_STATES = ['in_progress', 'submitted', 'auto_submitted', 'expired_empty', 'voided'] as const
export type AttemptState = (typeof ATTEMPT_STATES)[number]

/** `wanted`: asked for, and not reckoned yet. */
export const RESULT_STATES = ['wanted', 'provisional', 'official', 'replaced'] as const
export const COMPLAINT_STATES = ['waiting', 'upheld', 'rejected'] as const

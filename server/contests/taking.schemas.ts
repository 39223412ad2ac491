import { z } from '@hono/zod-openapi'
import { Slug, Source } from '../content/provenance.schemas.ts'
import { QUESTION_KINDS } from '../quizzes/questions.schemas.ts'
import { UnitId } from '../units/units.schemas.ts'
import {
  AGE_BANDS,
  ATTEMPT_STATES,
  CONTEST_STATES,
  ENTRY_STATUSES,
  PREDICTIONS,
  TIE_BREAKS,
} from './contests.schemas.ts'

const Instant = z.string()

/** Nothing here counts anybody: while a prediction is open no reply tells how many take part. */
export const ContestSummary = z
  .strictObject({
    slug: Slug,
    name: z.string(),
    state: z.enum(CONTEST_STATES),
    opensAt: Instant,
    closesAt: Instant,
  })
  .openapi('ContestSummary')
export const ContestList = z
  .strictObject({ items: z.array(ContestSummary), /** By the server's clock. */ now: Instant })
  .openapi('ContestList')

export const ContestRound = z.strictObject({
  number: z.int(),
  name: z.string(),
  opensAt: Instant,
  closesAt: Instant,
  state: z.enum(CONTEST_STATES),
  complaintsUntil: Instant.nullable(),
  /** A result is there to be read. */
  hasResult: z.boolean(),
})

export const ContestHome = z
  .strictObject({
    slug: Slug,
    name: z.string(),
    state: z.enum(CONTEST_STATES),
    intro: z.string(),
    sources: z.array(Source),
    rounds: z.array(ContestRound),
    blocks: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        questions: z.int(),
        minAge: z.int().nullable(),
        maxAge: z.int().nullable(),
        needsUnit: z.boolean(),
        needsCode: z.boolean(),
      }),
    ),
    minutes: z.int(),
    attemptsPerRound: z.int(),
    counts: z.enum(['best', 'first', 'last']),
    prediction: z.enum(PREDICTIONS),
    tieBreaks: z.array(z.enum(TIE_BREAKS)),
    names: z.enum(['whole', 'masked']),
    complaintDays: z.int(),
    /** SHA-256 of what decides every draw; the seed itself once the result is official. */
    drawCommitment: z.string(),
    drawSeed: z.string().nullable(),
    /** Questions taken out of the marking, and why: as each round's notice. */
    notices: z.array(z.strictObject({ round: z.int(), text: z.string(), at: Instant })),
    /** By the server's clock, for the countdown. */
    now: Instant,
  })
  .openapi('ContestHome')

/** Who enters. The birth date is read for the age and not kept. */
export const NewEntry = z
  .strictObject({
    blockId: z.string().max(40),
    name: z.string().trim().min(2).max(80),
    bornOn: z.iso.date(),
    unitId: UnitId.nullable(),
    /** Staff or student code, where the unit has told its people. */
    code: z.string().trim().min(1).max(40).nullable(),
    /** Of the text that was on the screen. */
    consentVersion: z.int(),
    /** An adult who agrees to a whole name in the ranking, where the contest shows names. */
    showsName: z.boolean(),
  })
  .openapi('NewContestEntry')

export const Entry = z
  .strictObject({
    blockId: z.string(),
    unitId: UnitId.nullable(),
    unitName: z.string().nullable(),
    status: z.enum(ENTRY_STATUSES),
    ageBand: z.enum(AGE_BANDS),
    publicName: z.string(),
    /** Under 16: whether a parent has agreed by the link. */
    guardian: z.enum(['not_needed', 'waiting', 'agreed']),
  })
  .openapi('ContestEntry')

export const OwnAttempt = z.strictObject({
  id: z.string(),
  round: z.int(),
  number: z.int(),
  state: z.enum(ATTEMPT_STATES),
  startedAt: Instant,
  deadlineAt: Instant,
  submittedAt: Instant.nullable(),
  /** Where the contest tells it when the paper is in. */
  score: z.int().nullable(),
  outOf: z.int(),
})

/** What I have in a contest; `entry` is nothing until I enter. */
export const OwnContest = z
  .strictObject({ entry: Entry.nullable(), attempts: z.array(OwnAttempt), now: Instant })
  .openapi('OwnContest')

/** A question without its key: options are in the order this person sees. */
export const PaperQuestion = z.strictObject({
  kind: z.enum(QUESTION_KINDS),
  text: z.string(),
  options: z.array(z.string()),
})

export const Paper = z
  .strictObject({
    attemptId: z.string(),
    /** Sent as `Authorization: Attempt …` with each saving; it is good for this paper alone. */
    token: z.string(),
    number: z.int(),
    questions: z.array(PaperQuestion),
    prediction: z.enum(PREDICTIONS),
    startedAt: Instant,
    deadlineAt: Instant,
    graceSeconds: z.int(),
    now: Instant,
    saved: z.strictObject({ seq: z.int(), sheet: z.array(z.array(z.int())), prediction: z.int().nullable() }),
  })
  .openapi('Paper')

/** The whole sheet each time, so that what a lost request carried is in the next one. */
export const Sheet = z
  .strictObject({
    /** Grows with every change on the phone; of two, the higher stands. */
    seq: z.int().min(1).max(1_000_000),
    /** By the paper's questions, places of the options as shown; empty where nothing is chosen. */
    sheet: z
      .array(z.array(z.int().min(0).max(7)).max(8))
      .min(1)
      .max(100),
    prediction: z.int().min(0).max(100_000_000).nullable(),
  })
  .openapi('Sheet')

/** The same for a right and a wrong answer. `seq` above what was sent: another tab or phone has saved later. */
export const Saved = z.strictObject({ seq: z.int(), savedAt: Instant }).openapi('SheetSaved')

export const Submitted = z
  .strictObject({
    state: z.enum(ATTEMPT_STATES),
    submittedAt: Instant,
    answered: z.int(),
    outOf: z.int(),
    /** Where the contest tells it at once. */
    score: z.int().nullable(),
  })
  .openapi('PaperSubmitted')

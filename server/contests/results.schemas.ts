import { z } from '@hono/zod-openapi'
import { QUESTION_KINDS } from '../quizzes/questions.schemas.ts'
import { CONTEST_STATES, ENTRY_STATUSES, PREDICTIONS, TIE_BREAKS } from './contests.schemas.ts'
import { PublicName } from './public-name.schemas.ts'

const Instant = z.string()

/** What a result is asked for: a round, or nothing for the whole contest. */
const which = { round: z.coerce.number().int().min(1).max(20).optional() }
export const ResultsQuery = z.strictObject({
  ...which,
  /** The first block where it is absent. */
  block: z.string().max(40).optional(),
  cursor: z.string().max(80).optional(),
})
export const UnitResultsQuery = ResultsQuery.omit({ cursor: true })
/** Staff read what was replaced too: `number` is one that was made before. */
const version = { number: z.coerce.number().int().min(1).max(10_000).optional() }
export const StaffResultsQuery = ResultsQuery.extend(version)
export const StaffFileQuery = z.strictObject({ ...which, ...version })
export const StaffUnitResultsQuery = UnitResultsQuery.extend(version)
export const OwnRankQuery = z.strictObject(which)

const NamedBlock = z.strictObject({ id: z.string(), name: z.string() })

/** What every list of a result begins with: which one it is, and all that is needed to hold it against another. */
export const ResultHead = z
  .strictObject({
    slug: z.string(),
    contestName: z.string(),
    /** Nothing for the whole contest. */
    round: z.int().nullable(),
    roundName: z.string().nullable(),
    state: z.enum(['provisional', 'official']),
    number: z.int(),
    madeAt: Instant,
    /** Why there is another one after the first. */
    reason: z.string().nullable(),
    complaintsUntil: Instant.nullable(),
    entrants: z.int(),
    allCorrect: z.int(),
    prediction: z.enum(PREDICTIONS),
    tieBreaks: z.array(z.enum(TIE_BREAKS)),
    /** SHA-256 over the rows and the result before; `signature` is ours over it. */
    fingerprint: z.string(),
    signature: z.string().nullable(),
    signedAt: Instant.nullable(),
    /** What decided every draw, once nothing is left to be drawn. */
    drawSeed: z.string().nullable(),
    block: NamedBlock,
    blocks: z.array(NamedBlock),
    /** Questions taken out of the marking and keys that were corrected. */
    notices: z.array(z.strictObject({ text: z.string(), at: Instant })),
    versions: z.array(
      z.strictObject({
        number: z.int(),
        state: z.enum(['provisional', 'official', 'replaced']),
        madeAt: Instant,
        reason: z.string().nullable(),
        fingerprint: z.string(),
      }),
    ),
  })
  .openapi('ResultHead')

export const ResultRow = z
  .strictObject({
    place: z.int(),
    rank: z.int(),
    publicName: PublicName,
    unitName: z.string().nullable(),
    score: z.int(),
    outOf: z.int(),
    prediction: z.int().nullable(),
    distance: z.int().nullable(),
    takenMs: z.int(),
    submittedAt: Instant,
    /** Where the draw had to decide. */
    draw: z.int().nullable(),
  })
  .openapi('ResultRow')

export const ContestResults = z
  .strictObject({
    result: ResultHead,
    /** In this block. */
    people: z.int(),
    items: z.array(ResultRow),
    nextCursor: z.string().nullable(),
  })
  .openapi('ContestResults')

export const ResultUnit = z
  .strictObject({
    unit: z.string(),
    unitName: z.string(),
    rank: z.int().nullable(),
    /** Why it has no rank. */
    apart: z.enum(['too_small', 'too_few', 'no_headcount']).nullable(),
    headcount: z.int().nullable(),
    participants: z.int(),
    /** 0 to 1. */
    participation: z.number().nullable(),
    quality: z.number(),
    points: z.number().nullable(),
  })
  .openapi('ResultUnit')

export const UnitResults = z.strictObject({ result: ResultHead, items: z.array(ResultUnit) }).openapi('UnitResults')

export const RANKING_KEYS = ['score', ...TIE_BREAKS] as const

/** Why I stand where I stand: my own figures, and by which of them others are above me. */
export const OwnRank = z
  .strictObject({
    round: z.int().nullable(),
    roundName: z.string().nullable(),
    state: z.enum(['provisional', 'official']),
    number: z.int(),
    block: NamedBlock,
    /** Others than `counted` are in no list. */
    status: z.enum(ENTRY_STATUSES),
    /** Nothing where no paper counted. */
    standing: z
      .strictObject({
        rank: z.int(),
        people: z.int(),
        /** Others with the same rank. */
        sharedWith: z.int(),
        below: z.int(),
        /** In the order in which the list is made; they add up to one less than the rank. */
        above: z.array(z.strictObject({ key: z.enum(RANKING_KEYS), people: z.int() })),
        score: z.int(),
        outOf: z.int(),
        prediction: z.int().nullable(),
        /** What was to be foretold. */
        actual: z.int().nullable(),
        distance: z.int().nullable(),
        takenMs: z.int(),
        submittedAt: Instant,
        draw: z.int().nullable(),
      })
      .nullable(),
    certificate: z.strictObject({ code: z.string(), issuedAt: Instant }).nullable(),
    complaintsUntil: Instant.nullable(),
  })
  .openapi('OwnContestRank')

/** My paper with its key, where the contest tells answers after closing. */
export const OwnAnswers = z
  .strictObject({
    attempts: z.array(
      z.strictObject({
        number: z.int(),
        isCounted: z.boolean(),
        score: z.int(),
        outOf: z.int(),
        questions: z.array(
          z.strictObject({
            kind: z.enum(QUESTION_KINDS),
            text: z.string(),
            /** As this paper showed them; `chosen` and `key` are places here. */
            options: z.array(z.string()),
            chosen: z.array(z.int()),
            key: z.array(z.int()),
            isRight: z.boolean(),
            /** Taken out of the marking: everybody has its mark. */
            isVoid: z.boolean(),
            explanation: z.string(),
          }),
        ),
      }),
    ),
  })
  .openapi('OwnContestAnswers')

export const RoundResultState = z
  .strictObject({
    /** Nothing for the whole contest. */
    round: z.int().nullable(),
    name: z.string(),
    roundState: z.enum(CONTEST_STATES).nullable(),
    complaintsUntil: Instant.nullable(),
    waitingComplaints: z.int(),
    /** Grows with every move of the round. */
    version: z.int(),
    /** Another is being reckoned. */
    isBeingMade: z.boolean(),
    result: z
      .strictObject({
        number: z.int(),
        state: z.enum(['provisional', 'official']),
        madeAt: Instant,
        people: z.int(),
        entrants: z.int(),
        allCorrect: z.int(),
        fingerprint: z.string(),
        /** Whether the signature is ours and for this fingerprint; nothing while unsigned. */
        isSignatureGood: z.boolean().nullable(),
        reason: z.string().nullable(),
      })
      .nullable(),
  })
  .openapi('RoundResultState')

export const ResultBoard = z
  .strictObject({ contestId: z.string(), contestName: z.string(), items: z.array(RoundResultState) })
  .openapi('ResultBoard')

/** Why everybody is ranked again; it is read by everybody. */
export const Recompute = z.strictObject({ reason: z.string().trim().min(10).max(500) }).openapi('RankingRecompute')
export const VoidQuestion = z
  .strictObject({ versionId: z.string().max(60), reason: z.string().trim().min(10).max(500) })
  .openapi('QuestionVoid')
export const CorrectKey = z
  .strictObject({
    versionId: z.string().max(60),
    key: z.array(z.int().min(0).max(7)).min(1).max(8),
    explanation: z.string().trim().max(2_000),
    reason: z.string().trim().min(10).max(500),
  })
  .openapi('KeyCorrection')

/** The clock's job that reckons results; started too when somebody asks for one. */
export const RESULTS_JOB = 'contests.results'

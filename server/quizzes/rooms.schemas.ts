import { z } from '@hono/zod-openapi'
import { MOST_OPTIONS, QUESTION_KINDS, TopicId } from './questions.schemas.ts'

/** `lobby` until the teacher begins; then each question is `asking`, then `showing`; after the last it has `ended`. */
export const ROOM_STAGES = ['lobby', 'asking', 'showing', 'ended'] as const
export type RoomStage = (typeof ROOM_STAGES)[number]

export const MOST_PLAYERS = 60
export const LONGEST_NICKNAME = 20

export const RoomId = z.string().min(1).max(60)
/** What only its owner holds; it stands in bodies and never in an address. */
const Token = z.string().regex(/^room_[\w-]{43}$/)
const Answer = z
  .array(
    z
      .int()
      .min(0)
      .max(MOST_OPTIONS - 1),
  )
  .min(1)
  .max(MOST_OPTIONS)

export const RoomWish = z
  .strictObject({
    title: z.string().trim().min(2).max(80),
    topic: TopicId,
    /** How many questions; fewer are asked where the topic has fewer. */
    questions: z.int().min(1).max(30),
    secondsEach: z.int().min(10).max(120),
  })
  .openapi('RoomWish')

export const OpenedRoom = z
  .strictObject({ id: RoomId, pin: z.string(), hostToken: z.string(), questions: z.int() })
  .openapi('OpenedRoom')

export const RoomJoin = z
  .strictObject({ pin: z.string().regex(/^\d{6}$/), nickname: z.string().max(60) })
  .openapi('RoomJoin')

export const JoinedRoom = z
  .strictObject({ id: RoomId, playerToken: z.string(), nickname: z.string(), title: z.string() })
  .openapi('JoinedRoom')

/** The room as everybody in it sees it; who knows its id was let in by the PIN. */
export const RoomView = z
  .strictObject({
    pin: z.string(),
    title: z.string(),
    stage: z.enum(ROOM_STAGES),
    /** Place of the question, from 0; -1 in the lobby. */
    at: z.int(),
    of: z.int(),
    secondsEach: z.int(),
    question: z
      .strictObject({ kind: z.enum(QUESTION_KINDS), text: z.string(), options: z.array(z.string()) })
      .nullable(),
    /** Until when answers are taken; nothing unless `asking`. */
    closesAt: z.string().nullable(),
    /** While `asking` nobody's points move. Most points first. */
    players: z.array(z.strictObject({ nickname: z.string(), points: z.int(), rank: z.int() })),
    /** Only when `showing`. */
    shown: z
      .strictObject({
        key: z.array(z.int()),
        explanation: z.string(),
        /** How many chose each option; empty where options were put in order. */
        counts: z.array(z.int()),
        right: z.int(),
      })
      .nullable(),
  })
  .openapi('RoomView')
export type RoomView = z.output<typeof RoomView>

export const RoomQuery = z.object({ since: z.coerce.number().int().min(0).optional() })

export const RoomState = z
  .strictObject({
    version: z.int(),
    /** The server's clock, for the countdown. */
    now: z.string(),
    /** How many have answered the question on the screen. */
    answered: z.int(),
    /** Nothing when it is as it was at `since`. */
    room: RoomView.nullable(),
  })
  .openapi('RoomState')

export const RoomAnswer = z
  .strictObject({ playerToken: Token, at: z.int().min(0), answer: Answer })
  .openapi('RoomAnswer')

/** The answer that counts: the first that arrived. Whether it is right is told to all at once. */
export const RoomAnswerTaken = z.strictObject({ at: z.int(), answer: Answer }).openapi('RoomAnswerTaken')

/** Where the host's screen stands when the button is pressed, so that a second press does not skip a question. */
export const RoomStep = z
  .strictObject({ hostToken: Token, stage: z.enum(ROOM_STAGES), at: z.int().min(-1) })
  .openapi('RoomStep')
export const RoomEnd = z.strictObject({ hostToken: Token }).openapi('RoomEnd')
export const RoomRemoval = z.strictObject({ hostToken: Token, nickname: z.string().max(60) }).openapi('RoomRemoval')

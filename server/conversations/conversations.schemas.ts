import { z } from '@hono/zod-openapi'
import { CHANNELS, CONVERSATION_MODES, LONGEST_TEXT, OUTGOING_STATES, SPEAKERS } from '../chat/chat.schemas.ts'
import { prose } from '../feedback/written-text.schemas.ts'

/** `waiting`: in the queue. `active`: an officer has taken it. */
export const HANDOFF_STATES = ['waiting', 'active', 'ended', 'cancelled'] as const
export type HandoffState = (typeof HANDOFF_STATES)[number]

/** Asked for; offered after two misses; words that a person must answer; an officer wrote of their own accord. */
export const HANDOFF_REASONS = ['asked', 'misses', 'sensitive', 'staff'] as const

export const VOTES = ['useful', 'useless'] as const

/** The longest silence of both sides; after it the bot answers again. */
export const SILENCE_MINUTES = 20
/** A ticket nobody took is dropped when Zalo no longer lets an answer through. */
export const TICKET_DAYS = 7

const Id = z.string().min(1).max(80)
const Moment = z.string()

const Line = z.strictObject({ at: Moment, speaker: z.enum(SPEAKERS), text: z.string() })

/** Somebody we talk with, as staff see them: by a number, never by a name. */
const Talk = z.strictObject({
  id: Id,
  /** Six digits; the same for the same person as long as they are known. */
  number: z.string(),
  channel: z.enum(CHANNELS),
  mode: z.enum(CONVERSATION_MODES),
  isFollower: z.boolean(),
  lastInteractionAt: Moment.nullable(),
  lastLine: Line.nullable(),
  /** What they have said since an officer or, before one came, their ticket. */
  unanswered: z.int(),
})

/** One who waits for an officer, or whom one has taken. */
const Handoff = z.strictObject({
  ticket: z.int(),
  reason: z.enum(HANDOFF_REASONS),
  state: z.enum(HANDOFF_STATES),
  askedAt: Moment,
  claimedAt: Moment.nullable(),
  claimedByName: z.string().nullable(),
  isMine: z.boolean(),
  /** Working time from asking until they were taken, or until now. */
  waitedMinutes: z.int(),
  /** The last they wrote but for asking for an officer. */
  question: z.string().nullable(),
})

export const ConversationRow = Talk.extend({ handoff: Handoff.nullable() }).openapi('ConversationRow')

export const ConversationQuery = z.strictObject({
  mode: z.enum(CONVERSATION_MODES).optional(),
  cursor: z.string().max(200).optional(),
})

export const ConversationList = z
  .strictObject({ items: z.array(ConversationRow), nextCursor: z.string().nullable() })
  .openapi('ConversationList')

/** Everybody who waits, the longest first, then those whom officers have taken. */
export const HandoffQueue = z
  .strictObject({
    items: z.array(ConversationRow),
    isOpen: z.boolean(),
    /** When the office is next open; now, while it is. */
    opensAt: Moment,
  })
  .openapi('HandoffQueue')

export const HandoffCounts = z
  .strictObject({ waiting: z.int(), mine: z.int(), mineUnanswered: z.int() })
  .openapi('HandoffCounts')

const Message = z.strictObject({
  id: z.string(),
  at: Moment,
  speaker: z.enum(SPEAKERS),
  staffName: z.string().nullable(),
  text: z.string(),
  attachments: z.int(),
  /** Of what we say: whether Zalo has it. */
  sending: z.strictObject({ state: z.enum(OUTGOING_STATES), problem: z.string().nullable() }).nullable(),
})

export const Conversation = Talk.extend({
  handoff: Handoff.nullable(),
  /** What somebody who takes over should know; null without a handoff. */
  summary: z.strictObject({ lastAsked: z.array(z.string()), botReplies: z.int(), earlierHandoffs: z.int() }).nullable(),
  /** Oldest first. */
  messages: z.array(Message),
  /** Where the older ones are. */
  earlierCursor: z.string().nullable(),
}).openapi('Conversation')

export const TranscriptQuery = z.strictObject({ before: z.string().max(200).optional() })

export const OfficerReply = z.strictObject({ text: prose(LONGEST_TEXT).pipe(z.string().min(1)) })

import type { ChannelName } from './chat.schemas.ts'
import type { Heard, Say } from './intent.ts'

/** What an event of a channel means to us. */
export type Inbound =
  | { kind: 'said'; userId: string; userIdByApp: string | null; heard: Heard; atMs: number }
  | { kind: 'followed' | 'unfollowed' | 'opened_chat'; userId: string; userIdByApp: string | null; atMs: number }
  /** Said by the account itself: by us through the API, or by an officer in Zalo's own console. */
  | { kind: 'echo'; userId: string; messageId: string; text: string; byOfficer: boolean; atMs: number }
  | { kind: 'reacted'; userId: string; messageId: string; icon: string; atMs: number }
  | { kind: 'delivered' | 'seen'; userId: string; messageIds: string[]; atMs: number }
  | { kind: 'withdrew'; userId: string; userIdByApp: string | null; atMs: number }
  /** Nothing we act on: stored and counted. */
  | { kind: 'other' }

/** How one attempt to send went; `why` is a word for staff, `zalo_-230`. */
export type Sent =
  | { outcome: 'sent'; messageId: string; remainingQuota: number | null }
  /** Zalo refused for good. */
  | { outcome: 'refused'; why: string }
  /** Not now; after so long where it was told. `everything`: it is not about this message, which loses no try by it. */
  | { outcome: 'later'; why: string; afterMs: number | null; everything: boolean }
  /** It may have been sent. */
  | { outcome: 'unknown'; why: string }
  /** Buttons or lists were refused: to be said again as text alone. */
  | { outcome: 'text_only'; why: string }

/** One way of talking with people: the dialogue does not know which. */
export type Channel = {
  name: ChannelName
  /** Reads a body whose sender was verified. */
  parseInbound: (body: Record<string, unknown>) => Inbound
  /** One message to one person, cut to the channel's length by whoever calls. */
  send: (userId: string, say: Say, dress: { buttons: boolean }) => Promise<Sent>
  /**
   * Names of the messages of this very text that the channel remembers having brought to the person since then, oldest
   * first; throws when it cannot be asked now. Absent where a channel cannot tell.
   */
  findSent?: (userId: string, text: string, sinceMs: number) => Promise<string[]>
  /** Whether the channel still takes something nobody asked for from us, for nothing; absent where all of it is free. */
  mayNotify?: (userId: string) => Promise<MayNotify>
  /** Whether people have to have spoken lately before they can be spoken to. */
  hasWindows: boolean
  /** Waiting time before the next message may leave, ms; 0: go, and it is counted. */
  waitMs: (nowMs: number) => number
}
export type MayNotify = { answer: 'free' | 'costs' | 'closed' } | { answer: 'unknown'; afterMs: number }

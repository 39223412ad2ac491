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
  /** Not now: `afterMs`, and whether everything waits or this message alone. */
  | { outcome: 'later'; why: string; afterMs: number; everything: boolean }
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
  /** Whether a message whose answer was lost has reached the person; nothing when the channel cannot tell. */
  findSent?: (userId: string, text: string, sinceMs: number) => Promise<string | undefined>
}

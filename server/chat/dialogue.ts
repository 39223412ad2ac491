import type { Option } from './intent.ts'

/** What a conversation is about, kept between two messages. */
export type Dialogue = {
  /** Grows when its shape changes: an older one is forgotten, and the person told. */
  version: 1
  /** The intent under way and what it waits for. */
  active: { intent: string; state: { step: string }; since: string } | null
  /** The lines last offered, by number. A tap on an older one is known by its payload. */
  offered: Option[]
  /** Misses in a row; at the second an officer is offered. */
  misses: number
  /** What was said last, for "nói lại". */
  lastSaid: string[]
  /** The question last answered, which a vote is about. */
  lastQuestionId: string | null
  /** Whether they were told that a machine answers, and what is kept. */
  wasGreeted: boolean
}

export const NOTHING_SAID: Dialogue = {
  version: 1,
  active: null,
  offered: [],
  misses: 0,
  lastSaid: [],
  lastQuestionId: null,
  wasGreeted: false,
}

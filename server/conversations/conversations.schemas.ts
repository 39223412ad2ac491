/** `waiting`: in the queue. `active`: an officer has taken it. */
export const HANDOFF_STATES = ['waiting', 'active', 'ended', 'cancelled'] as const
export type HandoffState = (typeof HANDOFF_STATES)[number]

/** Asked for; offered after two misses; words that a person must answer; an officer wrote of their own accord. */
export const HANDOFF_REASONS = ['asked', 'misses', 'sensitive', 'staff'] as const

export const VOTES = ['useful', 'useless'] as const

/** Ways of talking with us: the Official Account, and a bot of the Zalo Bot Platform. */
export const CHANNELS = ['oa', 'bot'] as const
export type ChannelName = (typeof CHANNELS)[number]

/** `ignored`: stored and counted, but nothing we act on. `poison`: failed so often that others must not wait for it. */
export const EVENT_STATES = ['waiting', 'done', 'ignored', 'poison'] as const

/** `unknown`: Zalo may have taken it; looked for among what Zalo tells before anything is sent again. */
export const OUTGOING_STATES = ['waiting', 'sending', 'sent', 'failed', 'unknown'] as const

/**
 * Why we speak: an answer to what was just said; a notice nobody asked for just now, which needs an open window;
 * an officer's own words; a piece of a campaign.
 */
export const OUTGOING_KINDS = ['reply', 'notice', 'staff', 'campaign'] as const
export type OutgoingKind = (typeof OUTGOING_KINDS)[number]

export const SPEAKERS = ['person', 'bot', 'staff'] as const
export type Speaker = (typeof SPEAKERS)[number]

/** Who answers now: the bot; the bot until an officer comes; an officer alone. */
export const CONVERSATION_MODES = ['bot', 'queued', 'staff'] as const

export const ANSWER_BANDS = ['answer', 'menu', 'fallback'] as const

/** The clock's jobs that answer what was heard and send what waits; started too when something new is there. */
export const TURNS_JOB = 'chat.turns'
export const SENDING_JOB = 'chat.send'

/** The longest text of one message, in code points: Zalo refuses more than 2,000 and does not say how it counts. */
export const LONGEST_TEXT = 1_900

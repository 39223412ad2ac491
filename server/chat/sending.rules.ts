import type { OutgoingKind } from './chat.schemas.ts'
import { isNight, nextMorning, windowOf } from './windows.rules.ts'

/** Why a message will not leave by itself any more; what Zalo itself refuses is `zalo_-230`. */
export const OWN_PROBLEMS = [
  'opted_out',
  'not_following',
  'window_closed',
  'window_paid',
  'quota_used_up',
  'unreadable',
  'no_channel',
] as const
type OwnProblem = (typeof OWN_PROBLEMS)[number]

export type Decision =
  /** `asks`: Zalo is asked first whether this one would be free. */
  { do: 'send'; asks: boolean } | { do: 'fail'; why: OwnProblem } | { do: 'wait'; until: Date }

const MINUTE_MS = 60_000
const OFF_MS = 5 * MINUTE_MS
/** Tries of one message that fail for reasons of its own. */
export const MOST_ATTEMPTS = 3
const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = MINUTE_MS

/** What may be done with a message now. What answers somebody leaves at once; the rest needs an open window and daylight. */
export function decide({
  kind,
  person,
  settings,
  hasWindows,
  now,
  chance,
}: {
  kind: OutgoingKind
  person: { lastInteractionAt: string | null; isFollower: boolean; refusesNews: boolean }
  settings: { isOff: boolean; mayPay: boolean }
  hasWindows: boolean
  now: Date
  chance: number
}): Decision {
  const isAsked = kind === 'reply' || kind === 'staff'
  if (settings.isOff && !isAsked) return { do: 'wait', until: new Date(now.getTime() + OFF_MS) }
  if (kind === 'campaign' && person.refusesNews) return { do: 'fail', why: 'opted_out' }
  if (kind === 'campaign' && isNight(now)) return { do: 'wait', until: nextMorning(now, chance) }
  if (!hasWindows) return { do: 'send', asks: false }
  if (kind === 'campaign' && !person.isFollower) return { do: 'fail', why: 'not_following' }
  const window = windowOf(person.lastInteractionAt, now)
  if (window === 'closed') return { do: 'fail', why: 'window_closed' }
  if (window === 'paid' && !settings.mayPay) return { do: 'fail', why: 'window_paid' }
  return { do: 'send', asks: !isAsked && !settings.mayPay }
}

/** Somewhere between nothing and a limit that doubles, so that many that failed together do not come back together. */
export function backoffMs(attempts: number, chance: number): number {
  return Math.floor(chance * backoffCapMs(attempts))
}

export function backoffCapMs(attempts: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1))
}

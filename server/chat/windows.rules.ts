const HOUR_MS = 60 * 60_000
const MINUTE_MS = 60_000
const FREE_MS = 48 * HOUR_MS
const OPEN_MS = 7 * 24 * HOUR_MS
/** Vietnam keeps one time all year. */
const VIETNAM_MS = 7 * HOUR_MS
const DAY_MS = 24 * HOUR_MS
const FIRST_HOUR = 6
const LAST_HOUR = 22
const MORNING_SPREAD_MS = 10 * MINUTE_MS

export type Window = 'free' | 'paid' | 'closed'

/** What Zalo allows us to say to somebody who last did something then: 48 hours for nothing, seven days at all. */
export function windowOf(lastInteractionAt: string | null, now: Date): Window {
  if (lastInteractionAt === null) return 'closed'
  const passed = now.getTime() - Date.parse(lastInteractionAt)
  if (passed <= FREE_MS) return 'free'
  return passed <= OPEN_MS ? 'paid' : 'closed'
}

/** From ten in the evening till six nobody is told what they did not ask for. */
export function isNight(now: Date): boolean {
  const hour = Math.floor(((now.getTime() + VIETNAM_MS) % DAY_MS) / HOUR_MS)
  return hour < FIRST_HOUR || hour >= LAST_HOUR
}

/** Five past six of the next morning, and some minutes more so that not everything leaves at once; `chance` from 0 to 1. */
export function nextMorning(now: Date, chance: number): Date {
  const local = now.getTime() + VIETNAM_MS
  const midnight = local - (local % DAY_MS)
  const morning = midnight + FIRST_HOUR * HOUR_MS + 5 * MINUTE_MS
  const next = morning > local ? morning : morning + DAY_MS
  return new Date(next - VIETNAM_MS + Math.floor(chance * MORNING_SPREAD_MS))
}

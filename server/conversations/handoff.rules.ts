import { SILENCE_MINUTES, TICKET_DAYS } from './conversations.schemas.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** Fewer waits than these tell nothing of the next. */
const LEAST_WAITS = 5

/** Whoever has said nothing since then, and whom nobody told anything, goes back to the bot. */
export function silentSince(now: Date): string {
  return new Date(now.getTime() - SILENCE_MINUTES * MINUTE_MS).toISOString()
}

/** Tickets asked for before then can no longer be answered. */
export function tooOldSince(now: Date): string {
  return new Date(now.getTime() - TICKET_DAYS * DAY_MS).toISOString()
}

/** What half of those before waited, rounded up to five minutes; nothing where too few have. */
export function expectedWait(waitsMs: readonly number[]): number | undefined {
  if (waitsMs.length < LEAST_WAITS) return undefined
  const sorted = [...waitsMs].sort((a, b) => a - b)
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
  return Math.max(5, Math.ceil(middle / MINUTE_MS / 5) * 5)
}

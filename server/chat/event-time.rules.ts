const SECOND_MS = 1_000
const DAY_MS = 24 * 60 * 60_000
const PAUSES_MS = [SECOND_MS, 5 * SECOND_MS, 30 * SECOND_MS, 120 * SECOND_MS]
/** Zalo tries again for two hours; what claims to be older was stamped by a wrong clock, or by an example. */
const OLDEST_MS = DAY_MS
const AHEAD_MS = 10 * 60_000

/** How long an event that failed so often waits. */
export function pauseAfter(attempts: number): number {
  return PAUSES_MS[Math.min(attempts, PAUSES_MS.length) - 1] ?? SECOND_MS
}

/** When it happened, as far as Zalo's word can be believed: it opens the windows in which we may write. */
export function happenedAt({ happenedMs, receivedAt }: { happenedMs: number; receivedAt: string }): string {
  const received = Date.parse(receivedAt)
  const isBelievable = happenedMs > received - OLDEST_MS && happenedMs < received + AHEAD_MS
  return isBelievable ? new Date(Math.min(happenedMs, received)).toISOString() : receivedAt
}

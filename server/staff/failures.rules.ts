/** Failures an address may have before it must wait. */
const FREE_FAILURES = 10
const LONGEST_WAIT_SECONDS = 15 * 60
const MOST_PER_NETWORK = 50
const NETWORK_WINDOW_MS = 60 * 60_000

export type Failures = { count: number; since: string; lastAt: string }

/** Seconds until an e-mail address may be tried again: 1 after ten failures, doubling with each more. */
export function secondsToWait(failures: Failures | undefined, now: Date): number {
  if (failures === undefined || failures.count < FREE_FAILURES) return 0
  const wait = Math.min(2 ** (failures.count - FREE_FAILURES), LONGEST_WAIT_SECONDS)
  return secondsUntil(Date.parse(failures.lastAt) + wait * 1000, now)
}

/** The same for a network address, which has fifty in an hour. */
export function secondsToWaitForNetwork(failures: Failures | undefined, now: Date): number {
  if (failures === undefined || failures.count < MOST_PER_NETWORK) return 0
  return secondsUntil(Date.parse(failures.since) + NETWORK_WINDOW_MS, now)
}

/** Whether the hour that is counted for a network address is over. */
export function isHourOver({ since }: Failures, now: Date) {
  return Date.parse(since) + NETWORK_WINDOW_MS <= now.getTime()
}

function secondsUntil(at: number, now: Date) {
  return Math.max(0, Math.ceil((at - now.getTime()) / 1000))
}

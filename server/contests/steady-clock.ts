import type { Logger } from 'pino'

/** Further than this the wall clock does not drift, it is set. */
const MOST_DRIFT_MS = 2_000

export type SteadyClock = ReturnType<typeof createSteadyClock>

/**
 * The time at the start, and what has passed since by a clock that nobody can set. Where the wall clock leaves it,
 * somebody has set that: an alarm is raised and nothing is closed until they agree again or the service is restarted.
 */
export function createSteadyClock({
  now,
  elapsedMs,
  log,
}: {
  now: () => Date
  elapsedMs: () => number
  log: Pick<Logger, 'error' | 'info'>
}) {
  const base = now().getTime() - elapsedMs()
  let wasSure = true

  const read = () => Math.round(base + elapsedMs())
  /** By how much the wall clock is ahead. */
  const jumpedMs = () => now().getTime() - read()

  function isSure() {
    const jumped = jumpedMs()
    const sure = Math.abs(jumped) <= MOST_DRIFT_MS
    if (sure !== wasSure) {
      wasSure = sure
      if (sure) log.info('the clock of this machine is right again')
      else log.error({ jumpedMs: jumped }, 'the clock of this machine was set: no paper is closed by it')
    }
    return sure
  }
  return { now: read, jumpedMs, isSure }
}

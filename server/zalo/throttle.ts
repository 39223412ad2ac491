const MINUTE_MS = 60_000
/** This share of a minute's calls may go at once. */
const BURST_SHARE = 1 / 6
/** Of what the other side says is left of this minute, the part we keep away from. */
const KEPT_BACK = 3

export type Throttle = ReturnType<typeof createThrottle>

/** One bucket for everything that is asked of one account, so that no queue starves another or trips the limit. */
export function createThrottle({ perMinute }: { perMinute: number }) {
  let rate = perMinute
  let left = burst()
  let filledMs: number | undefined
  let pausedUntilMs = 0

  function burst() {
    return Math.max(1, Math.floor(rate * BURST_SHARE))
  }
  function fill(nowMs: number) {
    const passed = Math.max(0, nowMs - (filledMs ?? nowMs))
    left = Math.min(burst(), left + (passed * rate) / MINUTE_MS)
    filledMs = nowMs
  }

  return {
    /** How long to wait, ms; 0: go, and it is counted. */
    take(nowMs: number): number {
      if (pausedUntilMs > nowMs) return pausedUntilMs - nowMs
      fill(nowMs)
      if (left < 1) return Math.ceil(((1 - left) * MINUTE_MS) / rate)
      left -= 1
      return 0
    },
    pause(untilMs: number) {
      pausedUntilMs = Math.max(pausedUntilMs, untilMs)
    },
    resume() {
      pausedUntilMs = 0
    },
    /** What the answer's headers tell: never faster than they allow, and no faster than we were set. */
    adapt(headers: Headers, nowMs: number) {
      const limit = Number(headers.get('x-ratelimit-limit') ?? Number.NaN)
      const remain = Number(headers.get('x-ratelimit-remain') ?? Number.NaN)
      if (Number.isFinite(limit) && limit > 0) rate = Math.min(perMinute, limit)
      if (Number.isFinite(remain) && remain < KEPT_BACK) pausedUntilMs = Math.max(pausedUntilMs, nowMs + MINUTE_MS / 4)
    },
    isPaused: (nowMs: number) => pausedUntilMs > nowMs,
  }
}

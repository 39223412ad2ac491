const QUICK_MS = 1_000
const HIDDEN_MS = 5_000
const LONGEST_MS = 15_000

/** How long to wait before asking again: less and less often while the service does not answer, never all at once. */
export function nextAskMs(
  { failures, isHidden }: { failures: number; isHidden: boolean },
  random: () => number,
): number {
  const usual = isHidden ? HIDDEN_MS : QUICK_MS
  return Math.round(Math.min(usual * 2 ** failures, LONGEST_MS) * (0.8 + 0.4 * random()))
}

/** What falls by more than this, in points, is told to staff. */
export const MOST_POINTS_LOST = 2

type Share = { questions: number; amongThree: number }

/** The share of questions whose answer is among the first three, in percent with one decimal. */
export function sharePercent({ questions, amongThree }: Share): number {
  return questions === 0 ? 100 : Math.round((amongThree / questions) * 1000) / 10
}

/** Whether it is no more than two points below the last good one; the first is good by itself. */
export function isGoodAfter(now: Share, lastGood: Share | undefined): boolean {
  return lastGood === undefined || share(lastGood) - share(now) <= MOST_POINTS_LOST + Number.EPSILON * 100
}

function share({ questions, amongThree }: Share) {
  return questions === 0 ? 100 : (amongThree / questions) * 100
}

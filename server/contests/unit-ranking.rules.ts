export type UnitFigures = {
  unitId: string
  /** Valid on the day the round closed; nothing where nobody has told it. */
  headcount: number | null
  /** People with a paper that counts. */
  participants: number
  /** Sum over them of the share of marks, 0 to 1 each. */
  shares: number
}
export type UnitLimits = { minSize: number; minParticipation: number }
export type UnitPlace = {
  unitId: string
  headcount: number | null
  participants: number
  participation: number | null
  quality: number
  points: number | null
  rank: number | null
  apart: 'too_small' | 'too_few' | 'no_headcount' | null
}

/** Points are published to so many decimals, and what is published decides. */
const POINT_DECIMALS = 4

/**
 * Units of one block: points are participation × quality × 100, ranks are shared. Who is too small, took part with too
 * few or has told no headcount is listed apart, without a rank.
 */
export function rankUnits(units: readonly UnitFigures[], limits: UnitLimits): UnitPlace[] {
  const measured = units.filter(({ participants }) => participants > 0).map((unit) => measure(unit, limits))
  const ranked = measured.filter(({ apart }) => apart === null)
  return measured.map((unit) => ({ ...unit, rank: unit.apart === null ? rankAmong(ranked, unit) : null })).sort(inOrder)
}

function measure(
  { unitId, headcount, participants, shares }: UnitFigures,
  limits: UnitLimits,
): Omit<UnitPlace, 'rank'> {
  const quality = shares / participants
  const known = { unitId, headcount, participants, quality }
  if (headcount === null || headcount === 0)
    return { ...known, participation: null, points: null, apart: 'no_headcount' }
  // More people than the register knows of are no more than all.
  const participation = Math.min(1, participants / headcount)
  const points = Number((participation * quality * 100).toFixed(POINT_DECIMALS))
  const isTooFew = participants * 100 < limits.minParticipation * headcount
  if (headcount < limits.minSize) return { ...known, participation, points, apart: 'too_small' }
  return { ...known, participation, points, apart: isTooFew ? 'too_few' : null }
}

function rankAmong(ranked: readonly { points: number | null }[], { points }: { points: number | null }) {
  return 1 + ranked.filter((other) => (other.points ?? 0) > (points ?? 0)).length
}

/** Ranked ones first; those apart by their points, so that the list reads the same each time. */
function inOrder(one: UnitPlace, other: UnitPlace) {
  const [rank, otherRank] = [one.rank ?? Number.MAX_SAFE_INTEGER, other.rank ?? Number.MAX_SAFE_INTEGER]
  return rank - otherRank || (other.points ?? -1) - (one.points ?? -1) || (one.unitId < other.unitId ? -1 : 1)
}

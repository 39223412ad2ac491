import { createHash } from 'node:crypto'
import type { UnitPlace } from './unit-ranking.rules.ts'

/** What stands before the first result of a round. */
export const NO_RESULT = '0'.repeat(64)

export type HashedRow = {
  entryId: string
  blockId: string
  place: number
  rank: number
  attemptId: string
  score: number
  outOf: number
  prediction: number | null
  distance: number | null
  takenMs: number
  submittedMs: number
  draw: number | null
}

/** Of a result's rows in the order of blocks and places, and of the result before: two reckonings that agree have one. */
export function startResultHash({
  before,
  entrants,
  allCorrect,
}: {
  before: string
  entrants: number
  allCorrect: number
}) {
  const hash = createHash('sha256').update(`${before} ${entrants} ${allCorrect}\n`)
  return {
    addRow(row: HashedRow) {
      const { blockId, place, rank, entryId, attemptId, score, outOf } = row
      const { prediction, distance, takenMs, submittedMs, draw } = row
      const keys = [prediction, distance, takenMs, submittedMs, draw].map((key) => key ?? '-').join(' ')
      hash.update(`${blockId} ${place} ${rank} ${entryId} ${attemptId} ${score}/${outOf} ${keys}\n`)
    },
    addUnit(blockId: string, { unitId, rank, apart, headcount, participants, quality, points }: UnitPlace) {
      const figures = [rank, apart, headcount, participants, quality.toFixed(8), points?.toFixed(4)]
      hash.update(`${blockId} ${unitId} ${figures.map((figure) => figure ?? '-').join(' ')}\n`)
    },
    end: () => hash.digest('hex'),
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Ctx } from '../ctx.ts'
import type { RoundRow } from './contests.queries.ts'
import type { ContestSettings } from './contests.schemas.ts'
import * as queries from './counting.queries.ts'
import { readMarking } from './marking.queries.ts'
import { type MarkedPool, marksOfTexts } from './marking.rules.ts'
import { distanceOf, pickCounted, type Standing } from './ranking.rules.ts'

/** A person as a result sees them. */
export type Counted = Standing & {
  blockId: string
  unitId: string | null
  attemptId: string
  outOf: number
  prediction: number | null
}
export type Count = { people: Counted[]; entrants: number; allCorrect: number }

/** Read and marked in one turn of the loop; between two turns everybody else is answered. */
const PAGE = 200
const NO_POOL: MarkedPool = []

/** Marks every paper of a round anew and keeps the one of each person that counts. */
export async function countRound(
  { db }: Pick<Ctx, 'db'>,
  round: Pick<RoundRow, 'id'>,
  { counts, prediction }: Pick<ContestSettings, 'counts' | 'prediction'>,
): Promise<Count> {
  const marking = await readMarking(db, round.id)
  const people: Counted[] = []
  const names = new Map<string, string>()
  let own: Marked[] = []
  const close = () => {
    const counted = pickCounted(own, counts)
    if (counted !== undefined) people.push(toCounted(counted, names))
    own = []
  }
  for (let after: { entryId: string; number: number } | undefined; ; ) {
    const page = await queries.listAttemptsToCount(db, round.id, { after, limit: PAGE })
    for (const attempt of page) {
      if (own[0] !== undefined && own[0].entryId !== attempt.entryId) close()
      own.push(mark(attempt, marking.get(attempt.blockId) ?? NO_POOL))
    }
    after = page.at(-1)
    if (page.length < PAGE) break
    await nextTurn()
  }
  close()
  return measure(people, prediction)
}

type Marked = ReturnType<typeof mark>

function mark({ paper, sheet, ...attempt }: queries.AttemptToCount, pool: MarkedPool) {
  const isOver = attempt.submittedMs !== null && attempt.state !== 'voided'
  const { score, outOf } = marksOfTexts(paper, sheet, pool)
  return { ...attempt, score: isOver ? score : 0, outOf }
}

/** Each field by its name, and each unit's name once: a hundred thousand of these are held. */
function toCounted(attempt: Marked, names: Map<string, string>): Counted {
  const at = attempt.submittedMs ?? attempt.startedMs
  return {
    entryId: attempt.entryId,
    blockId: once(names, attempt.blockId),
    unitId: attempt.unitId === null ? null : once(names, attempt.unitId),
    attemptId: attempt.id,
    score: attempt.score,
    outOf: attempt.outOf,
    prediction: attempt.prediction,
    distance: null,
    takenMs: at - attempt.startedMs,
    submittedMs: at,
  }
}

function once(names: Map<string, string>, name: string): string {
  const known = names.get(name)
  if (known === undefined) names.set(name, name)
  return known ?? name
}

/** What was foretold is held against what came out. */
export function measure(people: Counted[], prediction: ContestSettings['prediction']): Count {
  const [entrants, allCorrect] = [people.length, people.filter(({ score, outOf }) => score === outOf).length]
  const actual = actualOf(prediction, { entrants, allCorrect })
  for (const person of people) person.distance = distanceOf(person.prediction, actual)
  return { people, entrants, allCorrect }
}

export function actualOf(
  prediction: ContestSettings['prediction'],
  { entrants, allCorrect }: { entrants: number; allCorrect: number },
): number | null {
  if (prediction === 'none') return null
  return prediction === 'entrants' ? entrants : allCorrect
}

type Sum = Counted & { rounds: number; foretold: number }

/**
 * The whole contest: marks, times and distances of all rounds added up, and the moment of the last paper. Who has left
 * out a round has its questions unanswered, and who has left out a prediction stands behind those who have not.
 */
export async function countWhole({ db }: Pick<Ctx, 'db'>, rounds: { resultId: string }[]): Promise<Count> {
  const sums = new Map<string, Sum>()
  const outOf = new Map<string, number>()
  for (const { resultId } of rounds) {
    const longest = new Map<string, number>()
    for (let after = ''; ; ) {
      const page = await queries.listCounted(db, resultId, { after, limit: PAGE })
      for (const row of page) {
        longest.set(row.blockId, Math.max(row.outOf, longest.get(row.blockId) ?? 0))
        addRow(sums, row)
      }
      after = page.at(-1)?.entryId ?? after
      if (page.length < PAGE) break
      await nextTurn()
    }
    for (const [blockId, many] of longest) outOf.set(blockId, many + (outOf.get(blockId) ?? 0))
  }
  const people = [...sums.values()].map(({ rounds: _, foretold, ...sum }) => ({
    ...sum,
    outOf: outOf.get(sum.blockId) ?? sum.outOf,
    distance: foretold === rounds.length ? sum.distance : null,
  }))
  const allCorrect = people.filter((person) => person.score === person.outOf).length
  return { people, entrants: people.length, allCorrect }
}

function addRow(sums: Map<string, Sum>, row: Awaited<ReturnType<typeof queries.listCounted>>[number]) {
  const before = sums.get(row.entryId)
  const isForetold = row.distance === null ? 0 : 1
  if (before === undefined) {
    sums.set(row.entryId, { ...row, prediction: null, rounds: 1, foretold: isForetold })
    return
  }
  before.rounds += 1
  before.foretold += isForetold
  before.score += row.score
  before.distance = (before.distance ?? 0) + (row.distance ?? 0)
  before.takenMs += row.takenMs
  if (row.submittedMs >= before.submittedMs) before.attemptId = row.attemptId
  before.submittedMs = Math.max(before.submittedMs, row.submittedMs)
}

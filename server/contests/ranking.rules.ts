import { createHmac } from 'node:crypto'
import type { AttemptState, COUNTING, TieBreak } from './contests.schemas.ts'

/** What places a person in a list: nothing else is looked at. */
export type Standing = {
  entryId: string
  score: number
  /** How far off the prediction was; nothing where nothing was foretold. */
  distance: number | null
  takenMs: number
  submittedMs: number
}
export type Placed<S extends Standing> = S & {
  /** Shared by those whom nothing tells apart: 1, 1, 3. */
  rank: number
  /** One after another, from 1. */
  place: number
  /** The number drawn, where the draw had to decide. */
  draw: number | null
}
export type Order = { tieBreaks: readonly TieBreak[]; drawSeed: string }
/** What a list is told apart by, in its order. */
export type RankingKey = 'score' | TieBreak

type Attempt = { number: number; state: AttemptState; score: number; submittedMs: number | null }

/** Six bytes: no two of a million people draw the same but once in hundreds of thousands of contests. */
const DRAW_BYTES = 6

/**
 * The attempt that counts. An empty paper never does; where the first counts, an empty first one leaves nothing to
 * count, so that nobody looks at a paper and takes another.
 */
export function pickCounted<A extends Attempt>(
  attempts: readonly A[],
  counts: (typeof COUNTING)[number],
): A | undefined {
  const inOrder = attempts.filter(({ state }) => isOver(state)).toSorted((one, other) => one.number - other.number)
  const handedIn = inOrder.filter(({ state }) => isHandedIn(state))
  if (counts === 'first') return handedIn.find((attempt) => attempt === inOrder[0])
  if (counts === 'last') return handedIn.at(-1)
  return handedIn.reduce<A | undefined>(
    (best, each) => (best === undefined || isBetter(each, best) ? each : best),
    undefined,
  )
}

export function isHandedIn(state: AttemptState) {
  return state === 'submitted' || state === 'auto_submitted'
}

function isOver(state: AttemptState) {
  return isHandedIn(state) || state === 'expired_empty'
}

/** Of equal scores the one that was handed in earlier. */
function isBetter(one: Attempt, other: Attempt) {
  if (one.score !== other.score) return one.score > other.score
  return (one.submittedMs ?? 0) < (other.submittedMs ?? 0)
}

export function distanceOf(prediction: number | null, actual: number | null): number | null {
  return prediction === null || actual === null ? null : Math.abs(prediction - actual)
}

/** Decided when the contest is made, by a seed whose hash is published before anybody begins. */
export function drawFor(entryId: string, drawSeed: string): number {
  return createHmac('sha256', drawSeed).update(entryId).digest().readUIntBE(0, DRAW_BYTES)
}

/** A list by score, then by what the contest announces; the order in which people are given changes nothing. */
export function rankPeople<S extends Standing>(people: readonly S[], order: Order): Placed<S>[] {
  const placed: Placed<S>[] = []
  for (const group of groupByScore(people)) placed.push(...rankEqualScores(group, order, placed.length))
  return placed
}

/** The highest score first: each group is ranked by itself, so that a long list need not be sorted in one go. */
export function groupByScore<S extends Standing>(people: readonly S[]): S[][] {
  const groups = new Map<number, S[]>()
  for (const person of people) {
    const group = groups.get(person.score)
    if (group === undefined) groups.set(person.score, [person])
    else group.push(person)
  }
  return [...groups].sort(([one], [other]) => other - one).map(([, group]) => group)
}

/** `before`: how many have a higher score. */
export function rankEqualScores<S extends Standing>(
  group: readonly S[],
  { tieBreaks, drawSeed }: Order,
  before: number,
): Placed<S>[] {
  const drawAt = tieBreaks.indexOf('draw')
  const keys = drawAt === -1 ? tieBreaks : tieBreaks.slice(0, drawAt)
  const compare = (one: S, other: S) => firstDifference(one, other, keys)
  const sorted = group.toSorted((one, other) => compare(one, other) || byId(one, other))
  const placed: Placed<S>[] = []
  for (const equal of runsOf(sorted, compare)) {
    const first = before + placed.length + 1
    const [alone] = equal
    if (equal.length === 1 && alone !== undefined) {
      placed.push({ ...alone, draw: null, rank: first, place: first })
      continue
    }
    const drawn = equal.map((person) => ({ person, draw: drawAt === -1 ? null : drawFor(person.entryId, drawSeed) }))
    drawn.sort((one, other) => (one.draw ?? 0) - (other.draw ?? 0))
    for (const [at, { person, draw }] of drawn.entries()) {
      const above = placed.at(-1)
      const sharesRank = at > 0 && above !== undefined && above.draw === draw
      placed.push({ ...person, draw, rank: sharesRank ? above.rank : first + at, place: first + at })
    }
  }
  return placed
}

function* runsOf<S>(sorted: readonly S[], compare: (one: S, other: S) => number): Generator<S[]> {
  let run: S[] = []
  for (const each of sorted) {
    const [first] = run
    if (first !== undefined && compare(first, each) !== 0) {
      yield run
      run = []
    }
    run.push(each)
  }
  if (run.length > 0) yield run
}

function firstDifference(one: Standing, other: Standing, keys: readonly TieBreak[]): number {
  for (const key of keys) {
    const [mine, theirs] = [keyOf(one, key), keyOf(other, key)]
    if (mine !== theirs) return mine < theirs ? -1 : 1
  }
  return 0
}

/** The smaller, the higher up. */
export function keyOf(standing: Standing & { draw?: number | null }, key: RankingKey): number {
  if (key === 'score') return -standing.score
  if (key === 'closeness') return standing.distance ?? Number.POSITIVE_INFINITY
  if (key === 'time_taken') return standing.takenMs
  if (key === 'earlier_submission') return standing.submittedMs
  return standing.draw ?? 0
}

function byId(one: Standing, other: Standing) {
  if (one.entryId === other.entryId) return 0
  return one.entryId < other.entryId ? -1 : 1
}

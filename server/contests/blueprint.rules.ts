import type { BlueprintPart } from './contests.schemas.ts'

type Classed = { topic: string; difficulty: string }

/** A pool has to be this many times as large as a paper. */
export const LEAST_POOL_TIMES = 3
/** Share of a paper that two people may have in common before it warns. */
export const MOST_SHARED = 0.2

export const fits = ({ topic, difficulty }: BlueprintPart, question: Classed) =>
  (topic === null || topic === question.topic) && (difficulty === null || difficulty === question.difficulty)

export const paperLength = (blueprint: readonly BlueprintPart[]) =>
  blueprint.reduce((length, { count }) => length + count, 0)

/** Parts for the same questions become one, narrow parts come first: what is left over is for the wide ones. */
export function tidyBlueprint(blueprint: readonly BlueprintPart[]): BlueprintPart[] {
  const merged = new Map<string, BlueprintPart>()
  for (const part of blueprint) {
    const key = JSON.stringify([part.topic, part.difficulty])
    const count = Math.min(100, (merged.get(key)?.count ?? 0) + part.count)
    merged.set(key, { ...part, count })
  }
  const width = ({ topic, difficulty }: BlueprintPart) => Number(topic === null) + Number(difficulty === null)
  return [...merged.values()].sort((one, other) => width(one) - width(other))
}

/** Whether `one` asks for nothing that `other` does not. */
const isWithin = (one: BlueprintPart, other: BlueprintPart) =>
  (other.topic === null || other.topic === one.topic) &&
  (other.difficulty === null || other.difficulty === one.difficulty)

/**
 * The first part that shares questions with one after it without lying within it: a topic's part beside a
 * difficulty's. Which of them takes a question would depend on chance, and a paper could come out too short.
 */
export function findCrossing(blueprint: readonly BlueprintPart[]): number | undefined {
  const meets = (a: string | null, b: string | null) => a === null || b === null || a === b
  const at = blueprint.findIndex((one, place) =>
    blueprint
      .slice(place + 1)
      .some(
        (other) =>
          meets(one.topic, other.topic) &&
          meets(one.difficulty, other.difficulty) &&
          !isWithin(one, other) &&
          !isWithin(other, one),
      ),
  )
  return at === -1 ? undefined : at
}

export type PartSupply = { part: number; has: number; needs: number }

/** For each part how many questions fit it, and how many it and the parts within it take. */
export function supplyOf(blueprint: readonly BlueprintPart[], questions: readonly Classed[]): PartSupply[] {
  return blueprint.map((part, place) => ({
    part: place,
    has: questions.filter((question) => fits(part, question)).length,
    needs: paperLength(blueprint.filter((other) => isWithin(other, part))),
  }))
}

/**
 * How many questions two papers have in common on average: the sum of squares of each question's chance to be drawn.
 * For parts apart from each other that is the sum of k²/N.
 */
export function expectedShared(blueprint: readonly BlueprintPart[], questions: readonly Classed[]): number {
  const classes = new Map<string, Classed & { size: number; left: number }>()
  for (const { topic, difficulty } of questions) {
    const key = JSON.stringify([topic, difficulty])
    const known = classes.get(key) ?? { topic, difficulty, size: 0, left: 0 }
    classes.set(key, { ...known, size: known.size + 1, left: known.left + 1 })
  }
  const all = [...classes.values()]
  for (const part of blueprint) {
    const fitting = all.filter((each) => fits(part, each))
    const left = fitting.reduce((sum, each) => sum + each.left, 0)
    if (left === 0) continue
    const drawn = Math.min(1, part.count / left)
    for (const each of fitting) each.left -= each.left * drawn
  }
  return all.reduce((sum, { size, left }) => sum + size * ((size - left) / size) ** 2, 0)
}

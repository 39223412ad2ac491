import { createHmac } from 'node:crypto'
import type { QuestionKind } from '../quizzes/questions.schemas.ts'
import { fits, tidyBlueprint } from './blueprint.rules.ts'
import type { BlueprintPart } from './contests.schemas.ts'
import type { DrawnQuestion } from './paper.rules.ts'

/** What a draw knows of a question: never its key. */
export type Drawable = {
  place: number
  topic: string
  difficulty: string
  kind: QuestionKind
  options: { length: number }
}

/**
 * The paper of one attempt. The seed is published with the result and the attempt's id stands in the events, so
 * anybody can draw it again.
 */
export function drawPaper({
  seed,
  attemptId,
  blueprint,
  pool,
}: {
  seed: string
  attemptId: string
  blueprint: readonly BlueprintPart[]
  pool: readonly Drawable[]
}): DrawnQuestion[] {
  const chance = chanceFrom(seed, attemptId)
  const left = new Set(pool)
  const drawn = tidyBlueprint(blueprint).flatMap((part) => {
    const picked = pick(
      [...left].filter((question) => fits(part, question)),
      part.count,
      chance,
    )
    if (picked.length < part.count) throw new Error(`the pool has too few questions for a part of ${part.count}`)
    for (const question of picked) left.delete(question)
    return picked
  })
  return pick(drawn, drawn.length, chance).map(({ place, kind, options }) => {
    const asWritten = Array.from({ length: options.length }, (_, at) => at)
    // Đúng stands before Sai for everybody.
    return { place, order: kind === 'true_false' ? asWritten : pick(asWritten, asWritten.length, chance) }
  })
}

/** So many of them, in an order that every order is as likely as. */
function pick<T>(from: readonly T[], count: number, chance: (below: number) => number): T[] {
  const rest = [...from]
  const picked: T[] = []
  while (picked.length < count && rest.length > 0) picked.push(...rest.splice(chance(rest.length), 1))
  return picked
}

const WHOLE = 2 ** 32

/** Whole numbers below a bound, each as likely: HMAC-SHA256 of the attempt's id and a counter, 32 bits at a time. */
function chanceFrom(seed: string, attemptId: string) {
  let block: Buffer = Buffer.alloc(0)
  let at = 0
  let counter = 0
  function next() {
    if (at >= block.length) {
      block = createHmac('sha256', seed).update(`${attemptId} ${counter}`).digest()
      counter += 1
      at = 0
    }
    at += 4
    return block.readUInt32BE(at - 4)
  }
  return (below: number) => {
    const fair = WHOLE - (WHOLE % below)
    for (;;) {
      const number = next()
      if (number < fair) return number % below
    }
  }
}

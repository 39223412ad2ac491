import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * Node accepts one new connection each turn of its loop, so a turn that answers two hundred people keeps the next
 * one outside for as long. Work of one turn is kept this short; what is beyond waits for the next, in its order.
 */
const LONGEST_TURN_MS = 4

let turnBegan: number | undefined

/** Whether this turn of the loop has done its share. */
export function isTurnOver(): boolean {
  const now = performance.now()
  if (turnBegan === undefined) {
    turnBegan = now
    setImmediate(() => {
      turnBegan = undefined
    })
  }
  return now - turnBegan > LONGEST_TURN_MS
}

/** The same listener, called in a later turn when this one has done its share. */
export function inFairTurns<Args extends unknown[]>(listener: (...args: Args) => unknown) {
  const waiting: Args[] = []
  let isDraining = false

  async function drain() {
    isDraining = true
    for (let args = waiting.shift(); args !== undefined; args = waiting.shift()) {
      while (isTurnOver()) await nextTurn()
      listener(...args)
    }
    isDraining = false
  }
  return (...args: Args) => {
    if (!isDraining && !isTurnOver()) return void listener(...args)
    waiting.push(args)
    if (!isDraining) void drain()
  }
}
